package io.tocsin.news.find.place;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Newsroom;
import io.tocsin.news.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlaceFinderTest {

    private static final PlaceWords WORDS = PlaceWords.load();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Rockets hit the Ain Al Assad air base in Iraq.             | AT IQ Ain al-Asad Air Base; AT IQ
                    Rockets hit Ain al-Asad airbase in Iraq.                   | AT IQ Ain al-Asad Air Base; AT IQ
                    Rockets hit al-Asad air base in Iraq.                      | AT IQ Ain al-Asad Air Base; AT IQ
                    A bomb went off in the Iraqi city of Mosul.                | NAMED IQ; AT IQ Mosul
                    A bomb went off in Maiduguri, Nigeria.                     | AT NG Maiduguri; NAMED NG
                    A bomb went off in Paris.                                  | AT FR Paris
                    The drone came from Yemen and fell in Saudi Arabia.        | FROM YE; AT SA
                    The Turkish president was angry.                           | NAMED TR
                    President Lincoln was angry with Mr. Dallas.               |
                    Fishermen were shot in Nigeria, on the shore of Lake Chad. | AT NG; AT NG Lake Chad
                    Mortar bombs fell on the U.S. embassy in Iraq.             | NAMED US; AT IQ
                    """)
    void findsPlacesAndWhatTheyHaveToDoWithIt(String text, String places) {
        assertThat(places(text)).isEqualTo(places == null ? "" : places);
    }

    @Test
    void takesTheCapitalForThatOfTheCountryThatTheArticleIsAbout() {
        List<Sentence> sentences =
                Newsroom.sentences("A bomb went off in Iraq. It lay by a road in the capital. Iraq mourns.");

        assertThat(inWords(finder(sentences, Optional.empty()), sentences.get(1)))
                .isEqualTo("AT IQ Baghdad");
    }

    @Test
    void looksForNamesInTheCountriesOfTheArticle() {
        String there = "A bomb went off in Tripoli on Monday.";
        List<Sentence> lebanon = Newsroom.sentences(there + " The army of Lebanon was in Lebanon all night.");
        List<Sentence> libya = Newsroom.sentences(there + " The army of Libya was in Libya all night.");

        assertThat(inWords(finder(lebanon, Optional.empty()), lebanon.get(0))).startsWith("AT LB");
        assertThat(inWords(finder(libya, Optional.empty()), libya.get(0))).startsWith("AT LY");
    }

    @Test
    void ranksTheCountryThatIsToldOfBeforeThatOfTheDateline() {
        List<Sentence> sentences =
                Newsroom.sentences("A drone hit a power station in Ukraine. It fell near Kharkiv, in eastern Ukraine.");

        assertThat(finder(sentences, Optional.of("MOSCOW")).countries()).startsWith("UA", "RU");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    In Mosul, in Iraq, it was quiet. Rockets fell on the edge of the town.       | AT IQ Mosul
                    In Mosul, in Iraq, it was quiet. Rockets fell on the town hall.              |
                    In Mosul, in Iraq, it was quiet. Rockets struck the town and fell on Kirkuk. | AT IQ Kirkuk
                    In Mosul, in Iraq, it was quiet. There, on Monday, rockets fell.             | AT IQ Mosul
                    In Mosul, in Iraq, it was quiet. There were rockets.                         |
                    Iraq is in Iraq. There, too, rockets fell.                                   |
                    Iraq is in Iraq. In Mosul all ran as rockets fell on the edge of the town.   | AT IQ Mosul; AT IQ Mosul
                    Iraq is in Iraq. There were rockets in Luzon.                                | AT IQ Luzon
                    What we said of Iraq and about Mosul stands. A man was shot there.           | AT IQ Mosul
                    Iraq is in Iraq. A convoy from Kirkuk to Mosul was ambushed.                 | AT IQ Kirkuk
                    Iraq is in Iraq. A man from Kirkuk was shot.                                 | FROM IQ Kirkuk
                    Iraq is in Iraq. The bombing of Mosul went on.                               | AT IQ Mosul
                    Iraq is in Iraq. Mosul, 25 kilometres to the south, was shelled.             | AT IQ Mosul
                    """)
    void takesThePlaceToldBefore(String text, String last) {
        List<Sentence> sentences = Newsroom.sentences(text);
        PlaceFinder finder = finder(sentences, Optional.empty());

        assertThat(sentences.stream().map(sentence -> inWords(finder, sentence)).reduce((one, next) -> next))
                .hasValue(last == null ? "" : last);
    }

    @Test
    void tellsTheNorthEasternTownFromThePlaceNorthEastOfIt() {
        assertThat(names("Iraq mourns. A bomb went off in the north-eastern town of Kirkuk."))
                .containsExactly("Kirkuk");
        assertThat(names("Iraq mourns. A bomb went off north-east of Kirkuk.")).containsExactly("outside Kirkuk");
        assertThat(names("Iraq mourns. A bomb went off 20 km north-east of Kirkuk."))
                .containsExactly("near Kirkuk");
    }

    private static List<String> names(String text) {
        List<Sentence> sentences = Newsroom.sentences(text);
        Sentence last = sentences.get(sentences.size() - 1);
        return finder(sentences, Optional.empty()).find(last, new boolean[last.size()]).stream()
                .map(Where::name)
                .toList();
    }

    @Test
    void looksUpNoMoreThanABoundedNumberOfNames() {
        String names = "A bomb went off in Mosul. ".repeat(800);
        List<Sentence> sentences = Newsroom.sentences(names);
        PlaceFinder finder = finder(sentences, Optional.empty());
        List<Where> found = new ArrayList<>();

        sentences.forEach(sentence -> found.addAll(finder.find(sentence, new boolean[sentence.size()])));

        assertThat(found).hasSizeBetween(1, 600);
    }

    private static String places(String text) {
        List<Sentence> sentences = Newsroom.sentences(text);
        PlaceFinder finder = finder(sentences, Optional.empty());
        return sentences.stream()
                .map(sentence -> inWords(finder, sentence))
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String inWords(PlaceFinder finder, Sentence sentence) {
        return finder.find(sentence, new boolean[sentence.size()]).stream()
                .filter(where -> !where.place().country().equals("XX"))
                .map(where -> where.role() + " " + where.place().country()
                        + where.place().site().map(site -> " " + site).orElse(""))
                .collect(Collectors.joining("; "));
    }

    private static PlaceFinder finder(List<Sentence> sentences, Optional<String> dateline) {
        return new PlaceFinder(
                Newsroom.GAZETTEER,
                Newsroom.PLACING,
                Newsroom.COUNTRIES,
                WORDS,
                sentences,
                dateline.map(line -> Map.of(0, line)).orElse(Map.of()));
    }
}
