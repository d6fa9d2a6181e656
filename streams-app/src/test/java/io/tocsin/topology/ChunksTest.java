package io.tocsin.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Lists in a store behave as lists, however they are cut. */
class ChunksTest {

    private static final int MOST_BYTES = 4 * 1024;
    private static final int LONGEST_ELEMENT = 1_500;

    /** One name is the beginning of another, and one holds what separates names from numbers. */
    private static final List<String> NAMES = List.of("a", "a\0", "a\0\0\0\0\0", "b", "");

    private final KeyValueStore<Bytes, byte[]> store = Memory.store();
    private final Chunks<String> chunks = new Chunks<>(store, new Lines());

    @Test
    void areAsListsAre() {
        for (int seed = 0; seed < 200; seed++) {
            try {
                doAnything(Memory.store(), new Random(seed));
            } catch (AssertionError e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void doAnything(KeyValueStore<Bytes, byte[]> store, Random random) {
        Chunks<String> chunks = new Chunks<>(store, new Lines());
        Map<String, List<String>> lists = new HashMap<>();
        NAMES.forEach(name -> lists.put(name, new ArrayList<>()));
        int removals = random.nextInt(60);
        for (int step = 0; step < 100; step++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            List<String> list = lists.get(name);
            if (random.nextInt(100) < removals) {
                String which = list.isEmpty() ? "none" : list.get(random.nextInt(list.size()));
                list.remove(which);
                chunks.remove(name(name), which::equals);
            } else {
                String element = random.nextInt(30) + "x".repeat(random.nextInt(LONGEST_ELEMENT));
                list.add(element);
                chunks.add(name(name), element);
            }
            if (random.nextInt(20) == 0) {
                chunks = new Chunks<>(store, new Lines());
            }
            int most = random.nextInt(40);
            assertThat(chunks.read(name(name), most)).isEqualTo(list.subList(0, Math.min(most, list.size())));
        }
        Chunks<String> restarted = new Chunks<>(store, new Lines());
        lists.forEach((name, list) ->
                assertThat(restarted.read(name(name), Integer.MAX_VALUE)).isEqualTo(list));
        noChunkOutgrowsARecord(store);
    }

    @Test
    void leaveNothingBehindWhenEmpty() {
        chunks.add(name("a"), "one");
        chunks.add(name("a"), "two");
        chunks.remove(name("a"), "one"::equals);
        chunks.remove(name("a"), "two"::equals);

        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            assertThat(all).isExhausted();
        }
    }

    @Test
    void removeTheFirstOfTwoThatAreAlike() {
        List.of("one", "two", "one").forEach(element -> chunks.add(name("a"), element));

        chunks.remove(name("a"), "one"::equals);

        assertThat(chunks.read(name("a"), 10)).containsExactly("two", "one");
    }

    private static void noChunkOutgrowsARecord(KeyValueStore<Bytes, byte[]> store) {
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(chunk -> assertThat(chunk.value.length).isLessThan(MOST_BYTES + LONGEST_ELEMENT + 16));
        }
    }

    private static Bytes name(String name) {
        return Bytes.wrap(name.getBytes(UTF_8));
    }

    private static final class Lines implements Chunks.Codec<String> {
        @Override
        public byte[] encode(Chunks.Chunk<String> chunk) {
            return ((chunk.more() ? "+" : "-") + String.join("\n", chunk.elements())).getBytes(UTF_8);
        }

        @Override
        public Chunks.Chunk<String> decode(byte[] bytes) {
            String text = new String(bytes, UTF_8);
            String lines = text.substring(1);
            return new Chunks.Chunk<>(
                    text.charAt(0) == '+', lines.isEmpty() ? List.of() : List.of(lines.split("\n", -1)));
        }
    }
}
