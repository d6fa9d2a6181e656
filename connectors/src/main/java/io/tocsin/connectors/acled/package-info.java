/** The Armed Conflict Location and Event Data of ACLED, through its API: rows, corrections and deletions. */
package io.tocsin.connectors.acled;
