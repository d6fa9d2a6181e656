/** Sources that fall silent: what their connectors say of them, and when that is long enough to wake somebody. */
package io.tocsin.sources;
