package io.tocsin.schemas.topics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;

import org.apache.kafka.common.config.TopicConfig;
import org.junit.jupiter.api.Test;

class TopicCatalogueTest {

    private final TopicCatalogue topics = TopicCatalogue.withDefaultPrefix();

    @Test
    void namesEveryTopicByItsPrefix() {
        assertThat(TopicCatalogue.withPrefix("desk-1").all())
                .extracting(Topic::name)
                .containsExactly(
                        "desk-1.articles",
                        "desk-1.reports",
                        "desk-1.rules",
                        "desk-1.actions",
                        "desk-1.incidents",
                        "desk-1.alerts",
                        "desk-1.sources",
                        "desk-1.dead-letters");
    }

    @Test
    void deletesByTheBrokersClock() {
        assertThat(topics.reports().config())
                .contains(
                        entry(TopicConfig.CLEANUP_POLICY_CONFIG, "delete"),
                        entry(TopicConfig.RETENTION_MS_CONFIG, "34560000000"),
                        entry(TopicConfig.MESSAGE_TIMESTAMP_TYPE_CONFIG, "LogAppendTime"));
        assertThat(topics.articles().config()).containsEntry(TopicConfig.RETENTION_MS_CONFIG, "2592000000");
        assertThat(topics.deadLetters().config()).containsEntry(TopicConfig.RETENTION_MS_CONFIG, "2592000000");
    }

    @Test
    void keepsTheLatestOfEveryKeyAndAlertsAtLeastAMonth() {
        assertThat(topics.rules().config())
                .containsOnly(
                        entry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"),
                        entry(TopicConfig.MAX_MESSAGE_BYTES_CONFIG, "1114112"));
        assertThat(topics.alerts().config())
                .contains(
                        entry(TopicConfig.CLEANUP_POLICY_CONFIG, "compact"),
                        entry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "2592000000"));
        assertThat(topics.actions().config()).containsEntry(TopicConfig.MIN_COMPACTION_LAG_MS_CONFIG, "34560000000");
    }

    @Test
    void spreadsWhatIsManyAndKeepsWhatIsFewTogether() {
        assertThat(topics.all())
                .filteredOn(topic -> topic.partitioning().partitions(6) == 1)
                .extracting(Topic::name)
                .containsExactly("tocsin.rules", "tocsin.actions", "tocsin.sources");
        assertThat(topics.reports().partitioning().partitions(6)).isEqualTo(6);
    }

    @Test
    void everyTopicHasASchemaButTheDeadLetters() {
        assertThat(topics.all())
                .filteredOn(topic -> topic.schema().isEmpty())
                .extracting(Topic::name)
                .containsExactly("tocsin.dead-letters");
    }

    @Test
    void aPrefixThatKafkaRefusesIsRefusedHere() {
        assertThatThrownBy(() -> TopicCatalogue.withPrefix("with space"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("with space.articles");
    }
}
