package io.tocsin.places.placing;

import io.tocsin.places.gazetteer.Gazetteer;

/** The gazetteer and all that look things up in it. */
record Atlas(
        Gazetteer gazetteer, Divided divided, SiteFinder sites, Surroundings surroundings, DisputedAreas disputed) {

    Atlas(Gazetteer gazetteer) {
        this(gazetteer, new Divided(gazetteer));
    }

    private Atlas(Gazetteer gazetteer, Divided divided) {
        this(
                gazetteer,
                divided,
                new SiteFinder(gazetteer, divided),
                new Surroundings(gazetteer),
                new DisputedAreas(gazetteer));
    }
}
