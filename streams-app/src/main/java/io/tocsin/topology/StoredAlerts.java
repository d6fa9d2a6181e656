package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.carrotsearch.hppc.LongHashSet;
import io.tocsin.watch.AlertBook;
import io.tocsin.watch.Announced;
import io.tocsin.watch.Step;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.apache.kafka.common.serialization.BytesSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;

/**
 * What was announced, in the store of one task, and in memory an index ordered by the time at which something is due. An
 * alert stands in the index at most once, never later than it is due; one found too early is put back.
 */
final class StoredAlerts implements AlertBook {

    private static final int SCOPES_KEPT = 5_000;

    /** A rule and a book for which something may be due. */
    record Due(String rule, String book) {}

    /** An alert under the time for which it is indexed. */
    private record Indexed(Instant at, Bytes key) implements Comparable<Indexed> {

        private static final Comparator<Indexed> ORDER =
                Comparator.comparing(Indexed::at).thenComparing(Indexed::key);

        @Override
        public int compareTo(Indexed other) {
            return ORDER.compare(this, other);
        }
    }

    private final KeyValueStore<Bytes, byte[]> alerts;
    private final AnnouncedCodec codec = new AnnouncedCodec();
    private final Lru<Bytes, Map<String, AnnouncedCodec.Entry>> scopes = new Lru<>(SCOPES_KEPT);
    private final LongHashSet alarmed = new LongHashSet();
    private final NavigableSet<Indexed> due = new TreeSet<>();

    /** Those of the alerts that a search for what to forget has still to look at, from that key on; null: all. */
    private record Sweep(Instant bound, Bytes from) {}

    private Sweep sweep;

    /** No alert has its first incident before this; so nobody looks in vain for one to forget. */
    private Instant earliest = Instant.MAX;

    StoredAlerts(KeyValueStore<Bytes, byte[]> alerts) {
        this.alerts = alerts;
        try (KeyValueIterator<Bytes, byte[]> all = alerts.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> each = all.next();
                AnnouncedCodec.Entry entry = codec.decode(each.value);
                alarmed.add(
                        hash(name(entry.alert().rule(), entry.alert().scope().book())));
                entry.indexed().ifPresent(at -> due.add(new Indexed(at, each.key)));
                notice(entry.alert());
            }
        }
    }

    @Override
    public List<Announced> of(String rule, String book) {
        Bytes name = name(rule, book);
        if (!alarmed.contains(hash(name))) {
            return List.of();
        }
        return entries(name).values().stream().map(AnnouncedCodec.Entry::alert).toList();
    }

    /** Every alert of the rule. */
    void forEach(String rule, Consumer<Announced> consumer) {
        Bytes prefix = Bytes.wrap((rule + '\0').getBytes(UTF_8));
        try (KeyValueIterator<Bytes, byte[]> all = alerts.prefixScan(prefix, new BytesSerializer())) {
            while (all.hasNext()) {
                consumer.accept(codec.decode(all.next().value).alert());
            }
        }
    }

    /**
     * Forgets alerts that are over, and whose first incident lies before this; looks at so many alerts at the most, and
     * goes on from there the next time.
     *
     * @return whether all are forgotten
     */
    boolean forgetBefore(Instant instant, int most) {
        if (sweep == null) {
            if (!earliest.isBefore(instant)) {
                return true;
            }
            earliest = Instant.MAX;
            sweep = new Sweep(instant, null);
        }
        Instant bound = sweep.bound();
        sweep = rest(sweep, most);
        return sweep == null && !bound.isBefore(instant);
    }

    /** What is left of it after so many alerts; null: nothing. */
    private Sweep rest(Sweep before, int most) {
        List<Bytes> keys = new ArrayList<>();
        Bytes next = null;
        try (KeyValueIterator<Bytes, byte[]> rest = alerts.range(before.from(), null)) {
            for (int seen = 0; rest.hasNext() && next == null; seen++) {
                if (seen == most) {
                    next = rest.peekNextKey();
                } else {
                    KeyValue<Bytes, byte[]> each = rest.next();
                    if (isForgotten(codec.decode(each.value), before.bound())) {
                        keys.add(each.key);
                    }
                }
            }
        }
        keys.forEach(this::forget);
        return next == null ? null : new Sweep(before.bound(), next);
    }

    private boolean isForgotten(AnnouncedCodec.Entry entry, Instant bound) {
        boolean over =
                entry.alert().phase() != Announced.Phase.OPEN && entry.indexed().isEmpty();
        boolean forgotten = over && entry.alert().episode().first().isBefore(bound);
        if (!forgotten) {
            notice(entry.alert());
        }
        return forgotten;
    }

    private void forget(Bytes key) {
        scopes.remove(name(key));
        alerts.delete(key);
    }

    private void notice(Announced alert) {
        Instant first = alert.episode().first();
        earliest = first.isBefore(earliest) ? first : earliest;
    }

    /** Keeps the new state and what is due because of it. */
    void apply(Step step) {
        Announced alert = step.state();
        Bytes name = name(alert.rule(), alert.scope().book());
        Map<String, AnnouncedCodec.Entry> entries = entries(name);
        Bytes key = key(name, alert.id());
        Optional<Instant> indexed = Optional.ofNullable(entries.get(alert.id())).flatMap(AnnouncedCodec.Entry::indexed);
        AnnouncedCodec.Entry entry = new AnnouncedCodec.Entry(alert, reindexed(indexed, alert.due(step.rule()), key));
        if (!entry.equals(entries.get(alert.id()))) {
            put(name, key, entry);
        }
    }

    /**
     * Takes what is due out of the index, in memory: what follows from it is written with the step, and what nothing
     * follows from would be taken once more after a restart.
     *
     * @param most so many at the most; the rest stays for the next time
     */
    List<Due> takeDue(Instant now, int most) {
        List<Due> taken = new ArrayList<>();
        while (taken.size() < most && !due.isEmpty() && !due.first().at().isAfter(now)) {
            Bytes key = due.pollFirst().key();
            Bytes name = name(key);
            Map<String, AnnouncedCodec.Entry> entries = entries(name);
            Announced alert = entries.get(id(key, name)).alert();
            entries.put(alert.id(), new AnnouncedCodec.Entry(alert, Optional.empty()));
            taken.add(new Due(alert.rule(), alert.scope().book()));
        }
        return taken;
    }

    private Optional<Instant> reindexed(Optional<Instant> indexed, Optional<Instant> wanted, Bytes key) {
        boolean early = wanted.isPresent()
                && indexed.isPresent()
                && !indexed.get().isAfter(wanted.get())
                && due.contains(new Indexed(indexed.get(), key));
        if (early) {
            return indexed;
        }
        indexed.ifPresent(at -> due.remove(new Indexed(at, key)));
        wanted.ifPresent(at -> due.add(new Indexed(at, key)));
        return wanted;
    }

    private void put(Bytes name, Bytes key, AnnouncedCodec.Entry entry) {
        entries(name).put(entry.alert().id(), entry);
        alarmed.add(hash(name));
        notice(entry.alert());
        alerts.put(key, codec.encode(entry));
    }

    private Map<String, AnnouncedCodec.Entry> entries(Bytes name) {
        Map<String, AnnouncedCodec.Entry> kept = scopes.get(name);
        if (kept == null) {
            kept = alarmed.contains(hash(name)) ? load(name) : new LinkedHashMap<>();
            scopes.put(name, kept);
        }
        return kept;
    }

    private Map<String, AnnouncedCodec.Entry> load(Bytes name) {
        Map<String, AnnouncedCodec.Entry> entries = new LinkedHashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = alerts.prefixScan(name, new BytesSerializer())) {
            while (all.hasNext()) {
                AnnouncedCodec.Entry entry = codec.decode(all.next().value);
                entries.put(entry.alert().id(), entry);
            }
        }
        return entries;
    }

    private static Bytes name(String rule, String book) {
        return Bytes.wrap((rule + '\0' + book + '\0').getBytes(UTF_8));
    }

    private static Bytes key(Bytes name, String id) {
        byte[] end = id.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(name.get().length + end.length)
                .put(name.get())
                .put(end)
                .array());
    }

    private static Bytes name(Bytes key) {
        int rule = end(key.get(), 0);
        int scope = end(key.get(), rule);
        return Bytes.wrap(Arrays.copyOf(key.get(), scope));
    }

    private static String id(Bytes key, Bytes name) {
        int start = name.get().length;
        return new String(key.get(), start, key.get().length - start, UTF_8);
    }

    /** After the next NUL. */
    private static int end(byte[] key, int start) {
        int end = start;
        while (key[end] != 0) {
            end++;
        }
        return end + 1;
    }

    /** Two names of one hash cost a look in vain. */
    private static long hash(Bytes name) {
        return (long) Utils.murmur2(name.get()) << Integer.SIZE | Integer.toUnsignedLong(name.hashCode());
    }
}
