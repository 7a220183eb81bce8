package org.kindlin.figures;

import java.util.ArrayList;
import java.util.List;

/** A pair of axes with layers over them. */
public record Panel(String title, Axis x, Axis y, List<Layer> layers) {
    public Panel {
        layers = List.copyOf(layers);
    }

    public static Panel of(Axis x, Axis y) {
        return new Panel("", x, y, List.of());
    }

    public Panel title(String text) {
        return new Panel(text, x, y, layers);
    }

    /** The same panel with one more layer in front. */
    public Panel add(Layer layer) {
        return addAll(List.of(layer));
    }

    /** The same panel with more layers in front. */
    public Panel addAll(List<? extends Layer> more) {
        List<Layer> all = new ArrayList<>(layers);
        all.addAll(more);
        return new Panel(title, x, y, all);
    }
}
