package org.kindlin.figures;

import java.util.List;

/** One way to tick an axis: labelled major ticks and bare minor ones, in data units, ascending. */
public record Ticks(List<Tick> major, List<Double> minor) {
    public static final Ticks NONE = new Ticks(List.of(), List.of());

    public Ticks {
        major = List.copyOf(major);
        minor = List.copyOf(minor);
    }
}
