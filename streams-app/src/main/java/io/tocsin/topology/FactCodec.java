package io.tocsin.topology;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.topology.state.FactState;
import io.tocsin.watch.Fact;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

/** Facts as they stand in the ledger's store: one after the other. */
final class FactCodec {

    static final byte[] NONE = {};

    private final StateCodec<FactState> states = new StateCodec<>(FactState.getClassSchema());

    /** The facts, and one more at their end. */
    byte[] append(byte[] facts, Fact fact) {
        return states.append(facts, state(fact));
    }

    void decode(byte[] facts, Consumer<Fact> consumer) {
        for (int start = 0; start < facts.length; ) {
            StateCodec.Decoded<FactState> state = states.decode(facts, start);
            consumer.accept(fact(state.value()));
            start = state.end();
        }
    }

    /** The facts without that of the incident; the same bytes if it is not among them. */
    byte[] without(byte[] facts, String incident) {
        for (int start = 0; start < facts.length; ) {
            StateCodec.Decoded<FactState> state = states.decode(facts, start);
            if (state.value().getIncident().equals(incident)) {
                return ByteBuffer.allocate(facts.length - (state.end() - start))
                        .put(facts, 0, start)
                        .put(facts, state.end(), facts.length - state.end())
                        .array();
            }
            start = state.end();
        }
        return facts;
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
