package io.tocsin.news.tell;

import io.tocsin.news.find.attack.AttackFinder;
import io.tocsin.news.find.attack.AttackWords;
import io.tocsin.news.find.attack.RoundsFinder;
import io.tocsin.news.find.people.AimFinder;
import io.tocsin.news.find.people.BlameFinder;
import io.tocsin.news.find.people.HarmFinder;
import io.tocsin.news.find.people.OriginFinder;
import io.tocsin.news.find.people.VictimFinder;

/** The finders that need nothing but a sentence, with their words loaded. Thread-safe. */
record Finders(
        AttackFinder attacks,
        HarmFinder harm,
        AimFinder aims,
        BlameFinder blames,
        OriginFinder origins,
        VictimFinder victims,
        RoundsFinder rounds) {

    /** With the words of the data files. */
    static Finders load() {
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
