package io.tocsin.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import io.tocsin.news.text.Prose.Paragraph;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a page is prose, and what is furniture. */
class ProseTest {

    private static final Chrome CHROME = Chrome.load();
    private static final String STORY = "Two rockets hit a base in the west of Iraq on Sunday night.";
    private static final String MORE = "Nobody was hurt, the army said in a statement.";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read more: Ten things to know.",
                "READ MORE: Ten things to know.",
                "Home | World | Iraq | Sport",
                "| Iraq.",
                "Iraq \u00BB Security \u00BB News.",
                "A soldier stands guard. (Photo by A. Name/Agency)",
                "A soldier at the gate. Getty Images.",
                "15 April 2024",
                "April 15, 2024 at 10:15",
                "Published: 2024-04-15",
                "Last updated: Monday, April 15, 2024.",
                "By Jane Doe and John Doe",
                "Sign up for the weekly letter.",
                "Copyright 2024 The Paper.",
                "Click here for more.",
                "Advertisement",
                "Share",
                "We use cookies to make this site work.",
                "Reporting by Jane Doe; Editing by John Doe."
            })
    void furnitureIsNoProse(String line) {
        assertThat(lines(STORY + "\n\n" + line + "\n\n" + MORE)).containsExactly(STORY, MORE);
        assertThat(lines(line + "\n\n" + STORY + "\n\n" + MORE)).containsExactly(STORY, MORE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The army will share what it knows with the coalition.",
                "By Monday the road was open again.",
                "On April 15, 2024, the base was empty.",
                "The reporter had more to say."
            })
    void aSentenceOfTheStoryIsProse(String line) {
        assertThat(lines(STORY + "\n\n" + line + "\n\n" + MORE)).containsExactly(STORY, line, MORE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Comments", "Leave a reply", "Related stories", "More from this section"})
    void nothingIsReadAfterTheEndOfTheStory(String line) {
        assertThat(lines(STORY + "\n\n" + line + "\n\n" + MORE)).containsExactly(STORY);
    }

    @Test
    void whatALineAnnouncesIsFurnitureToo() {
        assertThat(lines(STORY + "\n\nRead more:\n\nTen soldiers were killed by a bomb in Kabul on Friday.\n\n" + MORE))
                .containsExactly(STORY, MORE);
    }

    @Test
    void aTeaserThatIsRepeatedIsFurniture() {
        String teaser = "Ten soldiers were killed by a bomb in Kabul on Friday.";

        assertThat(lines(teaser + "\n\n" + STORY + "\n\n" + MORE + "\n\n" + teaser))
                .containsExactly(STORY, MORE);
    }

    @Test
    void wrappedLinesAreOneParagraph() {
        String wrapped = "Two rockets hit a base in the west of Iraq on Sunday night,\n"
                + "and a third one fell near a farm, the army said in a note\nto the press.";

        List<String> lines = lines(wrapped + "\n\n" + MORE);

        assertThat(lines).hasSize(2);
        assertThat(lines.get(0)).isEqualTo(wrapped);
    }

    @Test
    void theTitleIsAHeadlineAndIsReadOnce() {
        String title = "Rockets hit base in Iraq";
        Prose apart = Prose.of(Newsroom.article(Optional.of(title), STORY, Newsroom.TODAY), CHROME);
        Prose repeated = Prose.of(Newsroom.article(Optional.of(title), title + "\n\n" + STORY, Newsroom.TODAY), CHROME);

        assertThat(apart).isEqualTo(repeated);
        assertThat(apart.paragraphs()).extracting(Paragraph::headline).containsExactly(true, false);
    }

    @Test
    void signsAreMadePlainWhereTheyStand() {
        Prose prose = prose("\u201CThe base\u2019s gate\u201D was\u00A0hit\u200B on <b>Sunday</b> night.[12]");

        assertThat(prose.text()).isEqualTo("\"The base's gate\" was hit  on    Sunday     night.    ");
    }

    @Test
    void noMoreIsReadThanTheBound() {
        String text = (STORY + "\n\n").repeat(3_000);

        assertThat(prose(text).text()).hasSize(Prose.MOST_CHARACTERS);
    }

    @Test
    void everyCharacterStaysWhereItWas() {
        Random random = new Random(20200827);
        List<String> pieces = List.of(
                STORY,
                MORE,
                "\n",
                "\n\n",
                " ",
                "\t",
                "\u200F",
                "<p>",
                "</p>",
                "<script>alert(1)</script>",
                "[3]",
                "\u0000",
                "\u201C",
                "\u2019",
                "\u00E9",
                "\uD83D\uDE80",
                "\uD83D",
                "\uDE80",
                "\u0627\u0644",
                "Comments",
                "By X",
                "|",
                "<");
        for (int round = 0; round < 500; round++) {
            StringBuilder text = new StringBuilder();
            for (int piece = random.nextInt(30); piece >= 0; piece--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            Prose prose = prose(text.toString());

            assertThat(prose.text()).hasSameSizeAs(text);
            for (int at = 0; at < text.length(); at++) {
                char before = text.charAt(at);
                if (Character.isLetterOrDigit(before) && prose.text().charAt(at) != ' ') {
                    assertThat(prose.text().charAt(at)).isEqualTo(before);
                }
            }
            assertThat(prose.paragraphs())
                    .allSatisfy(paragraph ->
                            assertThat(paragraph.span().in(prose.text())).isNotBlank());
        }
    }

    private static List<String> lines(String text) {
        Prose prose = prose(text);
        return prose.paragraphs().stream()
                .map(paragraph -> paragraph.span().in(prose.text()))
                .toList();
    }

    private static Prose prose(String text) {
        return Prose.of(Newsroom.article(text), CHROME);
    }
}
