/**
 * The command line: one class a command, each a few lines over the rooms below.
 * Nothing knows it.
 */
package io.tocsin.cli;
