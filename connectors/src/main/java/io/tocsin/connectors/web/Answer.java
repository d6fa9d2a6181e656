package io.tocsin.connectors.web;

import java.util.Optional;

/** What one hop answered: the answer, or where to go for it. Exactly one is there. */
record Answer(Optional<Response> response, Optional<String> redirect) {

    static Answer of(Response response) {
        return new Answer(Optional.of(response), Optional.empty());
    }

    static Answer elsewhere(String location) {
        return new Answer(Optional.empty(), Optional.of(location));
    }
}
