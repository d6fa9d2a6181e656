package io.tocsin.news.find.people;

import io.tocsin.incident.Perpetrator.Attribution;

/** Who is said to have done it, and how firmly. */
public record Blame(String name, Attribution attribution, int at, int end) {}
