/**
 * What a command says: lines for people and for programs, and how it ends.
 * Knows neither Kafka nor the application.
 */
package io.tocsin.cli.terminal;
