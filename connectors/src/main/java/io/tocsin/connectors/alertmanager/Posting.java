package io.tocsin.connectors.alertmanager;

import java.time.Instant;
import java.util.Map;

/**
 * One alert as Alertmanager's API takes it.
 *
 * @param id of the alert
 * @param startsAt not after {@code endsAt}
 * @param endsAt in the past for one that is over, ahead for one that is to be seen until then
 */
record Posting(String id, Labels labels, Map<String, String> annotations, Instant startsAt, Instant endsAt) {}
