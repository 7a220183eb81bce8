package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.plate.assay.FigureNames;
import org.kindlin.assays.result.Estimate;
import org.kindlin.figures.Axis;
import org.kindlin.figures.ColourMap;
import org.kindlin.figures.Figure;
import org.kindlin.figures.Forest;
import org.kindlin.figures.Heading;
import org.kindlin.figures.MatrixHeatMap;

/** The figures of a cytometry analysis: densities with gates, histograms, the gate hierarchy, files side by side. */
final class CytometryFigures {
    private static final int MOST_FILES = 3;
    private static final int MOST_ROWS = 60;
    private static final int MOST_COLUMNS = 16;

    private CytometryFigures() {}

    static List<Figure> draw(CytometryResult result, boolean simulated) {
        List<Figure> figures = new ArrayList<>();
        FigureNames names = new FigureNames();
        List<GatedSample> samples = result.samples();
        boolean gated =
                samples.stream().anyMatch(sample -> !sample.populations().isEmpty());
        if (gated) {
            samples.stream()
                    .limit(MOST_FILES)
                    .forEach(sample -> DensityFigure.draw(
                                    sample,
                                    simulated,
                                    names.free("gates " + sample.sample().name()))
                            .ifPresent(figures::add));
            HistogramFigure.draw(samples, simulated, names.free("histograms")).ifPresent(figures::add);
            samples.stream()
                    .filter(sample -> !sample.populations().isEmpty())
                    .findFirst()
                    .ifPresent(sample -> figures.add(hierarchy(result, sample, simulated, names)));
            if (samples.size() > 1) {
                figures.add(heatMap(samples, simulated, names));
            }
        }
        figures.addAll(PolarisationFigures.draw(result.polarisation(), simulated, names));
        return figures;
    }

    /** The gate tree of one file: every population below its parent, with its share of it. */
    private static Figure hierarchy(CytometryResult result, GatedSample sample, boolean simulated, FigureNames names) {
        List<Forest.Row> rows = new ArrayList<>();
        sample.populations().values().stream()
                .filter(population -> population.parent().isEmpty())
                .forEach(root -> rows(result, sample, root, 0, rows));
        Heading heading = Heading.of(
                        names.free("hierarchy"),
                        "Gate hierarchy: " + sample.sample().name())
                .caption("Share of the parent population with the interval of counting.")
                .simulated(simulated);
        return Forest.of(heading, Axis.linear("of parent", "%").limits(0, 100), rows)
                .column("events")
                .figure();
    }

    private static void rows(
            CytometryResult result, GatedSample sample, Population population, int depth, List<Forest.Row> rows) {
        if (rows.size() >= MOST_ROWS || depth > 30) {
            return;
        }
        String label = "\u00a0\u00a0\u00a0\u00a0".repeat(depth) + (depth > 0 ? "\u2514 " : "") + population.id();
        int count = population.members().count();
        Optional<Estimate> share = result.subjects().stream()
                .filter(subject -> isGate(subject.subject(), sample, population.id()))
                .map(subject -> subject.estimate("frequencyOfParent"))
                .flatMap(Optional::stream)
                .findFirst();
        Double value = share.map(Estimate::value).orElse(null);
        Double low = share.map(Estimate::low).orElse(null);
        Double high = share.map(Estimate::high).orElse(null);
        rows.add(
                value == null || low == null || high == null
                        ? Forest.Row.undetermined(label, "no events to share")
                        : Forest.Row.of(label, value, low, high, count + " (" + DensityFigure.percent(value) + ")"));
        sample.populations().values().stream()
                .filter(child -> child.parent().equals(Optional.of(population.id())))
                .forEach(child -> rows(result, sample, child, depth + 1, rows));
    }

    private static boolean isGate(Map<String, String> subject, GatedSample sample, String gate) {
        String file = subject.getOrDefault("file", sample.sample().name());
        return gate.equals(subject.get("gate"))
                && !subject.containsKey("channel")
                && file.equals(sample.sample().name());
    }

    private static Figure heatMap(List<GatedSample> samples, boolean simulated, FigureNames names) {
        List<String> gates = samples.stream()
                .flatMap(sample -> sample.populations().keySet().stream())
                .distinct()
                .limit(MOST_COLUMNS)
                .toList();
        List<GatedSample> gated = samples.stream()
                .filter(sample -> !sample.populations().isEmpty())
                .toList();
        List<GatedSample> shown = gated.stream().limit(MOST_ROWS).toList().reversed(); // the first row stands lowest
        String caption = "Share of the parent population."
                + (shown.size() < gated.size() ? " The first " + shown.size() + " of " + gated.size() + " files." : "");
        List<List<OptionalDouble>> values = shown.stream()
                .map(sample -> gates.stream().map(gate -> share(sample, gate)).toList())
                .toList();
        Heading heading = Heading.of(names.free("frequencies"), "Frequencies of all files")
                .caption(caption)
                .simulated(simulated);
        return new MatrixHeatMap(
                        heading,
                        new MatrixHeatMap.Names(
                                "file",
                                shown.stream().map(s -> s.sample().name()).toList()),
                        new MatrixHeatMap.Names("gate", gates),
                        values,
                        List.of(),
                        "of parent",
                        "%",
                        1,
                        ColourMap.CIVIDIS,
                        Math.max(520, 260 + 90 * gates.size()))
                .figure();
    }

    private static OptionalDouble share(GatedSample sample, String gate) {
        Population population = sample.populations().get(gate);
        if (population == null) {
            return OptionalDouble.empty();
        }
        int parent = population
                .parent()
                .map(sample.populations()::get)
                .map(found -> found.members().count())
                .orElse(sample.sample().set().events());
        return parent == 0
                ? OptionalDouble.empty()
                : OptionalDouble.of(100.0 * population.members().count() / parent);
    }
}
