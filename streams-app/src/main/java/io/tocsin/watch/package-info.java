/**
 * From incidents to alerts: rules, scopes, ledgers, episodes, and what is said about them.
 * State → derive → diff → announce; plain functions, and not one of them reads a clock.
 */
package io.tocsin.watch;
