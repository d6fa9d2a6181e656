package io.tocsin.news.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.news.Span;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    BAGHDAD (AFP) \u2014 Rockets hit a base.              | BAGHDAD        | AFP     | Rockets hit a base.
                    BAGHDAD, May 4 (Reuters) - Rockets hit a base.      | BAGHDAD, May 4 | Reuters | Rockets hit a base.
                    Baghdad (AP) - Rockets hit a base.                  | Baghdad        | AP      | Rockets hit a base.
                    Ouagadougou, 16 March - Rockets hit a base.         | Ouagadougou, 16 March | - | Rockets hit a base.
                    BAGHDAD - Rockets hit a base.                       | BAGHDAD        | -       | Rockets hit a base.
                    NEW DELHI -- Rockets hit a base.                    | NEW DELHI      | -       | Rockets hit a base.
                    """)
    void isReadApartFromTheText(String text, String place, String wire, String rest) {
        Span paragraph = new Span(0, text.length());

        assertThat(Dateline.place(text, paragraph)).contains(place);
        assertThat(Dateline.wire(text, paragraph).orElse("-")).isEqualTo(wire);
        assertThat(Dateline.after(text, paragraph).map(span -> span.in(text))).contains(rest);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Rockets hit a base in Baghdad.",
                "Baghdad: Rockets hit a base.",
                "Two men - both soldiers - died.",
                "The army (Iraq's) said so.",
                "",
                "BAGHDAD",
                "BAGHDAD -"
            })
    void isNotSeenWhereThereIsNone(String text) {
        Span paragraph = new Span(0, text.length());

        assertThat(Dateline.place(text, paragraph)).isEmpty();
        assertThat(Dateline.after(text, paragraph)).isEmpty();
    }
}
