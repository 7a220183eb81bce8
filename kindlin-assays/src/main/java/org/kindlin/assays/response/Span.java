package org.kindlin.assays.response;

/**
 * A time that ends with the event or censored.
 *
 * @param why what ended it
 */
public record Span(double time, boolean isEvent, String why) {}
