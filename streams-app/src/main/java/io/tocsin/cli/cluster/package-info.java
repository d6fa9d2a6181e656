/**
 * What commands do at a cluster, be it far away or in this process.
 * Knows the application and the topics; prints nothing.
 */
package io.tocsin.cli.cluster;
