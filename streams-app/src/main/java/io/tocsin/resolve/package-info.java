/**
 * From reports to incidents: which reports speak of one event, and what they say together.
 * An incident is a function of the set of its reports, never of their order.
 */
package io.tocsin.resolve;
