package io.tocsin.topology;

import io.tocsin.avro.ActionKind;
import io.tocsin.avro.OperatorAction;
import io.tocsin.avro.ReportRef;
import io.tocsin.incident.InvalidField;
import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Pair;
import io.tocsin.resolve.Ruling;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Operators' actions on which reports speak of one event, from their Avro record to the domain. */
public final class RulingRecords {

    /** An action may name so many reports; more would make more pairs than one task should take in at once. */
    public static final int MOST_REPORTS = 200;

    private RulingRecords() {}

    /** Whether the action is about reports that belong together or apart. */
    public static boolean isRuling(OperatorAction action) {
        return switch (action.getKind()) {
            case SPLIT, JOIN, UNDO -> true;
            case ACKNOWLEDGE, MUTE, NOTE, FALSE_ALARM -> false;
        };
    }

    /** The pairs of reports that the action rules on; none where the application has no use for it or refuses it. */
    public static Set<Pair> pairsRuledOn(OperatorAction action) {
        if (!isRuling(action)) {
            return Set.of();
        }
        try {
            return ruling(action).pairs();
        } catch (InvalidField e) {
            return Set.of();
        }
    }

    /**
     * The ruling of the action.
     *
     * @throws InvalidField if the action does not name a country and at least two reports
     */
    static Statement.OfOperator ruling(OperatorAction action) {
        String country = action.getCountry();
        if (country == null || country.length() != 2) {
            throw new InvalidField("country", "is missing; name the two-letter code of the country of the reports");
        }
        int named = action.getMembers().size() + action.getOthers().size();
        if (named > MOST_REPORTS) {
            throw new InvalidField("members", named + " reports are more than " + MOST_REPORTS + " in one action");
        }
        Set<Pair> pairs = pairs(action);
        if (pairs.isEmpty()) {
            throw new InvalidField(
                    "members", "an action of kind " + action.getKind() + " names at least two different reports");
        }
        String why = action.getWhy() == null ? "" : ": " + action.getWhy();
        Ruling ruling = new Ruling(
                kind(action.getKind()),
                action.getWhen(),
                action.getId(),
                verb(action.getKind()) + action.getWho() + why);
        return new Statement.OfOperator(country, ruling, pairs);
    }

    private static Set<Pair> pairs(OperatorAction action) {
        List<ReportId> members = ids(action.getMembers());
        List<ReportId> others = ids(action.getOthers());
        if (action.getKind() == ActionKind.SPLIT && others.isEmpty()) {
            throw new InvalidField("others", "is empty; name the reports that the members are split from");
        }
        Set<Pair> pairs = new TreeSet<>();
        for (ReportId member : members) {
            for (ReportId other : others.isEmpty() ? members : others) {
                if (!member.equals(other)) {
                    pairs.add(Pair.of(member, other));
                }
            }
        }
        return pairs;
    }

    private static List<ReportId> ids(List<ReportRef> refs) {
        return refs.stream()
                .map(ref -> new ReportId(ref.getSource(), ref.getId()))
                .toList();
    }

    private static Ruling.Kind kind(ActionKind kind) {
        return switch (kind) {
            case SPLIT -> Ruling.Kind.APART;
            case JOIN -> Ruling.Kind.TOGETHER;
            case UNDO -> Ruling.Kind.OPEN;
            case ACKNOWLEDGE, MUTE, NOTE, FALSE_ALARM -> throw new IllegalArgumentException(kind + " is no ruling");
        };
    }

    private static String verb(ActionKind kind) {
        return switch (kind) {
            case SPLIT -> "split by ";
            case JOIN -> "joined by ";
            default -> "taken back by ";
        };
    }
}
