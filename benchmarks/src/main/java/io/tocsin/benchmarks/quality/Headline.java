package io.tocsin.benchmarks.quality;

import io.tocsin.incident.Category;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Reads the kind of attack off a headline, as far as its words tell; the first that is named wins. */
final class Headline {

    private static final Map<String, Category> WORDS = words();

    private Headline() {}

    static Category category(String headline) {
        String text = headline.toLowerCase(Locale.ROOT);
        for (Map.Entry<String, Category> word : WORDS.entrySet()) {
            if (text.contains(word.getKey())) {
                return word.getValue();
            }
        }
        return Category.UNKNOWN;
    }

    private static Map<String, Category> words() {
        Map<String, Category> words = new LinkedHashMap<>();
        words.put("suicide", Category.SUICIDE_BOMB);
        words.put("car bomb", Category.VEHICLE_BOMB);
        words.put("booby", Category.VEHICLE_BOMB);
        words.put("truck bomb", Category.VEHICLE_BOMB);
        words.put("roadside", Category.IED);
        words.put("drone", Category.DRONE);
        words.put("air strike", Category.AIR_STRIKE);
        words.put("airstrike", Category.AIR_STRIKE);
        words.put("air raid", Category.AIR_STRIKE);
        words.put("warplane", Category.AIR_STRIKE);
        words.put("barrel", Category.AIR_STRIKE);
        words.put("raids", Category.AIR_STRIKE);
        words.put("rocket", Category.ROCKET);
        words.put("missile", Category.MISSILE);
        words.put("mortar", Category.MORTAR_OR_ARTILLERY);
        words.put("shell", Category.MORTAR_OR_ARTILLERY);
        words.put("bombard", Category.MORTAR_OR_ARTILLERY);
        words.put("landmine", Category.MINE);
        words.put("mine ", Category.MINE);
        words.put("grenade", Category.GRENADE);
        words.put("assassinat", Category.ASSASSINATION);
        words.put("execut", Category.ASSASSINATION);
        words.put("behead", Category.ASSASSINATION);
        words.put("kidnap", Category.ABDUCTION);
        words.put("abduct", Category.ABDUCTION);
        words.put("ambush", Category.AMBUSH);
        words.put("gunm", Category.SHOOTING);
        words.put("shot ", Category.SHOOTING);
        words.put("shoot", Category.SHOOTING);
        words.put("sniper", Category.SHOOTING);
        words.put("clash", Category.ARMED_CLASH);
        words.put("fight", Category.ARMED_CLASH);
        words.put("battle", Category.ARMED_CLASH);
        words.put("bomb", Category.IED);
        words.put("blast", Category.IED);
        words.put("explo", Category.IED);
        return words;
    }
}
