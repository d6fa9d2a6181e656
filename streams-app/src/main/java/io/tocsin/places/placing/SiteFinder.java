package io.tocsin.places.placing;

import io.tocsin.places.Reason;
import io.tocsin.places.gazetteer.Gazetteer;
import io.tocsin.places.spelling.GivenName;
import io.tocsin.places.spelling.Likeness;
import io.tocsin.places.spelling.Spelling;

/** Finds the site that a name means, by its strictest spelling under which there is one. */
final class SiteFinder {

    private final Gazetteer gazetteer;
    private final Chooser chooser;
    private final Divided divided;

    SiteFinder(Gazetteer gazetteer, Divided divided) {
        this.gazetteer = gazetteer;
        this.chooser = new Chooser(gazetteer);
        this.divided = divided;
    }

    /** What was found, and by which spelling: {@link Reason#NAME_KNOWN} or {@link Reason#NAME_KNOWN_LOOSELY}. */
    record Found(Choice choice, Reason spelling) {}

    Found find(GivenName name, Whereabouts whereabouts) {
        Choice choice = chooser.choose(gazetteer.sites(name.plain()), whereabouts);
        if (!choice.isNobody()) {
            return new Found(choice, Reason.NAME_KNOWN);
        }
        return switch (name.kind()) {
            case FACILITY -> facility(name, whereabouts);
            case PROVINCE, DISTRICT -> new Found(Choice.NOBODY, Reason.NAME_UNKNOWN);
            case SETTLEMENT -> town(name, whereabouts);
            case UNSAID -> anything(name, whereabouts);
        };
    }

    /** Whether the name is that of a site in the country, whichever. */
    boolean knows(GivenName name, int country) {
        Choice choice = find(name, Whereabouts.inCountry(country)).choice;
        return !choice.isNobody();
    }

    private Found facility(GivenName name, Whereabouts whereabouts) {
        Choice choice = chooser.choose(gazetteer.facilities(name.core()), whereabouts);
        if (!choice.isNobody()) {
            return new Found(choice, Reason.NAME_KNOWN);
        }
        return loosely(gazetteer.facilities(Spelling.loose(name.core())), whereabouts);
    }

    private Found town(GivenName name, Whereabouts whereabouts) {
        Choice choice = chooser.choose(gazetteer.sites(name.core()), whereabouts);
        if (!choice.isNobody()) {
            return new Found(choice, Reason.NAME_KNOWN);
        }
        Found loosely = loosely(gazetteer.sites(Spelling.loose(name.core())), whereabouts);
        return loosely.choice.isNobody() ? byConsonants(name, whereabouts) : loosely;
    }

    private Found anything(GivenName name, Whereabouts whereabouts) {
        if (namesProvince(name, whereabouts.country())) {
            return new Found(Choice.NOBODY, Reason.NAME_OF_A_DIVISION);
        }
        Found loosely = loosely(gazetteer.sites(Spelling.loose(name.plain())), whereabouts);
        if (!loosely.choice.isNobody()) {
            return loosely;
        }
        Found facility = facility(name, whereabouts);
        if (facility.choice.isMade() && isCalled(name, facility.choice.site())) {
            return facility;
        }
        return divided.province(whereabouts.country(), name) >= 0
                ? new Found(Choice.NOBODY, Reason.NAME_OF_A_DIVISION)
                : byConsonants(name, whereabouts);
    }

    /** Whether a facility is called so itself; airfields are listed under the towns that they serve, too. */
    private boolean isCalled(GivenName name, int site) {
        String own = GivenName.of(gazetteer.siteName(site)).core();
        return gazetteer.isNamed(site) || Spelling.loose(own).equals(Spelling.loose(name.core()));
    }

    private boolean namesProvince(GivenName name, int country) {
        return gazetteer.provinces(country, name.plain()).length > 0;
    }

    /** Names of the same consonants differ as often as they agree, so there must be one only, and it must look alike. */
    private Found byConsonants(GivenName name, Whereabouts whereabouts) {
        int[] sites = gazetteer.sitesOfSkeleton(whereabouts.country(), Spelling.skeleton(name.core()));
        Choice choice = chooser.choose(sites, whereabouts);
        boolean alone = choice.isMade() && choice.reason() != Reason.BEST_KNOWN_OF_THE_NAME;
        boolean alike = alone && Likeness.alike(Spelling.loose(name.core()), loose(gazetteer.siteName(choice.site())));
        return new Found(alike ? choice : Choice.NOBODY, Reason.NAME_KNOWN_LOOSELY);
    }

    private static String loose(String name) {
        return Spelling.loose(Spelling.plain(name));
    }

    private Found loosely(int[] sites, Whereabouts whereabouts) {
        return new Found(chooser.choose(sites, whereabouts), Reason.NAME_KNOWN_LOOSELY);
    }
}
