/** The topics of Tocsin: what each one is called, what it holds, and how the broker is to keep it. */
package io.tocsin.schemas.topics;
