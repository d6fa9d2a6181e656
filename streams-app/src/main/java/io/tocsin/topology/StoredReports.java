package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.tocsin.incident.ReportId;
import io.tocsin.resolve.Block;
import io.tocsin.resolve.Known;
import io.tocsin.resolve.KnownReports;
import io.tocsin.resolve.Resolution;
import io.tocsin.topology.state.BlockState;
import io.tocsin.topology.state.KnownState;
import io.tocsin.topology.state.ReportRef;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueStore;

/** The reports that the resolver remembers, in the stores of one task. */
final class StoredReports implements KnownReports {

    private final KeyValueStore<Bytes, byte[]> reports;
    private final Chunks<ReportId> blocks;
    private final KnownCodec codec = new KnownCodec();

    StoredReports(KeyValueStore<Bytes, byte[]> reports, KeyValueStore<Bytes, byte[]> blocks) {
        this.reports = reports;
        this.blocks = new Chunks<>(blocks, new BlockCodec());
    }

    @Override
    public Optional<Known> find(ReportId id) {
        return Optional.ofNullable(reports.get(key(id))).map(codec::decode);
    }

    @Override
    public List<ReportId> in(Block block) {
        return blocks.read(name(block), MOST_IN_BLOCK);
    }

    /** Remembers what the resolution says. */
    void apply(Resolution resolution) {
        resolution.remember().forEach(known -> reports.put(key(known.report().id()), codec.encode(known)));
        resolution.left().forEach(block -> blocks.remove(name(block), resolution.report()::equals));
        resolution.entered().forEach(block -> blocks.add(name(block), resolution.report()));
    }

    private static Bytes key(ReportId id) {
        return Bytes.wrap((id.source() + '\0' + id.id()).getBytes(UTF_8));
    }

    private static Bytes name(Block block) {
        return Bytes.wrap(block.key().getBytes(UTF_8));
    }

    private static final class KnownCodec {
        private static final int REPORT_VERSION = 1;

        private final StateCodec<KnownState> states = new StateCodec<>(KnownState.getClassSchema());
        private final StateCodec<io.tocsin.avro.Report> reports =
                new StateCodec<>(io.tocsin.avro.Report.getClassSchema());

        byte[] encode(Known known) {
            return states.encode(new KnownState(
                    known.firstPublishedAt().toEpochMilli(),
                    known.announced(),
                    REPORT_VERSION,
                    ByteBuffer.wrap(reports.encode(ReportRecords.record(known.report())))));
        }

        Known decode(byte[] bytes) {
            KnownState state = states.decode(bytes);
            byte[] report = new byte[state.getReport().remaining()];
            state.getReport().get(report);
            return new Known(
                    ReportRecords.report(reports.decode(report)),
                    Instant.ofEpochMilli(state.getFirstPublishedAtMs()),
                    state.getAnnounced());
        }
    }

    private static final class BlockCodec implements Chunks.Codec<ReportId> {
        private final StateCodec<BlockState> states = new StateCodec<>(BlockState.getClassSchema());

        @Override
        public byte[] encode(Chunks.Chunk<ReportId> chunk) {
            List<ReportRef> refs = chunk.elements().stream()
                    .map(id -> new ReportRef(id.source(), id.id()))
                    .toList();
            return states.encode(new BlockState(chunk.more(), refs));
        }

        @Override
        public Chunks.Chunk<ReportId> decode(byte[] bytes) {
            BlockState state = states.decode(bytes);
            return new Chunks.Chunk<>(
                    state.getMore(),
                    state.getReports().stream()
                            .map(ref -> new ReportId(ref.getSource(), ref.getId()))
                            .toList());
        }
    }
}
