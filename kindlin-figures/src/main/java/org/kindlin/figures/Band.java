package org.kindlin.figures;

import java.util.List;

/** The area between two curves: a confidence or prediction band. */
public record Band(List<Span> spans, Style style, String key) implements Layer {
    public Band {
        spans = List.copyOf(spans);
    }

    public Band(List<Span> spans, Style style) {
        this(spans, style, "");
    }
}
