package io.tocsin.schemas.deadletter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class DeadLetterHeadersTest {

    private final Headers headers = new RecordHeaders();

    @Test
    void sayWhatWhereAndWhy() {
        DeadLetterHeaders.of("decode", "unknown-schema-id")
                .withField("place.lat")
                .withMessage("مرفوض")
                .withSchemaId(77)
                .from("tocsin.reports", 3, 12, Instant.ofEpochMilli(5))
                .from("dump.csv", 9)
                .writeTo(headers);

        assertThat(headers)
                .extracting(header -> header.key() + "=" + new String(header.value(), UTF_8))
                .containsExactly(
                        "tocsin.error.stage=decode",
                        "tocsin.error.reason=unknown-schema-id",
                        "tocsin.error.field=place.lat",
                        "tocsin.error.message=مرفوض",
                        "tocsin.error.schema-id=77",
                        "tocsin.error.topic=tocsin.reports",
                        "tocsin.error.partition=3",
                        "tocsin.error.offset=12",
                        "tocsin.error.timestamp=5",
                        "tocsin.error.file=dump.csv",
                        "tocsin.error.line=9");
    }

    @Test
    void leaveOutWhatIsNotKnown() {
        DeadLetterHeaders.of("read", "malformed").writeTo(headers);

        assertThat(headers).hasSize(2);
        assertThat(DeadLetterHeaders.read(headers).get(DeadLetterHeaders.FIELD)).isEmpty();
    }

    @Test
    void comeBackAsTheyWereWritten() {
        headers.add("traceparent", new byte[] {1});
        DeadLetterHeaders.of("decode", "truncated")
                .from("t", 1, 2, Instant.EPOCH)
                .writeTo(headers);

        DeadLetterHeaders read = DeadLetterHeaders.read(headers);

        assertThat(read.get(DeadLetterHeaders.REASON)).contains("truncated");
        assertThat(read.get(DeadLetterHeaders.OFFSET)).contains("2");
        assertThat(read.get("traceparent")).isEmpty();
    }

    @Test
    void replaceThoseOfAnEarlierDeath() {
        DeadLetterHeaders.of("decode", "truncated").writeTo(headers);

        DeadLetterHeaders.of("check", "no-id").writeTo(headers);

        assertThat(headers.headers(DeadLetterHeaders.REASON)).hasSize(1);
        assertThat(DeadLetterHeaders.read(headers).get(DeadLetterHeaders.REASON))
                .contains("no-id");
    }

    @Test
    void aLongMessageIsCutBetweenCharacters() {
        DeadLetterHeaders.of("decode", "malformed")
                .withMessage("x" + "🚀".repeat(500))
                .writeTo(headers);

        String kept =
                DeadLetterHeaders.read(headers).get(DeadLetterHeaders.MESSAGE).orElseThrow();
        assertThat(kept).isEqualTo("x" + "🚀".repeat(255));
        assertThat(headers.lastHeader(DeadLetterHeaders.MESSAGE).value()).hasSizeLessThanOrEqualTo(1024);
    }

    @Test
    void aMissingMessageIsNoAccident() {
        DeadLetterHeaders.of("decode", "malformed").withMessage(null).writeTo(headers);

        assertThat(DeadLetterHeaders.read(headers).get(DeadLetterHeaders.MESSAGE))
                .contains("null");
    }
}
