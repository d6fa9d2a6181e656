package io.tocsin.places.placing;

import io.tocsin.places.gazetteer.Gazetteer;

/** The gazetteer and all that look things up in it. */
record Atlas(
        Gazetteer gazetteer, Divided divided, SiteFinder sites, Surroundings surroundings, DisputedAreas disputed) {

    static Atlas of(Gazetteer gazetteer) {
        Divided divided = new Divided(gazetteer);
        DisputedAreas disputed = new DisputedAreas(gazetteer);
        return new Atlas(
                gazetteer,
                divided,
                new SiteFinder(gazetteer, divided),
                new Surroundings(gazetteer, disputed),
                disputed);
    }
}
