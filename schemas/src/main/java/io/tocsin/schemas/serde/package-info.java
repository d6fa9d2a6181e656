/** Kafka serializers and deserializers for the generated records, in Confluent's wire format, and the registration of their schemas. */
package io.tocsin.schemas.serde;
