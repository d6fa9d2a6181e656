/** The headers by which a dead letter says where it came from and why it died. */
package io.tocsin.schemas.deadletter;
