/** How fast GDELT's files become reports in Kafka. */
package io.tocsin.benchmarks.gdelt;
