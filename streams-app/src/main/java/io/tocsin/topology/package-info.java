/**
 * The Kafka Streams graph: one class a stage, the stores behind the domain's ports, thin processors.
 * Every decision is the domain's; here it is read, written and forwarded.
 */
package io.tocsin.topology;
