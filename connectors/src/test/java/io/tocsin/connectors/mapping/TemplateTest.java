package io.tocsin.connectors.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {

    private final Row row =
            new Row(Map.of("id", 0, "place", 1, "empty", 2), Set.of("NA"), List.of(" 7 ", "Kyīv", "NA"), 2);

    @Test
    void fillsInCellsWithoutTheirWhiteSpace() {
        assertThat(Template.parse("x:{id}/{place}", "here").fill(row)).isEqualTo("x:7/Kyīv");
    }

    @Test
    void isEmptyAsSoonAsOneCellIsEmptyOrSaysMissing() {
        assertThat(Template.parse("x:{id}{empty}", "here").fill(row)).isEmpty();
        assertThat(Template.parse("{absent}", "here").fill(row)).isEmpty();
    }

    @Test
    void readsDoubledBracesAsBraces() {
        assertThat(Template.parse("{{{id}}}", "here").fill(row)).isEqualTo("{7}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{id", "{}", "id}"})
    void refusesBracesThatDoNotMatch(String text) {
        assertThatExceptionOfType(MappingException.class)
                .isThrownBy(() -> Template.parse(text, "fields.id"))
                .withMessageContaining("fields.id");
    }
}
