package io.tocsin.news.lexicon;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InflectionTest {

    @ParameterizedTest
    @CsvSource({
        "shell,   shelled shelling shells",
        "strafe,  strafed strafing strafes",
        "ambush,  ambushed ambushing ambushes",
        "slam,    slammed slamming slams",
        "pepper,  peppered peppering peppers",
        "hit,     hit hitting hits",
        "tear,    tore torn tearing tears",
        "blow,    blew blown blowing blows",
        "kidnap,  kidnapped kidnapping kidnaps",
        "die,     died dying dies",
        "bury,    buried burying buries",
        "destroy, destroyed destroying destroys",
        "burn,    burned burnt burning burns",
        "flee,    fled fleeing flees",
        "fire,    fired firing fires",
        "explode, exploded exploding explodes",
        "raid,    raided raiding raids",
        "overrun, overran overrun overrunning overruns"
    })
    void hasTheFormsThatTell(String verb, String forms) {
        assertThat(Inflection.told(verb)).containsExactlyInAnyOrder(forms.split(" ", -1));
    }

    @Test
    void keepsWhatBelongsToTheVerb() {
        assertThat(Inflection.told("tear into"))
                .isEqualTo(Set.of("tore into", "torn into", "tearing into", "tears into"));
    }
}
