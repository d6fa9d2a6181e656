/** Whole-pipeline benchmarks: broker, application and load each in a JVM of their own, two contestants in one run. */
package io.tocsin.benchmarks;
