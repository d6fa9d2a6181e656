package io.tocsin.news.tell;

import io.tocsin.incident.Report;
import java.util.Map;

/**
 * What an article told, with what speaks for and against its being an attack that happened.
 *
 * @param report that would be made of it
 * @param signs how much there is of each
 * @param doubted whether the rules say that it is none
 */
public record Weighed(Report report, Map<Sign, Double> signs, boolean doubted) {}
