package io.tocsin.topology;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.OperatorAction;
import io.tocsin.incident.InvalidField;
import io.tocsin.watch.AlertAction;
import io.tocsin.watch.Handling;
import io.tocsin.watch.Scope;
import java.util.Optional;

/** Operators' actions about alerts, from their Avro record to the domain. */
final class AlertActionRecords {

    private static final int LONGEST = 1_000;

    private AlertActionRecords() {}

    /**
     * The action.
     *
     * @throws InvalidField if it does not say of which rule and scope the alert is, or a mute names no end
     */
    static AlertAction action(OperatorAction from) {
        boolean mutes = from.getKind() == ActionKind.MUTE;
        if (mutes && from.getUntil() == null) {
            throw new InvalidField("until", "is missing; a mute names its end");
        }
        String why = from.getWhy();
        if (why != null && why.length() > LONGEST) {
            throw new InvalidField("why", "has " + why.length() + " characters, at most " + LONGEST + " are allowed");
        }
        return new AlertAction(
                from.getSubject(),
                given("rule", from.getRule()),
                Scope.bookOf(scope(from)),
                AlertAction.Kind.valueOf(from.getKind().name()),
                new Handling.Remark(from.getWho(), from.getWhen(), Optional.ofNullable(why)),
                mutes ? Optional.of(from.getUntil()) : Optional.empty());
    }

    /**
     * The key of the scope that the alert is of.
     *
     * @throws InvalidField if the action does not say
     */
    static String scope(OperatorAction from) {
        return given("scope", from.getScope());
    }

    private static String given(String field, String value) {
        if (value == null || value.isBlank()) {
            throw new InvalidField(field, "is missing; name the " + field + " as the alert says");
        }
        return value;
    }
}
