/** Reports that others push over HTTP: checked row by row, and answered for once Kafka has them. */
package io.tocsin.api.push;
