package io.tocsin.news.find.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.incident.TimePrecision;
import io.tocsin.news.Newsroom;
import io.tocsin.news.Notice;
import io.tocsin.news.find.time.When.Use;
import io.tocsin.news.text.Sentence;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeFinderTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rockets hit the base on Monday.                     | 2020-08-24
                    Rockets hit the base on Wednesday.                  | 2020-08-26
                    Rockets hit the base on Thursday.                   | 2020-08-27
                    Rockets hit the base on Friday.                     | 2020-08-21
                    Rockets hit the base last Thursday.                 | 2020-08-20
                    Rockets hit the base on Sunday night.               | 2020-08-23 NIGHT
                    Rockets hit the base late on Sunday.                | 2020-08-23 NIGHT
                    Rockets hit the base on Monday evening.             | 2020-08-24 EVENING
                    Rockets hit the base early on Wednesday.            | 2020-08-26 EARLY
                    Rockets hit the base early Wednesday morning.       | 2020-08-26 EARLY
                    Rockets hit the base on Wednesday morning.          | 2020-08-26 MORNING
                    Rockets hit the base on Tuesday afternoon.          | 2020-08-25 AFTERNOON
                    Rockets hit the base on Tuesday before dawn.        | 2020-08-25 EARLY
                    Rockets hit the base in the early hours of Tuesday. | 2020-08-25 EARLY
                    Rockets hit the base yesterday.                     | 2020-08-26
                    Rockets hit the base yesterday evening.             | 2020-08-26 EVENING
                    Rockets hit the base earlier today.                 | 2020-08-27
                    Rockets hit the base this morning.                  | 2020-08-27 MORNING
                    Rockets hit the base last night.                    | 2020-08-26 NIGHT
                    Rockets hit the base overnight.                     | 2020-08-26/2020-08-28 NIGHT
                    Rockets hit the base two days ago.                  | 2020-08-25
                    Rockets hit the base the day before yesterday.      | 2020-08-25
                    Rockets hit the base the night before last.         | 2020-08-25 NIGHT
                    Rockets hit the base last evening.                  | 2020-08-26 EVENING
                    Rockets hit the base a few days ago.                | 2020-08-20/2020-08-26 WEEK
                    Rockets hit the base a couple of days ago.          | 2020-08-23/2020-08-26 WEEK
                    Rockets hit the base several weeks ago.             | 2020-07-16/2020-08-20 MONTH
                    Rockets hit the base earlier in the week.           | 2020-08-24/2020-08-28 WEEK
                    Rockets hit the base the weekend before last.       | 2020-08-15/2020-08-17
                    Rockets hit the base a week ago.                    | 2020-08-17/2020-08-24 WEEK
                    Rockets hit the base three months ago.              | 2020-05-01/2020-06-01 MONTH
                    Rockets hit the base last week.                     | 2020-08-17/2020-08-24 WEEK
                    Rockets hit the base earlier this week.             | 2020-08-24/2020-08-28 WEEK
                    Rockets hit the base last month.                    | 2020-07-01/2020-08-01 MONTH
                    Rockets hit the base earlier this month.            | 2020-08-01/2020-08-28 MONTH
                    """)
    void countsDaysFromThatOfPublication(String sentence, String times) {
        assertThat(times(sentence)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rockets hit the base in January.           | 2020-01-01/2020-02-01 MONTH
                    Rockets hit the base in August.            | 2020-08-01/2020-09-01 MONTH
                    Rockets hit the base in October.           | 2019-10-01/2019-11-01 MONTH
                    Rockets hit the base last December.        | 2019-12-01/2020-01-01 MONTH
                    Rockets hit the base last August.          | 2019-08-01/2019-09-01 MONTH
                    Rockets hit the base in January 2018.      | 2018-01-01/2018-02-01 MONTH
                    Rockets hit the base in March last year.   | 2019-03-01/2019-04-01 MONTH
                    Rockets hit the base on January 8.         | 2020-01-08
                    Rockets hit the base on Jan. 8.            | 2020-01-08
                    Rockets hit the base on the 8th of January. | 2020-01-08
                    Rockets hit the base on 8 January 2018.    | 2018-01-08
                    Rockets hit the base on January 8, 2018.   | 2018-01-08
                    Rockets hit the base on 2020-08-20.        | 2020-08-20
                    Rockets hit the base on August 28.         | 2020-08-28
                    Rockets hit the base on August 29.         | 2019-08-29
                    Rockets hit the base on December 31.       | 2019-12-31
                    Rockets hit the base on May 3.             | 2020-05-03
                    Rockets hit the base in May.               | 2020-05-01/2020-06-01 MONTH
                    Rockets hit the base in March.             | 2020-03-01/2020-04-01 MONTH
                    Rockets hit the base in March; the men had left it an hour earlier. | 2020-03-01/2020-04-01 MONTH; 2020-03-01/2020-04-01 MONTH
                    """)
    void takesTheNearestYearThatHasBegun(String sentence, String times) {
        assertThat(times(sentence)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rockets hit the base on the second Saturday of August.  | 2020-08-08
                    Rockets hit the base on the last Friday in January.     | 2020-01-31
                    Rockets hit the base on the first Sunday of this month. | 2020-08-02
                    Rockets hit the base on a Sunday in March.              | 2020-03-01/2020-04-01 MONTH
                    Rockets hit the base on the 21st.                       | 2020-08-21
                    Rockets hit the base on the 12th of last month.         | 2020-07-12
                    Rockets hit the base in the early hours of the 21st.    | 2020-08-21 EARLY
                    """)
    void countsDaysOfMonths(String sentence, String times) {
        assertThat(times(sentence)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    2024-03-01 | A bomb went off yesterday.      | 2024-02-29
                    2024-03-01 | A bomb went off on Thursday.    | 2024-02-29
                    2024-03-01 | A bomb went off on February 29. | 2024-02-29
                    2023-03-01 | A bomb went off yesterday.      | 2023-02-28
                    2024-03-31 | A bomb went off last month.     | 2024-02-01/2024-03-01 MONTH
                    2021-01-01 | A bomb went off yesterday.      | 2020-12-31
                    2021-01-01 | A bomb went off on Thursday.    | 2020-12-31
                    2021-01-01 | A bomb went off last month.     | 2020-12-01/2021-01-01 MONTH
                    2021-01-01 | A bomb went off in December.    | 2020-12-01/2021-01-01 MONTH
                    2021-01-01 | A bomb went off on December 30. | 2020-12-30
                    2021-01-01 | A bomb went off last week.      | 2020-12-21/2020-12-28 WEEK
                    2020-12-31 | A bomb went off on January 1.   | 2021-01-01
                    2020-12-30 | A bomb went off on January 1.   | 2020-01-01
                    2020-12-31 | A bomb went off on December 31. | 2020-12-31
                    2025-01-10 | A bomb went off on February 29. | 2024-02-29
                    2021-07-11 | A bomb went off last week.      | 2021-06-28/2021-07-11 WEEK
                    """)
    void knowsWhereMonthsAndYearsEnd(LocalDate today, String sentence, String times) {
        assertThat(times(new TimeFinder(today), Newsroom.sentence(sentence))).isEqualTo(times);
    }

    @Test
    void takesNoDayThatItsMonthDoesNotHave() {
        List<When> whens =
                new TimeFinder(LocalDate.of(2023, 3, 1)).find(Newsroom.sentence("A bomb went off on February 29."));

        assertThat(whens).noneMatch(When::isOfDay);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The base was hit at 8:30 p.m. on Sunday.           | 2020-08-23 20:30
                    The base was hit at 10pm on Sunday.                | 2020-08-23 22:00
                    The base was hit at 12:15 a.m. on Sunday.          | 2020-08-23 00:15
                    The base was hit at 12:15 p.m. on Sunday.          | 2020-08-23 12:15
                    The base was hit at 21:40 on Sunday.               | 2020-08-23 21:40
                    The base was hit at 0430 GMT on Sunday.            | 2020-08-23 04:30 Z
                    The base was hit at 21:40 UTC on Sunday.           | 2020-08-23 21:40 Z
                    The base was hit at 2140 local time on Sunday.     | 2020-08-23 21:40
                    The base was hit at 9 a.m. EST on Sunday.          | 2020-08-23 09:00 -05:00
                    The base was hit at 21:40.                         | 2020-08-27 21:40
                    A curfew holds from 8 p.m. to 5 a.m. since Sunday. | PERIOD
                    The base with 1500 soldiers was hit on Sunday.     | 2020-08-23
                    The base was hit at 25:70 on Sunday.               | 2020-08-23
                    """)
    void readsClocks(String sentence, String times) {
        assertThat(times(sentence)).isEqualTo(times);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    There were 39 attacks since January.                       | PERIOD
                    There were 39 attacks since Monday.                        | PERIOD
                    There were 39 attacks from October to the end of July.     | PERIOD
                    There were 39 attacks between 2003 and 2011.               | PERIOD
                    There were 39 attacks in recent weeks.                     | PERIOD
                    There were 39 attacks in the past three months.            | PERIOD
                    There were 39 attacks in two weeks.                        | PERIOD
                    There were 39 attacks so far this year.                    | PERIOD
                    The base was hit in 2014.                                  | YEAR 2014
                    The base was hit two years ago.                            | YEAR 2018
                    The base was hit last year.                                | YEAR 2019
                    The troops leave next week.                                | FUTURE
                    The troops leave tomorrow.                                 | FUTURE
                    The troops leave next Friday.                              | FUTURE
                    The ministry said on Friday that rockets hit the base.     | SAID 2020-08-21
                    Rockets hit the base, the ministry said on Friday.         | SAID 2020-08-21
                    Hurt by a bomb, a man died of burns on Monday.             | SAID 2020-08-24
                    The wounded succumbed to their injuries over the weekend.  | SAID 2020-08-22/2020-08-24
                    Two died in the town's General Military Hospital on Monday. | SAID 2020-08-24
                    On July 3 he was shot after Friday prayers.                | 2020-07-03; SAID 2020-08-21
                    He was shot after Friday prayers.                          | 2020-08-21
                    Elections are scheduled for Sunday.                        |
                    The dead will be buried on Wednesday.                      |
                    They claimed responsibility for Sunday's attack.           | 2020-08-23
                    The army confirmed on Wednesday that a drone hit the base on Monday. | SAID 2020-08-26; 2020-08-24
                    """)
    void tellsStretchesYearsAndDaysOfSayingFromMoments(String sentence, String times) {
        assertThat(times(sentence)).isEqualTo(times == null ? "" : times);
    }

    @ParameterizedTest
    @CsvSource({
        "Rockets hit the base for the 3rd straight day.",
        "It was the third attack on the base.",
        "The militia may strike again.",
        "The army will march to the border.",
        "The guard named Sunday Okafor's brother a hero of 300 men.",
        "Two of the 12 men got out.",
        "He has a second home."
    })
    void takesNothingElseForATime(String sentence) {
        assertThat(new TimeFinder(Newsroom.TODAY)
                        .find(Newsroom.sentence(sentence)).stream()
                                .filter(when -> !sentence.contains("Sunday") || when.at() > 4))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The base was hit on Tuesday, May 3.       | 2020-05-03 | 2020-05-03 was a Sunday, not a Tuesday; the date was taken
                    The base was hit on Tuesday, 5 May 2020.  | 2020-05-05 |
                    The base was hit on Sunday, May 3.        | 2020-05-03 |
                    The base was hit on Monday, May 3, 2020.  | 2020-05-03 | 2020-05-03 was a Sunday, not a Monday; the date was taken
                    """)
    void noticesAWrongWeekdayBesideADate(String text, String times, String notice) {
        Sentence sentence = Newsroom.sentence(text);
        TimeFinder finder = new TimeFinder(Newsroom.TODAY);

        assertThat(times(finder, sentence)).isEqualTo(times);
        assertThat(finder.notices().stream().map(Notice::sentence).collect(Collectors.joining()))
                .isEqualTo(notice == null ? "" : notice);
        assertThat(finder.notices())
                .allSatisfy(each -> assertThat(each.span().in(text)).matches(".*day, May 3.*"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Two days earlier, a drone fell near the gate. | 2020-08-15
                    A day later, a drone fell near the gate.      | 2020-08-18
                    The following day a drone fell near the gate. | 2020-08-18
                    The previous night a drone fell there.        | 2020-08-16 NIGHT
                    That evening a drone fell near the gate.      | 2020-08-17 EVENING
                    Hours later a drone fell near the gate.       | 2020-08-17
                    An hour later a drone fell near the gate.     | 2020-08-17
                    Two days ago a drone fell near the gate.      | 2020-08-25
                    The violence came two days after a drone fell. | 2020-08-15
                    """)
    void countsFromTheDayThatWasToldOf(String sentence, String times) {
        TimeFinder finder = new TimeFinder(Newsroom.TODAY);
        finder.tellOf(LocalDate.of(2020, 8, 17));

        assertThat(times(finder, Newsroom.sentence(sentence))).isEqualTo(times);
    }

    @Test
    void keepsToTheSentenceWhereATimeBreaksOff() {
        for (String text : List.of(
                "A drone fell at the same",
                "A drone fell on the roughly the",
                "It fell so far this",
                "It fell in the early hours",
                "It fell in",
                "It fell on Sunday, the",
                "It fell from October to the end of",
                "It fell between",
                "It was the day",
                "It fell at")) {
            Sentence sentence = Newsroom.sentence(text);

            assertThat(new TimeFinder(Newsroom.TODAY).find(sentence))
                    .as(text)
                    .allMatch(when -> when.at() >= 0 && when.end() <= sentence.size());
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    On Monday a blast wrecked the base, in the small hours.   | 2020-08-24 EARLY;
                    On Monday the base was hit, at four in the morning.       | 2020-08-24 MORNING 04:00
                    The base was hit at about 8:30 on Monday evening.         | 2020-08-24 EVENING 20:30
                    On Monday a base was hit and in the evening another one.  | 2020-08-24;
                    The base was hit at the start of the week.                | 2020-08-24/2020-08-26 WEEK
                    On Monday the base was hit, at the hour of the evening prayer. | 2020-08-24 EVENING
                    On Monday night it was hit, hours before drones came.     | 2020-08-24 NIGHT; 2020-08-24/2020-08-26
                    Early on Monday it was hit, hours after drones came.      | 2020-08-24 EARLY; 2020-08-23/2020-08-25
                    It was hit, and hours later drones came.                  | ;
                    """)
    void bringsWhatIsToldOfTheTimeOfDayToItsDay(String sentence, String first) {
        assertThat(times(sentence) + ";").startsWith(first);
    }

    private static String times(String sentence) {
        return times(new TimeFinder(Newsroom.TODAY), Newsroom.sentence(sentence));
    }

    private static String times(TimeFinder finder, Sentence sentence) {
        return finder.find(sentence).stream().map(TimeFinderTest::inWords).collect(Collectors.joining("; "));
    }

    private static String inWords(When when) {
        if (when.use() == Use.PERIOD || when.use() == Use.FUTURE) {
            return when.use().name();
        }
        if (when.use() == Use.YEAR) {
            return "YEAR " + when.from().getYear();
        }
        boolean day = when.until().equals(when.from().plusDays(1));
        boolean finer = when.precision().compareTo(TimePrecision.DAY) <= 0;
        return (when.use() == Use.SAID ? "SAID " : "")
                + (day ? when.from() : when.from() + "/" + when.until())
                + (finer ? "" : " " + when.precision())
                + when.part().map(part -> " " + part).orElse("")
                + when.clock().map(clock -> " " + clock).orElse("")
                + when.zone().map(zone -> " " + zone).orElse("");
    }
}
