/**
 * Posts every transition of every alert to an endpoint, in order, until it is taken or its time is over.
 *
 * <pre>
 *   records ─► Outbox ─► Courier, a thread: Message ─► endpoint | later | dead letter ─► offsets that may be committed
 * </pre>
 */
package io.tocsin.connectors.webhook;
