package io.tocsin.embedded;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo;
import org.apache.kafka.connect.runtime.rest.entities.ConnectorStateInfo.AbstractState;

/**
 * How a connector and its tasks are.
 *
 * @param state in Connect's words: RUNNING, PAUSED, STOPPED, FAILED, UNASSIGNED, RESTARTING
 * @param tasks the states of its tasks, in the same words
 * @param trace the stack trace of the first failure
 */
public record ConnectorStatus(String name, String state, List<String> tasks, Optional<String> trace) {
    private static final String RUNNING = "RUNNING";

    public ConnectorStatus {
        tasks = List.copyOf(tasks);
    }

    static ConnectorStatus of(ConnectorStateInfo info) {
        return new ConnectorStatus(
                info.name(),
                info.connector().state(),
                info.tasks().stream().map(AbstractState::state).toList(),
                Stream.concat(Stream.of(info.connector()), info.tasks().stream())
                        .map(AbstractState::trace)
                        .filter(trace -> trace != null && !trace.isEmpty())
                        .findFirst());
    }

    /** The connector and every one of its tasks runs, and there is a task. */
    public boolean running() {
        return state.equals(RUNNING) && !tasks.isEmpty() && tasks.stream().allMatch(RUNNING::equals);
    }

    /** The connector or one of its tasks gave up. */
    public boolean failed() {
        return trace.isPresent();
    }
}
