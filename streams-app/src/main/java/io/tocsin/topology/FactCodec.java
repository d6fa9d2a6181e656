package io.tocsin.topology;

import io.tocsin.incident.Category;
import io.tocsin.incident.TargetKind;
import io.tocsin.incident.TimePrecision;
import io.tocsin.places.Coordinates;
import io.tocsin.places.Place;
import io.tocsin.places.PlacePrecision;
import io.tocsin.topology.state.FactState;
import io.tocsin.topology.state.LedgerState;
import io.tocsin.watch.Fact;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Facts as they stand in the ledger's store. */
final class FactCodec implements Chunks.Codec<Fact> {

    private final StateCodec<LedgerState> states = new StateCodec<>(LedgerState.getClassSchema());

    @Override
    public byte[] encode(Chunks.Chunk<Fact> chunk) {
        return states.encode(new LedgerState(
                chunk.more(), chunk.elements().stream().map(FactCodec::state).toList()));
    }

    @Override
    public Chunks.Chunk<Fact> decode(byte[] bytes) {
        LedgerState state = states.decode(bytes);
        List<Fact> facts = state.getFacts().stream().map(FactCodec::fact).toList();
        return new Chunks.Chunk<>(state.getMore(), facts);
    }

    private static FactState state(Fact fact) {
        Place place = fact.place();
        return new FactState(
                fact.incident(),
                fact.at().toEpochMilli(),
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
                fact.confidence(),
                fact.tags(),
                fact.summary().orElse(null),
                fact.url().orElse(null));
    }

    private static Fact fact(FactState state) {
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
                TimePrecision.valueOf(state.getPrecision()),
                Category.valueOf(state.getCategory()),
                place,
                TargetKind.valueOf(state.getTarget()),
                Optional.ofNullable(state.getAffiliation()),
                Optional.ofNullable(state.getActor()),
                state.getKilled(),
                state.getInjured(),
                state.getOrigins(),
                state.getConfidence(),
                state.getTags(),
                Optional.ofNullable(state.getSummary()),
                Optional.ofNullable(state.getUrl()));
    }
}
