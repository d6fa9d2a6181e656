/** The events of the Uppsala Conflict Data Program through its API: yearly GED releases and monthly candidate events. */
package io.tocsin.connectors.ucdp;
