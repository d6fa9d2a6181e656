/**
 * The one way in which connectors speak HTTP to sources: with time-outs, limits, and a look at every address before it is
 * connected to. An address may have been typed in by a user and an answer may be hostile; nothing here trusts either.
 *
 * <pre>
 *   Request ─► Web ─► every hop: scheme, address, credentials only where they belong ─► limits ─► Response | SourceFault
 * </pre>
 *
 * Nothing waits and tries again here: who asks decides when to ask next.
 */
package io.tocsin.connectors.web;
