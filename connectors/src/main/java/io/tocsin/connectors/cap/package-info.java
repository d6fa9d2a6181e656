/**
 * Alerts in the Common Alerting Protocol, 1.2 and 1.1, as reports: one report for a message and all that update or cancel it.
 *
 * <pre>
 *   index feed ─► entries not seen yet ─► message ─► is it one for us? ─► chain ─► report, revision, retraction
 *                                          │ broken       │ no
 *                                          ▼              ▼
 *                                      dead letter     left out, counted
 * </pre>
 */
package io.tocsin.connectors.cap;
