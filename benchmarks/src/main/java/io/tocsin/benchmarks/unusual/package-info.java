/**
 * How well {@code unusual} keeps its word: simulates scopes, counts how often chance alone fires, and how soon surges are
 * found.
 */
package io.tocsin.benchmarks.unusual;
