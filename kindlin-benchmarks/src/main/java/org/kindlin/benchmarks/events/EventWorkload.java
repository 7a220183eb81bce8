package org.kindlin.benchmarks.events;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.numerics.scale.LogicleScale;

/**
 * The workload "events": 16 float channels, four of scatter and twelve of dyes; a 12 x 12 spillover; logicle of
 * T 262144, W 0.5, M 4.5, A 0; two polygons and three cuts, each within the one before.
 */
final class EventWorkload {
    static final int CHANNELS = 16;
    static final int DYES = 12;
    private static final int FIRST_DYE = CHANNELS - DYES;
    private static final int CUTS = 3;

    private EventWorkload() {}

    static String name(int channel) {
        return "C" + channel;
    }

    /** A dye, compensated, on the logicle scale. */
    static Dimension dye(int dye) {
        return Dimension.of(name(FIRST_DYE + dye))
                .compensatedBy(Dimension.AS_IN_FILE)
                .on("logicle");
    }

    static Spillover spillover() {
        List<String> names = new ArrayList<>();
        double[][] matrix = new double[DYES][DYES];
        for (int i = 0; i < DYES; i++) {
            names.add(name(FIRST_DYE + i));
            for (int j = 0; j < DYES; j++) {
                matrix[i][j] = i == j ? 1 : 0.1 / (1 + Math.abs(i - j));
            }
        }
        return new Spillover(names, matrix);
    }

    static GatingDocument gates() {
        List<Gate> gates = new ArrayList<>();
        gates.add(polygon(
                "scatter", Optional.empty(), List.of(Dimension.of(name(0)), Dimension.of(name(1))), new double[][] {
                    {20000, 10000}, {200000, 20000}, {180000, 200000}, {30000, 150000}
                }));
        gates.add(polygon("dyes", Optional.of("scatter"), List.of(dye(0), dye(1)), new double[][] {
            {0.3, 0.3}, {0.8, 0.35}, {0.75, 0.8}, {0.35, 0.7}
        }));
        for (int cut = 0; cut < CUTS; cut++) {
            gates.add(new Gate.Rectangle(
                    "cut" + cut,
                    Optional.of(cut == 0 ? "dyes" : "cut" + (cut - 1)),
                    List.of(new Gate.Range(dye(2 + cut), 0.45, Double.POSITIVE_INFINITY))));
        }
        return new GatingDocument(
                gates,
                Map.of("logicle", new Transformation.OnScale("logicle", new LogicleScale(262144, 0.5, 4.5, 0))),
                Map.of());
    }

    private static Gate polygon(String id, Optional<String> parent, List<Dimension> axes, double[][] corners) {
        List<Gate.Vertex> vertices = new ArrayList<>();
        for (double[] corner : corners) {
            vertices.add(new Gate.Vertex(corner[0], corner[1]));
        }
        return new Gate.Polygon(id, parent, axes.getFirst(), axes.getLast(), vertices);
    }
}
