package io.tocsin.watch.grammar;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import io.tocsin.incident.Category;
import io.tocsin.incident.Family;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.PlaceLevel;
import io.tocsin.watch.Fact;
import java.time.DayOfWeek;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What an expression may ask of an incident. A text that is not known is empty. */
@SuppressWarnings("ImmutableEnumChecker") // functions without a state
enum Variable {
    KILLED(SimpleType.INT, fact -> (long) fact.killed()),
    INJURED(SimpleType.INT, fact -> (long) fact.injured()),
    CONFIDENCE(SimpleType.DOUBLE, Fact::confidence),
    CATEGORY(labels(Category.values(), Category::label), fact -> fact.category().label()),
    FAMILY(
            labels(Family.values(), Family::label),
            fact -> fact.category().family().label()),
    COUNTRY(Countries.all(), fact -> fact.place().country()),
    PROVINCE(
            SimpleType.STRING,
            fact -> area(fact, PlaceLevel.PROVINCE, fact.place().province())),
    DISTRICT(
            SimpleType.STRING,
            fact -> area(fact, PlaceLevel.DISTRICT, fact.place().district())),
    SITE(SimpleType.STRING, fact -> area(fact, PlaceLevel.SITE, fact.place().site())),
    TARGET(labels(TargetKind.values(), TargetKind::label), fact -> fact.target().label()),
    AFFILIATION(SimpleType.STRING, fact -> fact.affiliation().orElse("")),
    ACTOR(SimpleType.STRING, fact -> fact.actor().orElse("")),
    ORIGINS(ListType.create(SimpleType.STRING), Fact::origins),
    SOURCES(ListType.create(SimpleType.STRING), Fact::sources),
    TAGS(ListType.create(SimpleType.STRING), Fact::tags),
    SUMMARY(SimpleType.STRING, fact -> fact.summary().orElse("")),
    AT(SimpleType.TIMESTAMP, Fact::at),
    HOUR(SimpleType.INT, Variable::hour),
    WEEKDAY(weekdays(), Variable::weekday),
    PRECISION(labels(TimePrecision.values(), Variable::kebab), fact -> kebab(fact.precision()));

    private static final Map<String, Variable> BY_LABEL =
            Stream.of(values()).collect(Collectors.toUnmodifiableMap(Variable::label, Function.identity()));

    private final CelType type;
    private final Set<String> words;
    private final Function<Fact, Object> value;

    Variable(CelType type, Function<Fact, Object> value) {
        this(type, Set.of(), value);
    }

    Variable(Set<String> words, Function<Fact, Object> value) {
        this(SimpleType.STRING, words, value);
    }

    Variable(CelType type, Set<String> words, Function<Fact, Object> value) {
        this.type = type;
        this.words = words;
        this.value = value;
    }

    static Optional<Variable> of(String label) {
        return Optional.ofNullable(BY_LABEL.get(label));
    }

    static List<String> labels() {
        return Stream.of(values()).map(Variable::label).toList();
    }

    /** Its name in expressions. */
    String label() {
        return kebab(this);
    }

    CelType type() {
        return type;
    }

    /** All that it can be; empty: anything. */
    Set<String> words() {
        return words;
    }

    Object of(Fact fact) {
        return value.apply(fact);
    }

    /** A place is only asked for as far as it is certain. */
    private static String area(Fact fact, PlaceLevel level, Optional<String> name) {
        return name.filter(known -> fact.place().precision().covers(level)).orElse("");
    }

    private static Object hour(Fact fact) {
        boolean known = fact.precision() == TimePrecision.MINUTE;
        return known ? (long) fact.at().atOffset(ZoneOffset.UTC).getHour() : -1L;
    }

    private static Object weekday(Fact fact) {
        boolean known = fact.precision().compareTo(TimePrecision.DAY) <= 0;
        return known ? kebab(fact.at().atOffset(ZoneOffset.UTC).getDayOfWeek()) : "";
    }

    private static Set<String> weekdays() {
        Set<String> weekdays = new HashSet<>(labels(DayOfWeek.values(), Variable::kebab));
        weekdays.add("");
        return weekdays;
    }

    private static String kebab(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <T> Set<String> labels(T[] values, Function<T, String> label) {
        return Arrays.stream(values).map(label).collect(Collectors.toUnmodifiableSet());
    }
}
