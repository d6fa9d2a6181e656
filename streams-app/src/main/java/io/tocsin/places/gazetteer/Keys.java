package io.tocsin.places.gazetteer;

import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.NameKind;
import io.tocsin.places.spelling.Spelling;
import java.util.function.Consumer;

/**
 * Under which keys a name is found. A sign at the end keeps the kinds of names apart, so that no province is taken for
 * a town nor an air base for the town it is named after.
 */
public final class Keys {

    private static final char FACILITY = '#';
    private static final char PROVINCE = '@';
    private static final char DISTRICT = '^';
    private static final char SKELETON = '~';

    private Keys() {}

    public static String facility(String spelling) {
        return spelling + FACILITY;
    }

    public static String province(String spelling) {
        return spelling + PROVINCE;
    }

    public static String district(String spelling) {
        return spelling + DISTRICT;
    }

    public static String skeleton(String country, String skeleton) {
        return country + skeleton + SKELETON;
    }

    /** The keys of a town or of anything else that bears its full name. */
    public static void ofSite(String name, Consumer<String> keys) {
        GivenName given = GivenName.of(name);
        both(Spelling.plain(name), keys);
        both(given.plain(), keys);
        boolean endsInKind = given.plain().startsWith(given.core());
        if (!endsInKind) {
            both(given.core(), keys);
        }
        int river = river(given.plain());
        if (river > 0) {
            both(given.plain().substring(0, river), keys);
        }
    }

    /** Where the river begins in Newcastle upon Tyne, which is called Newcastle as often; or -1. */
    private static int river(String plain) {
        return Math.max(plain.indexOf(" upon "), Math.max(plain.indexOf(" under "), plain.indexOf(" on ")));
    }

    /** The key in which scripts meet. */
    public static void ofSkeleton(String country, String name, Consumer<String> keys) {
        String skeleton = Spelling.skeleton(GivenName.of(name).core());
        if (!skeleton.isEmpty()) {
            keys.accept(skeleton(country, skeleton));
        }
    }

    /** The keys of a base, an airfield, a camp. */
    public static void ofFacility(String name, Consumer<String> keys) {
        both(GivenName.of(name).core(), key -> keys.accept(facility(key)));
    }

    public static void ofProvince(String name, Consumer<String> keys) {
        GivenName given = GivenName.of(name);
        both(given.plain(), key -> keys.accept(province(key)));
        if (given.kind() == NameKind.PROVINCE || given.kind() == NameKind.DISTRICT) {
            both(given.core(), key -> keys.accept(province(key)));
        }
    }

    public static void ofDistrict(String name, Consumer<String> keys) {
        GivenName given = GivenName.of(name);
        both(given.plain(), key -> keys.accept(district(key)));
        if (given.kind() != NameKind.UNSAID) {
            both(given.core(), key -> keys.accept(district(key)));
        }
    }

    private static void both(String plain, Consumer<String> keys) {
        if (!plain.isEmpty()) {
            keys.accept(plain);
            keys.accept(Spelling.loose(plain));
        }
    }
}
