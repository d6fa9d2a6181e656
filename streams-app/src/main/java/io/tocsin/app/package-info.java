/**
 * The application: configuration, the life of an instance, and what it needs from a cluster.
 * May know every other room; nothing but the command line knows it.
 */
package io.tocsin.app;
