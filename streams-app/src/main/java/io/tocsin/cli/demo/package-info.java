/**
 * The demonstration: files go the whole way through an embedded cluster, and alerts come out.
 * Ends when every report has gone its way.
 */
package io.tocsin.cli.demo;
