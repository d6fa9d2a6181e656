package io.tocsin.benchmarks.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArticleFolderTest {

    @TempDir
    private Path folder;

    @Test
    void alternativesAreTakenApart() {
        Label label = Labels.incident("'category': 'ambush|shooting', 'site': 'Liboi|Kulan', 'target': 'police', "
                + "'from': '2021-05-01', 'until': '2021-05-03'");

        assertThat(label.categories()).containsExactly(Category.AMBUSH, Category.SHOOTING);
        assertThat(label.sites()).containsExactly("Liboi", "Kulan");
        assertThat(label.targets()).containsExactly(TargetKind.POLICE);
        assertThat(label.days()).map(Days::toString).contains("2021-05-01 to 2021-05-03");
    }

    @Test
    void whatIsNotNamedIsEmpty() {
        Label label = Labels.incident("'category': 'rocket'");

        assertThat(label.days()).isEmpty();
        assertThat(label.killed()).isEmpty();
        assertThat(label.attributions()).isEmpty();
        assertThat(Labels.article("'must': []").kind()).isEqualTo(Optional.empty());
    }

    @Test
    void aDayOfPublicationIsItsNoon() {
        assertThat(Labels.article("'must': []").publishedAt()).isEqualTo(Instant.parse("2021-05-05T12:00:00Z"));
    }

    @Test
    void wrongLabelsAreRefusedByName() {
        refused("'must': [{'category': 'rocket', 'sight': 'Balad'}]", "a.txt: unknown field sight");
        refused("'must': [{'category': 'rockets'}]", "a.txt: no category: rockets");
        refused("'must': [], 'kind': 'long'", "a.txt: no kind of article: long");
        refused("'must': [{'category': 'rocket', 'killed': '3'}]", "a.txt: killed is no number");
        refused("'must': [{'category': 'rocket', 'from': '2021-05-02', 'until': '2021-05-01'}]", "is before from");
    }

    @Test
    void aTextWithoutLabelsIsRefused() throws Exception {
        Labels.write(folder, "'must': []");
        Files.writeString(folder.resolve("expected.json"), "[]");

        assertThatThrownBy(() -> ArticleFolder.read(folder)).hasMessage("without labels: [a.txt]");
    }

    private static void refused(String fields, String reason) {
        assertThatThrownBy(() -> Labels.article(fields)).hasMessageContaining(reason);
    }
}
