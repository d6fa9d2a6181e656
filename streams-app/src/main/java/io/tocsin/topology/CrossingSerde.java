package io.tocsin.topology;

import io.tocsin.topology.state.CrossingState;
import io.tocsin.watch.Cause;
import io.tocsin.watch.Replacement;
import io.tocsin.watch.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/** What changed in scopes that cross borders, on its way through a topic of the application's own. */
final class CrossingSerde implements Serde<Crossing> {

    @Override
    public Serializer<Crossing> serializer() {
        StateCodec<CrossingState> codec = new StateCodec<>(CrossingState.getClassSchema());
        return (topic, crossing) -> codec.encode(state(crossing));
    }

    @Override
    public Deserializer<Crossing> deserializer() {
        StateCodec<CrossingState> codec = new StateCodec<>(CrossingState.getClassSchema());
        return (topic, bytes) -> crossing(codec.decode(bytes));
    }

    private static CrossingState state(Crossing crossing) {
        if (crossing instanceof Crossing.TimePassed time) {
            return new CrossingState(time.now().toEpochMilli(), "", "", List.of(), null, null, "", null, null);
        }
        Crossing.Changed changed = (Crossing.Changed) crossing;
        return new CrossingState(
                null,
                changed.scope().kind().name(),
                changed.scope().key(),
                changed.scope().names(),
                changed.change().before().map(FactCodec::state).orElse(null),
                changed.change().after().map(FactCodec::state).orElse(null),
                changed.cause().inWords(),
                millis(changed.cause().reported()),
                millis(changed.cause().received()));
    }

    private static Crossing crossing(CrossingState state) {
        if (state.getNowMs() != null) {
            return new Crossing.TimePassed(Instant.ofEpochMilli(state.getNowMs()));
        }
        return new Crossing.Changed(
                new Scope(Scope.Kind.valueOf(state.getScopeKind()), state.getScopeKey(), state.getScopeNames()),
                new Replacement(
                        Optional.ofNullable(state.getBefore()).map(FactCodec::fact),
                        Optional.ofNullable(state.getAfter()).map(FactCodec::fact)),
                new Cause(state.getCause(), instant(state.getReportedMs()), instant(state.getReceivedMs())));
    }

    private static Long millis(Optional<Instant> instant) {
        return instant.map(Instant::toEpochMilli).orElse(null);
    }

    private static Optional<Instant> instant(Long millis) {
        return Optional.ofNullable(millis).map(Instant::ofEpochMilli);
    }
}
