package io.tocsin.news.find;

/** The finders that need nothing but a sentence, with their words loaded. Thread-safe. */
public record Finders(
        AttackFinder attacks,
        HarmFinder harm,
        AimFinder aims,
        BlameFinder blames,
        OriginFinder origins,
        VictimFinder victims,
        RoundsFinder rounds) {

    /** With the words of the data files. */
    public static Finders load() {
        AttackWords words = new AttackWords();
        VictimFinder victims = new VictimFinder();
        return new Finders(
                new AttackFinder(words, victims),
                new HarmFinder(),
                new AimFinder(),
                new BlameFinder(),
                new OriginFinder(),
                victims,
                new RoundsFinder(words));
    }
}
