/** The events of GDELT 2.0 that are attacks: its list of files, the files themselves, and what their rows mean. */
package io.tocsin.connectors.gdelt;
