/** The one JSON form of all records, which files, the command line, the API and its event stream share. */
package io.tocsin.schemas.json;
