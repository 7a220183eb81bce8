package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** The area between two curves: a confidence or prediction band. */
public record Band(List<Span> spans, Style style, String key) implements Layer {
    public Band {
        spans = List.copyOf(spans);
    }

    public Band(List<Span> spans, Style style) {
        this(spans, style, "");
    }

    /** The band of a step function: each span holds until the next. */
    public static Band steps(List<Span> spans, Style style, String key) {
        List<Span> corners = new ArrayList<>(2 * spans.size());
        for (int i = 0; i < spans.size(); i++) {
            if (i > 0) {
                corners.add(new Span(
                        spans.get(i).x(),
                        spans.get(i - 1).low(),
                        spans.get(i - 1).high()));
            }
            corners.add(spans.get(i));
        }
        return new Band(corners, style, key);
    }
}
