package io.tocsin.places.placing;

import io.tocsin.places.Place;
import io.tocsin.places.Placed;
import io.tocsin.places.Placing;
import io.tocsin.places.gazetteer.Gazetteer;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Places by the gazetteer. What it found last is kept, because sources name few places and those again and again; that
 * memory is bounded and changes no answer.
 */
public final class GazetteerPlacing implements Placing {

    private static final int REMEMBERED = 32_768;

    private final Atlas atlas;
    private final Memo<Question, Placed> memo = new Memo<>(REMEMBERED);

    private record Question(Place given, List<String> alsoNamed) {}

    public GazetteerPlacing(Gazetteer gazetteer) {
        this.atlas = Atlas.of(gazetteer);
    }

    /**
     * By the gazetteer of this program, with the user's own sites where there is a file of them.
     *
     * @throws io.tocsin.places.gazetteer.InvalidSitesException if the file is wrong
     */
    public static Placing load(Optional<Path> ownSites) {
        return new GazetteerPlacing(Gazetteer.load(ownSites));
    }

    @Override
    public Placed place(Place given, List<String> alsoNamed) {
        Question question = new Question(given, alsoNamed);
        Placed known = memo.get(question);
        if (known != null) {
            return known;
        }
        Placed placed = new Case(atlas, given, alsoNamed).placed();
        memo.put(new Question(given, List.copyOf(alsoNamed)), placed);
        return placed;
    }
}
