/**
 * Articles that are given on the command line, and what was read in them, in words and in JSON. Files, pages and texts
 * are hostile until shown otherwise.
 */
package io.tocsin.cli.reading;
