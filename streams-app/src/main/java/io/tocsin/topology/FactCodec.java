package io.tocsin.topology;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.topology.state.FactState;
import io.tocsin.watch.Fact;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Facts as they stand in the ledger's store. */
final class FactCodec {

    private final StateCodec<FactState> states = new StateCodec<>(FactState.getClassSchema());

    byte[] encode(Fact fact) {
        return states.encode(state(fact));
    }

    Fact decode(byte[] bytes) {
        return fact(states.decode(bytes));
    }

    static FactState state(Fact fact) {
        Place place = fact.place();
        return new FactState(
                fact.incident(),
                fact.at().toEpochMilli(),
                fact.span().toMillis(),
                fact.precision().name(),
                fact.category().name(),
                place.country(),
                place.province().orElse(null),
                place.district().orElse(null),
                place.site().orElse(null),
                place.coordinates().map(Coordinates::lat).orElse(null),
                place.coordinates().map(Coordinates::lon).orElse(null),
                place.precision().name(),
                fact.target().name(),
                fact.affiliation().orElse(null),
                fact.actor().orElse(null),
                fact.killed(),
                fact.injured(),
                fact.origins(),
                fact.sources(),
                fact.confidence(),
                fact.tags(),
                fact.summary().orElse(null),
                fact.url().orElse(null));
    }

    static Fact fact(FactState state) {
        Place place = new Place(
                state.getCountry(),
                Optional.ofNullable(state.getProvince()),
                Optional.ofNullable(state.getDistrict()),
                Optional.ofNullable(state.getSite()),
                Optional.ofNullable(state.getLat()).map(lat -> new Coordinates(lat, state.getLon())),
                PlacePrecision.valueOf(state.getPlacePrecision()));
        return new Fact(
                state.getIncident(),
                Instant.ofEpochMilli(state.getAtMs()),
                Duration.ofMillis(state.getSpanMs()),
                TimePrecision.valueOf(state.getPrecision()),
                Category.valueOf(state.getCategory()),
                place,
                TargetKind.valueOf(state.getTarget()),
                Optional.ofNullable(state.getAffiliation()),
                Optional.ofNullable(state.getActor()),
                state.getKilled(),
                state.getInjured(),
                state.getOrigins(),
                state.getSources(),
                state.getConfidence(),
                state.getTags(),
                Optional.ofNullable(state.getSummary()),
                Optional.ofNullable(state.getUrl()));
    }
}
