package org.kindlin.figures;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The layers under one key: what a legend entry or a direct label stands for. */
record Series(String key, List<Layer> layers) {

    /** The series of panels in order of appearance. */
    static List<Series> of(List<Panel> panels) {
        Map<String, List<Layer>> byKey = new LinkedHashMap<>();
        panels.stream()
                .flatMap(panel -> panel.layers().stream())
                .filter(l -> !l.key().isEmpty())
                .forEach(layer -> byKey.computeIfAbsent(layer.key(), _ -> new ArrayList<>())
                        .add(layer));
        return byKey.entrySet().stream()
                .map(e -> new Series(e.getKey(), e.getValue()))
                .toList();
    }

    /** Whether there is a line at whose end the name can stand. */
    boolean hasLine() {
        return layers.stream().anyMatch(layer -> layer instanceof Line || layer instanceof Steps);
    }

    /** The points of the first line or step function; empty where there is none. */
    List<Point> line() {
        for (Layer layer : layers) {
            if (layer instanceof Line line) {
                return line.points();
            }
            if (layer instanceof Steps steps) {
                return steps.points();
            }
        }
        return List.of();
    }

    /** One layer of each kind and style, for the legend. */
    Collection<Layer> samples() {
        Map<List<Object>, Layer> samples = new LinkedHashMap<>();
        layers.forEach(layer -> samples.putIfAbsent(List.of(layer.getClass(), style(layer)), layer));
        return samples.values();
    }

    Colour colour() {
        return layers.stream().map(Series::style).map(Style::colour).findFirst().orElse(Colour.TEXT);
    }

    static Style style(Layer layer) {
        return switch (layer) {
            case Points l -> l.style();
            case Means l -> l.style();
            case Line l -> l.style();
            case Steps l -> l.style();
            case Band l -> l.style();
            case Bars l -> l.style();
            case Area l -> l.style();
            case Rule l -> l.style();
            case DropLine l -> l.style();
            case Rug l -> l.style();
            case Note l -> Style.of(l.colour());
            case Raster _ -> Style.of(Colour.TEXT);
        };
    }
}
