package org.kindlin.assays.plate;

/** A well of the map with what the reader measured there. */
public record WellReading(Well well, Reading reading) {}
