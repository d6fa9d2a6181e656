package io.tocsin.topology;

import static io.tocsin.fixtures.FactBuilder.aFact;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.tocsin.watch.Fact;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Test;

/** Cells of a store hold what was put into them, however they are cut. */
class CellsTest {

    private static final int CLOSED_AT = 4 * 1024;
    private static final int LONGEST_FACT = 2_000;

    /** One name is the beginning of another, and one holds what separates names from numbers. */
    private static final List<String> NAMES = List.of("a", "a\0", "a\0\0\0\0\0", "b", "");

    private final KeyValueStore<Bytes, byte[]> store = Memory.store();
    private final Cells cells = new Cells(store, new FactCodec());

    @Test
    void holdWhatWasPutIntoThem() {
        for (int seed = 0; seed < 200; seed++) {
            try {
                doAnything(Memory.store(), new Random(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    private static void doAnything(KeyValueStore<Bytes, byte[]> store, Random random) {
        Cells cells = new Cells(store, new FactCodec());
        Map<String, List<Fact>> lists = new HashMap<>();
        NAMES.forEach(name -> lists.put(name, new ArrayList<>()));
        int removals = random.nextInt(60);
        for (int step = 0; step < 100; step++) {
            String name = NAMES.get(random.nextInt(NAMES.size()));
            List<Fact> list = lists.get(name);
            if (random.nextInt(100) < removals && !list.isEmpty()) {
                Fact which = list.remove(random.nextInt(list.size()));
                assertThat(cells.remove(name(name), which.incident())).isEqualTo(list.isEmpty());
            } else {
                Fact fact = fact(step, random);
                list.add(fact);
                if (list.size() == 1) {
                    cells.begin(name(name), fact);
                } else {
                    cells.add(name(name), fact);
                }
            }
            if (random.nextInt(20) == 0) {
                cells = restarted(store);
            }
            assertThat(read(cells, name)).containsExactlyInAnyOrderElementsOf(list);
        }
        Cells restarted = restarted(store);
        lists.forEach((name, list) -> assertThat(read(restarted, name)).containsExactlyInAnyOrderElementsOf(list));
        assertThat(sizes(store)).allMatch(size -> size <= CLOSED_AT + LONGEST_FACT + 200);
    }

    @Test
    void leaveNothingBehindWhenEmpty() {
        for (int i = 0; i < 20; i++) {
            add("a", i, "x".repeat(900));
        }
        for (int i = 0; i < 20; i++) {
            assertThat(cells.remove(name("a"), "inc-" + i)).isEqualTo(i == 19);
        }

        assertThat(sizes(store)).isEmpty();
    }

    @Test
    void sayThatNothingWasThereToRemove() {
        add("a", 0, "");

        assertThat(cells.remove(name("a"), "another")).isFalse();
        assertThat(cells.remove(name("b"), "inc-0")).isFalse();
        assertThat(read(cells, "a")).hasSize(1);
    }

    @Test
    void costOneChunkToAddToHoweverManyThereAre() {
        for (int i = 0; i < 200; i++) {
            add("a", i, "x".repeat(400));
        }
        Map<Bytes, byte[]> before = content(store);
        add("a", 200, "x".repeat(400));
        Map<Bytes, byte[]> after = content(store);

        assertThat(before).hasSizeGreaterThan(10);
        assertThat(after.keySet().stream().filter(key -> !Arrays.equals(before.get(key), after.get(key))))
                .hasSize(1);
    }

    private void add(String name, int number, String origin) {
        Fact fact = aFact("inc-" + number).origins("AFP" + origin).build();
        if (number == 0) {
            cells.begin(name(name), fact);
        } else {
            cells.add(name(name), fact);
        }
    }

    private static Fact fact(int number, Random random) {
        return aFact("inc-" + number)
                .origins("x".repeat(1 + random.nextInt(LONGEST_FACT)))
                .build();
    }

    private static List<Fact> read(Cells cells, String name) {
        List<Fact> facts = new ArrayList<>();
        cells.read(name(name), facts::add);
        return facts;
    }

    private static Cells restarted(KeyValueStore<Bytes, byte[]> store) {
        Cells cells = new Cells(store, new FactCodec());
        content(store).keySet().forEach(cells::noticed);
        return cells;
    }

    private static List<Integer> sizes(KeyValueStore<Bytes, byte[]> store) {
        return content(store).values().stream().map(bytes -> bytes.length).toList();
    }

    private static Map<Bytes, byte[]> content(KeyValueStore<Bytes, byte[]> store) {
        Map<Bytes, byte[]> content = new HashMap<>();
        try (KeyValueIterator<Bytes, byte[]> all = store.all()) {
            all.forEachRemaining(each -> content.put(each.key, each.value));
        }
        return content;
    }

    private static Bytes name(String name) {
        return Bytes.wrap(name.getBytes(UTF_8));
    }
}
