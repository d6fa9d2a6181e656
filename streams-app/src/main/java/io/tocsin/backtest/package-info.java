/** Drives placing, resolving and watching over a history: what would have been announced, when and how often. */
package io.tocsin.backtest;
