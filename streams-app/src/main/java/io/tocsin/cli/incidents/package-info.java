/**
 * What an operator corrects about incidents: from what is published to the action that puts it right.
 * Plain decisions; reads and publishes nothing.
 */
package io.tocsin.cli.incidents;
