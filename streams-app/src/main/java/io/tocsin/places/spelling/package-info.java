/**
 * How names are spelled: what makes two spellings one name, and what a name says beside it ("town", "air base").
 * Plain Java, pure functions.
 */
package io.tocsin.places.spelling;
