package io.tocsin.watch;

import io.tocsin.places.Area;
import java.util.List;

/** What was announced so far. */
public interface AlertBook {

    /** All alerts of the rule in the scope, withdrawn ones included, in no order. */
    List<Announced> of(String rule, Area scope);
}
