/**
 * The Kafka Connect source that reads files of reports. Knows Connect; what a file holds is the reading core's matter. Logs
 * through SLF4J 1.7, which is what a Connect worker gives its plug-ins: no fluent calls.
 */
package io.tocsin.connectors.files;
