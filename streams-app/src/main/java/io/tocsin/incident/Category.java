package io.tocsin.incident;

import java.util.Locale;
import java.util.Optional;

/** What kind of attack it was. */
public enum Category {
    ROCKET(Family.INDIRECT_FIRE, "rocket attack"),
    MORTAR_OR_ARTILLERY(Family.INDIRECT_FIRE, "mortar or artillery attack"),
    MISSILE(Family.INDIRECT_FIRE, "missile attack"),
    DRONE(Family.AIR_ATTACK, "drone attack"),
    AIR_STRIKE(Family.AIR_ATTACK, "air strike"),
    IED(Family.BOMBING, "roadside bombing"),
    VEHICLE_BOMB(Family.BOMBING, "vehicle bombing"),
    SUICIDE_BOMB(Family.BOMBING, "suicide bombing"),
    MINE(Family.BOMBING, "mine explosion"),
    GRENADE(Family.BOMBING, "grenade attack"),
    SHOOTING(Family.DIRECT_FIRE, "shooting"),
    AMBUSH(Family.DIRECT_FIRE, "ambush"),
    ARMED_CLASH(Family.DIRECT_FIRE, "armed clash"),
    STABBING(Family.TARGETED_ATTACK, "stabbing"),
    ARSON(Family.PROPERTY_ATTACK, "arson attack"),
    ABDUCTION(Family.TARGETED_ATTACK, "abduction"),
    ASSASSINATION(Family.TARGETED_ATTACK, "assassination"),
    SABOTAGE(Family.PROPERTY_ATTACK, "sabotage act"),
    RIOT(Family.UNREST, "riot"),
    THREAT(Family.UNREST, "threat"),
    OTHER(Family.OTHER, "attack"),
    UNKNOWN(Family.OTHER, "attack");

    private final Family family;
    private final String noun;

    Category(Family family, String noun) {
        this.family = family;
        this.noun = noun;
    }

    /** The family that it belongs to. */
    public Family family() {
        return family;
    }

    /** One such attack, in words. */
    public String noun() {
        return noun;
    }

    /** Its name in rules and texts, such as {@code vehicle-bomb}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The category of that label. */
    public static Optional<Category> of(String label) {
        for (Category category : values()) {
            if (category.label().equals(label)) {
                return Optional.of(category);
            }
        }
        return Optional.empty();
    }
}
