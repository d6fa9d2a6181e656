package io.tocsin.cli.backtest;

import io.tocsin.backtest.Findings;
import io.tocsin.backtest.RuleFinding;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;

/** Numbers of a backtest in words, the same on a terminal and on a page. */
final class Words {

    private static final double SECONDS_A_DAY = 86_400;
    private static final double FEW = 10;

    private Words() {}

    static String count(int number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    static String heading(Answer answer) {
        Findings findings = answer.findings();
        String stretch = findings.first().isEmpty()
                ? ""
                : ", published " + day(findings.first().get()) + " to "
                        + day(findings.last().get());
        return count(findings.reports(), "report") + " " + answer.arrived() + stretch + "; "
                + count(findings.incidents(), "incident");
    }

    static String alerts(RuleFinding finding) {
        return count(finding.openings().size(), "alert") + " in " + count(finding.scopes(), "scope")
                + String.format(Locale.ROOT, ", %s a week; ", number(finding.alertsAWeek()))
                + count(finding.notifications(), "notification");
    }

    static String counted(RuleFinding finding) {
        return count(finding.incidents(), "incident") + " from " + count(finding.reports(), "report");
    }

    static String recurrence(RuleFinding finding) {
        return finding.recurrenceDays().isPresent()
                ? "by chance once in " + number(finding.recurrenceDays().getAsDouble()) + " days (median)"
                : "no past to judge by";
    }

    static String leadTime(RuleFinding finding) {
        return finding.leadTime()
                .map(lead -> days(lead.abs())
                        + (lead.isNegative() ? " after the end of the worst day" : " before the end of the worst day")
                        + " (median)")
                .orElse("no alert that stands");
    }

    static String withdrawn(RuleFinding finding) {
        return String.format(Locale.ROOT, "%.1f %%", finding.shareWithdrawn() * 100);
    }

    static String expectations(Answer answer) {
        int broken = answer.violations().size();
        int held = answer.expectations().size() - broken;
        return count(answer.expectations().size(), "expectation") + ": " + held + " met, " + broken + " not met";
    }

    static List<String> violations(Answer answer) {
        return answer.violations().stream()
                .map(violation -> "NOT MET: " + violation.inWords())
                .toList();
    }

    private static String days(Duration duration) {
        return number(duration.toSeconds() / SECONDS_A_DAY) + " days";
    }

    private static String number(double number) {
        return String.format(Locale.ROOT, number < FEW ? "%.2f" : "%,.0f", number);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }
}
