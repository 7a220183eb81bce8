package org.kindlin.mechanism.drawing;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;

/**
 * Places for species and reactions in layers: breadth first from the species that no reaction makes, each layer ordered by the mean
 * place of what it comes from. Positions are centres, in points, from the top left.
 */
final class LayeredLayout {
    private static final double COLUMN = 130;
    private static final double ROW = 90;

    private final Model model;
    private final Map<String, List<String>> next = new HashMap<>();
    private final Map<String, List<String>> before = new HashMap<>();
    private final Map<String, Integer> layer = new LinkedHashMap<>();
    private final Map<String, double[]> places = new LinkedHashMap<>();

    private LayeredLayout(Model model) {
        this.model = model;
    }

    /** Where each species and reaction stands: x, y. */
    static Map<String, double[]> of(Model model) {
        LayeredLayout layout = new LayeredLayout(model);
        layout.link();
        layout.assignLayers();
        layout.place();
        return layout.places;
    }

    private void link() {
        for (Reaction reaction : model.reactions()) {
            for (SpeciesReference each : reaction.reactants()) {
                edge(each.species(), reaction.id());
            }
            for (SpeciesReference each : reaction.products()) {
                edge(reaction.id(), each.species());
            }
        }
    }

    private void edge(String from, String to) {
        next.computeIfAbsent(from, _ -> new ArrayList<>()).add(to);
        before.computeIfAbsent(to, _ -> new ArrayList<>()).add(from);
    }

    private void assignLayers() {
        for (Species species : model.species()) {
            if (!before.containsKey(species.id())) {
                spread(species.id());
            }
        }
        // What is made in circles only starts with whatever comes first.
        model.species().forEach(each -> spread(each.id()));
        model.reactions().forEach(each -> spread(each.id()));
    }

    private void spread(String first) {
        if (layer.containsKey(first)) {
            return;
        }
        Deque<String> open = new ArrayDeque<>();
        layer.put(first, 0);
        open.add(first);
        while (!open.isEmpty()) {
            String id = open.remove();
            for (String other : next.getOrDefault(id, List.of())) {
                if (!layer.containsKey(other)) {
                    layer.put(other, layer.getOrDefault(id, 0) + 1);
                    open.add(other);
                }
            }
        }
    }

    private void place() {
        Map<Integer, List<String>> rows = new TreeMap<>();
        layer.forEach(
                (id, row) -> rows.computeIfAbsent(row, _ -> new ArrayList<>()).add(id));
        rows.forEach((row, ids) -> {
            ids.sort(Comparator.comparingDouble(this::mean));
            for (int i = 0; i < ids.size(); i++) {
                places.put(ids.get(i), new double[] {COLUMN * (i + 1), ROW * (row + 1)});
            }
        });
    }

    private double mean(String id) {
        return before.getOrDefault(id, List.of()).stream()
                .filter(places::containsKey)
                .mapToDouble(each -> places.getOrDefault(each, new double[2])[0])
                .average()
                .orElse(0);
    }
}
