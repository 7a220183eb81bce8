package org.kindlin.lab.cytometry;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.numerics.scale.LogicleScale;

/** The panel of the virtual cytometer: channels, dyes, spillover, and the gates that fit its cells. */
final class MacrophagePanel {
    /** Detectors of the dyes, in the order of {@link #STAINS}. */
    static final List<String> DETECTORS = List.of("FITC-A", "PE-A", "PE-Cy7-A", "APC-A", "APC-Cy7-A", "Pacific Blue-A");

    static final List<String> STAINS = List.of("CD68", "CD80", "CD163", "CD206", "Viability", "CD86");

    static final double TOP = 262144;
    private static final String LOGICLE = "logicle";

    private MacrophagePanel() {}

    /** What of each dye the other detectors see. */
    static Spillover spillover() {
        return new Spillover(DETECTORS, new double[][] {
            {1, 0.14, 0.01, 0, 0, 0},
            {0.02, 1, 0.09, 0.003, 0, 0},
            {0.002, 0.05, 1, 0.01, 0.12, 0},
            {0, 0.001, 0.02, 1, 0.16, 0},
            {0, 0.002, 0.06, 0.05, 1, 0},
            {0.01, 0, 0, 0, 0, 1}
        });
    }

    /** {@code $SPILLOVER} of FCS 3.1. */
    static String keyword() {
        StringBuilder text = new StringBuilder(DETECTORS.size() + "," + String.join(",", DETECTORS));
        for (double[] row : spillover().matrix()) {
            for (double value : row) {
                text.append(',').append(value);
            }
        }
        return text.toString();
    }

    /** Cells without debris, singlets, live cells, macrophages, and markers against the unstained level. */
    static GatingDocument gates() {
        Dimension live = fluorescence("APC-Cy7-A");
        LogicleScale scale = new LogicleScale(TOP, 0.8, 4.5, 0);
        List<Gate> gates = List.of(
                new Gate.Polygon(
                        "cells",
                        Optional.empty(),
                        Dimension.of("FSC-A"),
                        Dimension.of("SSC-A"),
                        List.of(
                                new Gate.Vertex(32000, 4000),
                                new Gate.Vertex(32000, 90000),
                                new Gate.Vertex(90000, TOP),
                                new Gate.Vertex(TOP, TOP),
                                new Gate.Vertex(TOP, 4000))),
                new Gate.Polygon(
                        "singlets",
                        Optional.of("cells"),
                        Dimension.of("FSC-A"),
                        Dimension.of("FSC-H"),
                        List.of(
                                new Gate.Vertex(20000, 0.82 * 20000),
                                new Gate.Vertex(20000, 1.2 * 20000),
                                new Gate.Vertex(TOP, 1.2 * TOP),
                                new Gate.Vertex(TOP, 0.82 * TOP))),
                new Gate.Rectangle(
                        "live",
                        Optional.of("singlets"),
                        List.of(new Gate.Range(live, Double.NEGATIVE_INFINITY, scale.apply(2000)))),
                new Gate.Rectangle(
                        "macrophages",
                        Optional.of("live"),
                        List.of(new Gate.Range(fluorescence("FITC-A"), scale.apply(1200), Double.POSITIVE_INFINITY))));
        return new GatingDocument(gates, Map.of(LOGICLE, new Transformation.OnScale(LOGICLE, scale)), Map.of());
    }

    private static Dimension fluorescence(String channel) {
        return Dimension.of(channel).compensatedBy(Dimension.AS_IN_FILE).on(LOGICLE);
    }
}
