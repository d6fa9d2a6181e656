/** Kafka, its schema registry and its Connect worker inside this process, for trying out, testing and small installations. */
package io.tocsin.embedded;
