package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Transformation;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.Scale;
import org.kindlin.numerics.statistics.OrderStatistics;
import org.kindlin.numerics.statistics.TwoNormals;

/**
 * Gates drawn by stated models, without random numbers, as a document that can be edited and run again: cells against debris
 * (two normals of log forward scatter), singlets (area over height within four robust standard deviations of its median),
 * live cells (two normals of arcsinh viability dye). A step whose channel is missing, or whose two components do not stand
 * apart (Ashman's D below 3), is left out and told.
 */
final class AutomaticGates {
    private static final double ROBUST = 1.4826;
    private static final double SINGLET_WIDTH = 4;
    private static final int LEAST_EVENTS = 200;
    private static final String SCALE = "viability scale";
    private static final Scale VIABILITY = new ArcsinhScale(262144, 4, 1);

    private final FcsDataSet set;
    private final Optional<Spillover> spillover;
    private final Findings findings;
    private final List<Gate> gates = new ArrayList<>();
    private final Map<String, Transformation> transformations = new LinkedHashMap<>();

    private AutomaticGates(FcsDataSet set, Optional<Spillover> spillover, Findings findings) {
        this.set = set;
        this.spillover = spillover;
        this.findings = findings;
    }

    static GatingDocument of(FcsDataSet set, Optional<Spillover> spillover, Findings findings) {
        AutomaticGates drawn = new AutomaticGates(set, spillover, findings);
        drawn.cells();
        drawn.singlets();
        drawn.live();
        return drawn.document();
    }

    private GatingDocument document() {
        return new GatingDocument(gates, transformations, Map.of());
    }

    private void cells() {
        Optional<FcsParameter> area = channel(name -> name.matches("FSC.*A|FSC.*H|FS"));
        if (area.isEmpty()) {
            leftOut("cells", "no forward scatter");
            return;
        }
        double[] logs = Arrays.stream(inside(Dimension.of(area.get().name())))
                .filter(value -> value > 0)
                .map(StrictMath::log)
                .toArray();
        threshold(logs)
                .ifPresentOrElse(
                        at -> gates.add(rectangle(
                                "cells",
                                Dimension.of(area.get().name()),
                                StrictMath.exp(at),
                                Double.POSITIVE_INFINITY)),
                        () -> leftOut("cells", "forward scatter has no two components that stand apart"));
    }

    private void singlets() {
        Optional<FcsParameter> area = channel(name -> name.matches("FSC.?A"));
        Optional<FcsParameter> height = channel(name -> name.matches("FSC.?H"));
        if (area.isEmpty() || height.isEmpty()) {
            leftOut("singlets", "no area and height of forward scatter");
            return;
        }
        double[] a = inside(Dimension.of(area.get().name()));
        double[] h = inside(Dimension.of(height.get().name()));
        double[] ratios = new double[a.length];
        for (int i = 0; i < a.length; i++) {
            ratios[i] = h[i] / a[i];
        }
        double[] known = Arrays.stream(ratios).filter(Double::isFinite).toArray();
        if (known.length < LEAST_EVENTS) {
            leftOut("singlets", "fewer than " + LEAST_EVENTS + " cells");
            return;
        }
        double middle = OrderStatistics.median(known.clone(), 0.95).value();
        double[] off =
                Arrays.stream(known).map(ratio -> Math.abs(ratio - middle)).toArray();
        double half = SINGLET_WIDTH * ROBUST * OrderStatistics.median(off, 0.95).value();
        double top = Arrays.stream(a).filter(Double::isFinite).max().orElse(1) * 1.01;
        Gate wedge = new Gate.Polygon(
                "singlets",
                last(),
                Dimension.of(area.get().name()),
                Dimension.of(height.get().name()),
                List.of(
                        new Gate.Vertex(0, 0),
                        new Gate.Vertex(top, Math.max(0, middle - half) * top),
                        new Gate.Vertex(top, (middle + half) * top)));
        gates.add(wedge);
    }

    private void live() {
        Optional<FcsParameter> dye = set.parameters().stream()
                .filter(p -> (p.stain() + " " + p.name())
                        .toLowerCase(Locale.ROOT)
                        .matches(".*(viab|live|dead|7-?aad|dapi|zombie|propidium|l/d).*"))
                .findFirst();
        if (dye.isEmpty()) {
            leftOut("live", "no viability dye");
            return;
        }
        transformations.put(SCALE, new Transformation.OnScale(SCALE, VIABILITY));
        Dimension dimension = Dimension.of(dye.get().name())
                .compensatedBy(Dimension.AS_IN_FILE)
                .on(SCALE);
        double[] places = Arrays.stream(inside(dimension))
                .map(VIABILITY::apply)
                .filter(Double::isFinite)
                .toArray();
        threshold(places)
                .ifPresentOrElse(
                        at -> gates.add(rectangle("live", dimension, Double.NEGATIVE_INFINITY, at)),
                        () -> leftOut("live", "the dye has no two components that stand apart"));
    }

    private Gate rectangle(String id, Dimension dimension, double min, double max) {
        return new Gate.Rectangle(id, last(), List.of(new Gate.Range(dimension, min, max)));
    }

    private Optional<String> last() {
        return gates.isEmpty() ? Optional.empty() : Optional.of(gates.getLast().id());
    }

    /** Where two normals cross; the start is half-way between the 1 % and the 99 % point. */
    private static Optional<Double> threshold(double[] values) {
        if (values.length < LEAST_EVENTS) {
            return Optional.empty();
        }
        double low = OrderStatistics.select(values, 0, values.length, values.length / 100);
        double high = OrderStatistics.select(values, 0, values.length, values.length - 1 - values.length / 100);
        return low < high ? TwoNormals.fit(values, (low + high) / 2).map(TwoNormals::threshold) : Optional.empty();
    }

    /** Linear values of the events inside the gates drawn so far. */
    private double[] inside(Dimension dimension) {
        if (!(dimension.source() instanceof Dimension.Source.Channel(String name))) {
            return new double[0];
        }
        Gating gating =
                Gating.bind(document(), set, spillover, "", new Faults()).orElseThrow();
        double[] column = gating.column(name, dimension.compensation());
        if (gates.isEmpty()) {
            return column;
        }
        int[] events = gating.populations().values().stream()
                .reduce((_, later) -> later)
                .orElseThrow()
                .members()
                .indices();
        return Arrays.stream(events).mapToDouble(event -> column[event]).toArray();
    }

    private Optional<FcsParameter> channel(Predicate<String> condition) {
        return set.parameters().stream()
                .filter(p -> condition.test(p.name().toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private void leftOut(String gate, String reason) {
        findings.note("automatic-gate", "gate '" + gate + "' was not drawn: " + reason);
    }
}
