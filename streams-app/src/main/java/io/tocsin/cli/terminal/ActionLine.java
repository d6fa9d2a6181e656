package io.tocsin.cli.terminal;

import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.ReportRef;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** An operator's action on one line for people, without control characters. */
public final class ActionLine {

    private static final int MOST_NAMED = 5;

    private ActionLine() {}

    /** Who did what, when and why. */
    public static String inWords(OperatorAction action) {
        String why = action.getWhy() == null ? "" : ": " + action.getWhy();
        return FieldText.minute(action.getWhen()) + "  " + Console.plain(action.getId()) + "  "
                + Console.plain(did(action) + " by " + action.getWho() + why);
    }

    private static String did(OperatorAction action) {
        return switch (action.getKind()) {
            case ACKNOWLEDGE -> "acknowledged";
            case MUTE -> "muted";
            case NOTE -> "noted";
            case FALSE_ALARM -> "called a false alarm";
            case SPLIT -> names(action.getMembers()) + " split from " + names(action.getOthers());
            case JOIN -> names(action.getMembers()) + " joined";
            case UNDO -> action.getUndoes() + " taken back";
        };
    }

    /** What is counted anew because of it. */
    public static String recounted(OperatorAction action) {
        return Console.plain(
                switch (action.getKind()) {
                    case SPLIT ->
                        action.getSubject() + " is recounted: " + names(action.getMembers()) + " apart from "
                                + names(action.getOthers());
                    case JOIN ->
                        action.getSubject() + " is recounted: " + names(action.getMembers()) + " as one incident";
                    case UNDO -> action.getSubject() + " is recounted as if " + action.getUndoes() + " had not been";
                    case ACKNOWLEDGE, MUTE, NOTE, FALSE_ALARM -> "nothing is recounted";
                });
    }

    private static String names(List<ReportRef> reports) {
        String named = reports.stream()
                .limit(MOST_NAMED)
                .map(report -> report.getSource() + "/" + report.getId())
                .collect(Collectors.joining(", "));
        int more = reports.size() - MOST_NAMED;
        return more > 0 ? named + String.format(Locale.ROOT, " and %,d more", more) : named;
    }
}
