/**
 * The nouns: what sources report, what happened, and how it changes.
 * Plain Java; every record refuses nonsense and names the field.
 */
package io.tocsin.incident;
