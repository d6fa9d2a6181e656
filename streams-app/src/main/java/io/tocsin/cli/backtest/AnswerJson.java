package io.tocsin.cli.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tocsin.backtest.Expected;
import io.tocsin.backtest.Expected.Violation;
import io.tocsin.backtest.Findings;
import io.tocsin.backtest.RuleFinding;
import java.util.List;
import java.util.Locale;

/** The answer as one JSON object on one line, {@code {"summary": …}}. */
public final class AnswerJson {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private AnswerJson() {}

    /** The line. */
    public static String line(Answer answer) {
        ObjectNode root = MAPPER.createObjectNode();
        write(root.putObject("summary"), answer);
        return root.toString();
    }

    private static void write(ObjectNode summary, Answer answer) {
        Findings findings = answer.findings();
        summary.put(
                "arrivals", answer.arrivals().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        findings.first().ifPresent(first -> summary.put("from", first.toString()));
        findings.last().ifPresent(last -> summary.put("until", last.toString()));
        summary.put("reports", findings.reports());
        summary.put("refused", answer.refused());
        summary.put("incidents", findings.incidents());
        ObjectNode timeline = summary.putObject("timeline");
        timeline.put("period", findings.timeline().period().label());
        ArrayNode starts = timeline.putArray("starts");
        findings.timeline().starts().forEach(start -> starts.add(start.toString()));
        ArrayNode rules = summary.putArray("rules");
        findings.rules().forEach(finding -> write(rules.addObject(), finding));
        ArrayNode expectations = summary.putArray("expectations");
        answer.expectations().forEach(expected -> write(expectations.addObject(), expected, answer.violations()));
    }

    private static void write(ObjectNode rule, RuleFinding finding) {
        rule.put("id", finding.rule().id());
        rule.put("title", finding.rule().title());
        rule.put("per", finding.rule().per().text());
        rule.put("reports", finding.reports());
        rule.put("incidents", finding.incidents());
        rule.put("alerts", finding.openings().size());
        rule.put("notifications", finding.notifications());
        rule.put("alertsAWeek", finding.alertsAWeek());
        finding.recurrenceDays().ifPresent(days -> rule.put("medianRecurrenceDays", days));
        finding.leadTime().ifPresent(lead -> rule.put("medianLeadTimeHours", lead.toMinutes() / 60.0));
        rule.put("shareWithdrawn", finding.shareWithdrawn());
        numbers(rule.putArray("incidentsOverTime"), finding.incidentsOverTime());
        numbers(rule.putArray("alertsOverTime"), finding.alertsOverTime());
        rule.put("scopes", finding.scopes());
        ArrayNode loudest = rule.putArray("loudest");
        finding.loudest().forEach(loud -> write(loudest.addObject(), loud));
    }

    private static void write(ObjectNode scope, RuleFinding.Loud loud) {
        scope.put("kind", loud.scope().kind().label());
        scope.put("key", loud.scope().key());
        scope.put("name", loud.scope().name());
        scope.put("alerts", loud.alerts());
        scope.put("notifications", loud.notifications());
        scope.put("withdrawn", loud.withdrawn());
        scope.put("incidents", loud.incidents());
        numbers(scope.putArray("incidentsOverTime"), loud.overTime());
    }

    private static void write(ObjectNode node, Expected expected, List<Violation> violations) {
        node.put("rule", expected.rule());
        node.put("expect", expected.text());
        List<Violation> broken = violations.stream()
                .filter(violation -> violation.expected().equals(expected))
                .toList();
        node.put("met", broken.isEmpty());
        broken.forEach(violation -> {
            node.put("found", violation.found());
            violation.period().ifPresent(start -> node.put("in", start.toString()));
        });
    }

    private static void numbers(ArrayNode array, List<Integer> numbers) {
        numbers.forEach(array::add);
    }
}
