/** The answer of a backtest: for people on a terminal, as a page, and for programs. */
package io.tocsin.cli.backtest;
