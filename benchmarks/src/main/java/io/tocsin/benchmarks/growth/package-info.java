/** What an incident costs the watch as incidents, rules and scopes grow in number. */
package io.tocsin.benchmarks.growth;
