/** Mentions of one attack joined to one telling, and the report made of it. */
package io.tocsin.news.tell;
