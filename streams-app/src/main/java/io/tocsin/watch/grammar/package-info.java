/**
 * The grammar of rules: from YAML or JSON text to rules and back, and what is wrong with a text, line by line.
 * Plain Java, SnakeYAML's nodes and CEL's expressions; nothing is ever constructed that the text names.
 */
package io.tocsin.watch.grammar;
