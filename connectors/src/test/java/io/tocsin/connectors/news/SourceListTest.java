package io.tocsin.connectors.news;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.connectors.news.SourceEntry.Text;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceListTest {

    private static List<SourceEntry> parse(String text) {
        return SourceList.parse(NewsPlugin.FEEDS, text, 0.5);
    }

    @Test
    void readsEveryField() {
        assertThat(parse("""
                        [{"name": "bbc-me", "url": "https://feeds.example/me.xml", "source": "bbc", "reliability": 0.8,
                          "language": "en-gb", "interval": "5m", "expected-interval": "2d", "text": "page"}]
                        """))
                .containsExactly(new SourceEntry(
                        "bbc-me",
                        URI.create("https://feeds.example/me.xml"),
                        "bbc",
                        0.8,
                        Optional.of("en-GB"),
                        Optional.of(Duration.ofMinutes(5)),
                        Optional.of(Duration.ofDays(2)),
                        Text.PAGE));
    }

    @Test
    void needsNoMoreThanNameAndAddress() {
        assertThat(parse("- name: a\n  url: http://x.example/f\n"))
                .containsExactly(new SourceEntry(
                        "a",
                        URI.create("http://x.example/f"),
                        "a",
                        0.5,
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Text.AUTO));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'' | must be a list",
                "[] | must be a list",
                "{name: a} | must be a list",
                "[1] | no object",
                "'[{name: a, url: \"http://x.example\"' | neither JSON nor YAML",
                "[{url: 'http://x.example'}] | must have in feed 1 a name",
                "[{name: 'a b', url: 'http://x.example'}] | must have in feed 1 a name",
                "[{name: a}] | url of feed 'a'",
                "[{name: a, url: 'ftp://x.example'}] | url of feed 'a'",
                "[{name: a, url: 'http://u:p@x.example'}] | url of feed 'a'",
                "[{name: a, url: 'http://x.example', reliability: 2}] | a reliability from 0 to 1",
                "[{name: a, url: 'http://x.example', reliability: high}] | a reliability from 0 to 1",
                "[{name: a, url: 'http://x.example', language: '?'}] | a language such as",
                "[{name: a, url: 'http://x.example', interval: 0s}] | an interval such as",
                "[{name: a, url: 'http://x.example', interval: soon}] | an interval such as",
                "[{name: a, url: 'http://x.example', text: all}] | a text of auto, feed or page",
                "[{name: a, url: 'http://x.example', uri: x}] | the unknown field 'uri'",
                "[{name: a, url: 'http://x.example'}, {name: a, url: 'http://y.example'}] | two feeds with the name 'a'",
            })
    void saysWhatIsWrong(String list, String why) {
        assertThatThrownBy(() -> parse(list))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining(why)
                .hasMessageNotContaining("u:p");
    }
}
