package io.tocsin.watch.grammar;

import io.tocsin.watch.Certainty;
import io.tocsin.watch.Level;
import io.tocsin.watch.Match;
import io.tocsin.watch.Per;
import io.tocsin.watch.Rule;
import io.tocsin.watch.Unusual;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.NodeTuple;

/** One rule as it stands in the text. */
final class RuleForm {

    private static final int TITLE = 200;
    private static final int URL = 2_000;
    private static final int LABELS = 50;
    private static final int LABEL = 512;
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9._-]{0,99}");
    private static final Pattern LABEL_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]{0,62}");

    private static final Choice<Certainty> COUNTS =
            Choice.of("a way to count", List.of(Certainty.values()), Certainty::label);

    private RuleForm() {}

    static boolean validId(String id) {
        return ID.matcher(id).matches();
    }

    /**
     * A rule, and what stands beside it.
     *
     * @param expectations only the backtest looks at them
     */
    record Read(Rule rule, List<Expectation> expectations) {}

    /** The rule, unless it has problems. All its fields are read, so that all of them are told. */
    static Optional<Read> read(Value value) {
        int toldBefore = value.problems().told();
        Fields fields = new Fields(value, Shape.RULE);
        Optional<String> id = fields.require("id", "three-in-three-days").flatMap(RuleForm::id);
        Optional<Integer> revision = fields.find("revision").flatMap(number -> number.whole(0, Integer.MAX_VALUE));
        Optional<String> title = fields.find("title").flatMap(words -> words.words(TITLE));
        Match match = fields.find("match").map(MatchForm::read).orElse(Match.ALL);
        Optional<Per> per = fields.require("per", "site").flatMap(PerForm::read);
        Optional<Duration> within = fields.require("within", "3d").flatMap(time -> Durations.read(time, SHORTEST));
        List<Level> levels = levels(fields).map(LevelForm::read).orElse(List.of());
        Optional<Unusual> unusual = fields.find("unusual").flatMap(nested -> UnusualForm.read(nested, within));
        Optional<Certainty> count = fields.find("count").flatMap(COUNTS::read);
        Optional<Duration> quiet = fields.find("quiet").flatMap(time -> Durations.read(time, Duration.ZERO));
        Optional<Duration> remind = fields.find("remind").flatMap(time -> Durations.read(time, SHORTEST));
        Map<String, String> labels = fields.find("labels").map(RuleForm::labels).orElse(Map.of());
        Optional<String> runbook = fields.find("runbook").flatMap(RuleForm::url);
        List<Expectation> expectations =
                fields.find("expect").map(ExpectationForm::read).orElse(List.of());
        if (value.problems().told() > toldBefore) {
            return Optional.empty();
        }
        Rule rule = new Rule(
                id.orElseThrow(),
                revision.orElse(0),
                title.or(() -> id).orElseThrow(),
                match,
                per.orElseThrow(),
                within.orElseThrow(),
                levels,
                unusual,
                count.orElse(Certainty.CERTAIN),
                quiet.or(() -> within).orElseThrow(),
                remind,
                labels,
                runbook);
        return Optional.of(new Read(rule, expectations));
    }

    /** They may only be missing where something else makes the rule fire. */
    private static Optional<Value> levels(Fields fields) {
        return fields.find("unusual").isPresent()
                ? fields.find("levels")
                : fields.require("levels", "[{severity: watch, incidents: 3}]");
    }

    private static Optional<String> id(Value value) {
        return value.text().filter(id -> {
            if (id.equals(Rule.SOURCE_SILENT)) {
                value.refuse(Wording.quoted(id) + " is the rule for sources, which is built in; choose another id");
                return false;
            }
            if (!validId(id)) {
                value.refuse(
                        Wording.quoted(id) + " is not an id; write 1 to 100 of a-z, 0-9, dot, underscore and hyphen,"
                                + " a letter or digit first");
            }
            return validId(id);
        });
    }

    private static Map<String, String> labels(Value value) {
        Map<String, NodeTuple> entries = value.entries("a mapping of names to texts", UnaryOperator.identity())
                .orElse(Map.of());
        if (entries.size() > LABELS) {
            value.refuse("found " + entries.size() + " labels, at most " + LABELS + " are allowed; remove some");
            return Map.of();
        }
        Map<String, String> labels = new HashMap<>();
        entries.forEach((name, entry) -> {
            if (!LABEL_NAME.matcher(name).matches()) {
                value.at(name, entry.getKeyNode())
                        .refuse(Wording.quoted(name) + " is not a name of a label; write 1 to 63 of letters, digits,"
                                + " dot, underscore, slash and hyphen, a letter or digit first");
            }
            value.at(name, entry.getValueNode()).words(LABEL).ifPresent(text -> labels.put(name, text));
        });
        return labels;
    }

    private static Optional<String> url(Value value) {
        return value.words(URL).filter(url -> {
            if (!isWebLink(url)) {
                value.refuse(Wording.quoted(url) + " is not a link; write one such as https://example.org/runbook");
            }
            return isWebLink(url);
        });
    }

    private static boolean isWebLink(String url) {
        try {
            URI uri = new URI(url);
            boolean web = "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
            return web && uri.getHost() != null;
        } catch (URISyntaxException notUri) {
            return false;
        }
    }
}
