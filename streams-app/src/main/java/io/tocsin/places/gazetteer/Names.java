package io.tocsin.places.gazetteer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.List;

/** Many names in one array, a fifth of the memory of as many strings. */
public record Names(byte[] utf8, int[] ends) {

    public static Names of(List<String> names) {
        ByteArrayOutputStream utf8 = new ByteArrayOutputStream();
        int[] ends = new int[names.size()];
        for (int i = 0; i < ends.length; i++) {
            utf8.writeBytes(names.get(i).getBytes(UTF_8));
            ends[i] = utf8.size();
        }
        return new Names(utf8.toByteArray(), ends);
    }

    public int size() {
        return ends.length;
    }

    public String get(int i) {
        int start = i == 0 ? 0 : ends[i - 1];
        return new String(utf8, start, ends[i] - start, UTF_8);
    }
}
