/**
 * The core of all connectors that ask a source from time to time. A source is a {@link io.tocsin.connectors.polling.Plugin}: its
 * settings and its {@link io.tocsin.connectors.polling.Feed feeds}. A feed has a {@link io.tocsin.connectors.polling.Cursor} and
 * takes one {@link io.tocsin.connectors.polling.Step} at a time; everything else (when, time-outs, back-off, offsets, statuses,
 * dead letters, stopping) is done here and in {@code web}.
 *
 * <pre>
 *   public final class XConnector extends PollingConnector {      public final class XTask extends PollingTask {
 *       public XConnector() {                                         public XTask() {
 *           super(new XPlugin(), XTask.class);                            super(new XPlugin(), Surroundings.system());
 *       }                                                             }
 *   }                                                             }
 *
 *   poll:  due? ── no ─► rest, null
 *           │ yes
 *           ▼
 *          feed.next(cursor, web) ── fault ─► status with the error; due again after the back-off, at the same cursor
 *           │ step
 *           ▼
 *          records, each with the offset before the step, the last one with the offset behind it ── more ─► next step at once
 *           │ over
 *           ▼
 *          status as the last record; due again an interval after the poll began
 * </pre>
 *
 * Nothing is lost when a worker dies: a restart goes on at the last offset that was published, and that is never behind a record
 * that was not. Under exactly-once support a step is published as a whole or not at all; without it, up to one step is published
 * again, with the same content as long as the source says the same. What a feed publishes must therefore depend on the cursor and
 * the source's answer only, and never on the clock. Logs through SLF4J 1.7: no fluent calls.
 */
package io.tocsin.connectors.polling;
