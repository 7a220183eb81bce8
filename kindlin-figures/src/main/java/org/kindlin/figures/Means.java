package org.kindlin.figures;

import java.util.List;

/** Values with error bars; a bar that leaves the axes ends in an arrow. Say in the caption what the bars are. */
public record Means(List<Interval> means, Style style, String key) implements Layer {
    public Means {
        means = List.copyOf(means);
    }

    public Means(List<Interval> means, Style style) {
        this(means, style, "");
    }
}
