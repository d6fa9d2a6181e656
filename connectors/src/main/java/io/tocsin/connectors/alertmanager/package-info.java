/**
 * Shows the open alerts in Alertmanagers. What is told is the present state, never the history: the state is read from the topic at
 * every start, and told again from time to time.
 *
 * <pre>
 *   records ─► CatchUp: wait for the present ─► Standing: one alert ─► Board: all of them ─► Messenger, one an Alertmanager
 * </pre>
 */
package io.tocsin.connectors.alertmanager;
