package org.kindlin.mechanism.export;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Places for the nodes of a network: rows by distance from the pools that nothing makes, in order of appearance within a row.
 * For networks without curated coordinates; crossings are not minimised.
 */
final class Layers {
    private static final double COLUMN = 150;
    private static final double ROW = 90;
    private static final double MARGIN = 60;

    private Layers() {}

    /** A node's centre. */
    record Place(double x, double y) {}

    static Map<String, Place> of(Network network) {
        Map<String, List<String>> next = new HashMap<>();
        Map<String, Integer> incoming = new HashMap<>();
        for (Network.Edge edge : network.edges()) {
            if (edge.kind() == Network.Kind.CONSUMPTION || edge.kind() == Network.Kind.PRODUCTION) {
                next.computeIfAbsent(edge.from(), _ -> new ArrayList<>()).add(edge.to());
                incoming.merge(edge.to(), 1, Integer::sum);
            }
        }
        Map<String, Integer> row = new LinkedHashMap<>();
        Deque<String> queue = new ArrayDeque<>();
        for (boolean onlySources : new boolean[] {true, false}) {
            for (Network.Node node : network.nodes()) {
                if (!row.containsKey(node.id()) && (!onlySources || !incoming.containsKey(node.id()))) {
                    row.put(node.id(), 0);
                    queue.add(node.id());
                    spread(next, row, queue);
                }
            }
        }
        Map<Integer, Integer> filled = new HashMap<>();
        Map<String, Place> places = new HashMap<>();
        for (Network.Node node : network.nodes()) {
            int y = row.getOrDefault(node.id(), 0);
            int x = filled.merge(y, 1, Integer::sum) - 1;
            places.put(node.id(), new Place(MARGIN + x * COLUMN, MARGIN + y * ROW));
        }
        return places;
    }

    private static void spread(Map<String, List<String>> next, Map<String, Integer> row, Deque<String> queue) {
        for (String id = queue.poll(); id != null; id = queue.poll()) {
            int below = row.getOrDefault(id, 0) + 1;
            for (String other : next.getOrDefault(id, List.of())) {
                if (!row.containsKey(other)) {
                    row.put(other, below);
                    queue.add(other);
                }
            }
        }
    }
}
