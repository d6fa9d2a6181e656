package io.tocsin.connectors.news;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AddressesTest {

    @ParameterizedTest
    @CsvSource({
        "https://Paper.Example:443/a, https://paper.example/a",
        "http://paper.example, http://paper.example/",
        "http://paper.example:8080/a#comments, http://paper.example:8080/a",
        "https://paper.example/a?utm_source=rss&id=7&fbclid=x&at_medium=RSS, https://paper.example/a?id=7",
        "https://paper.example/a?UTM_Source=rss, https://paper.example/a",
        "https://paper.example/a?q=b%26utm_x, https://paper.example/a?q=b%26utm_x",
        "https://paper.example/%D8%A8, https://paper.example/%D8%A8",
    })
    void leaveOutWhatTellsOnlyWhereAReaderCameFrom(URI address, URI plain) {
        assertThat(Addresses.plain(address)).isEqualTo(plain);
        assertThat(Addresses.plain(plain)).isEqualTo(plain);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.paper.example/a, https://paper.example/a?x=1, https://www.paper.example/a",
        "/a, https://amp.paper.example/a/amp, https://amp.paper.example/a",
        "https://paper.example/a, https://m.paper.example/a, https://paper.example/a",
        "https://other.example/a, https://paper.example/a, ''",
        "https://paper.example.evil.example/a, https://paper.example/a, ''",
        "https://paper.example/, https://paper.example/a, ''",
        "javascript:alert(1), https://paper.example/a, ''",
        "'http://[', https://paper.example/a, ''",
    })
    void believeAPageOnlyAboutItsOwnSite(String canonical, URI found, String expected) {
        assertThat(Addresses.canonical(canonical, found).map(URI::toString).orElse(""))
                .isEqualTo(expected);
    }
}
