/** The reading core: a file of reports, in JSON lines or CSV, plain or gzip, as outcomes with exact positions. */
package io.tocsin.connectors.reading;
