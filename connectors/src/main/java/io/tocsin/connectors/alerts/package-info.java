/**
 * What the connectors that carry alerts outside have in common: they read {@code tocsin.alerts}, bury what cannot be read, and deliver
 * on threads of their own, so that Connect's thread never waits for a receiver.
 */
package io.tocsin.connectors.alerts;
