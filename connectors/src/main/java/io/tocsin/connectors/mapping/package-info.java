/** How the rows of a foreign table become reports: the mapping grammar, its reader, and the mappings that are shipped. */
package io.tocsin.connectors.mapping;
