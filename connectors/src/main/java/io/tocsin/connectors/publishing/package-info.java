/**
 * How what sources say becomes Connect's records: topics, keys, bytes, headers, and the settings that go with them. Shared by all
 * connectors; knows none of them.
 */
package io.tocsin.connectors.publishing;
