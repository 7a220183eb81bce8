package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.LogRatio;
import org.kindlin.numerics.statistics.LogRatio.LogEstimate;

/**
 * The ratio of channels of a condition over that of the control, pictures as replicates: adhesions of one picture share its cells, stain
 * and exposure.
 *
 * @param treated mean ratio of each picture of the condition
 * @param control of each picture of the control
 */
record RatioComparison(String condition, double[] treated, double[] control) {
    private static final String NAME = "secondToFirstRatioFold";
    private static final String METHOD = "ratio of geometric means over pictures";

    /** One for each condition beside the control; none where either has no picture with a ratio. */
    static List<RatioComparison> of(AdhesionResult result) {
        Map<String, List<Double>> treated = new LinkedHashMap<>();
        List<Double> control = new ArrayList<>();
        for (MeasuredFilm film : result.films()) {
            double[] own = film.ratios().map(ChannelRatios::ofAdhesions).orElse(new double[0]);
            if (own.length > 0 && film.film().isControl()) {
                control.add(Descriptive.mean(own));
            } else if (own.length > 0 && !film.film().condition().isEmpty()) {
                treated.computeIfAbsent(film.film().condition(), _ -> new ArrayList<>())
                        .add(Descriptive.mean(own));
            }
        }
        if (control.isEmpty()) {
            return List.of();
        }
        return treated.entrySet().stream()
                .map(one -> new RatioComparison(one.getKey(), array(one.getValue()), array(control)))
                .toList();
    }

    private static double[] array(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    /** Empty with a single picture on a side, or where a picture shows none of the second channel. */
    private Optional<LogRatio> ratio(double level) {
        Optional<LogEstimate> one = LogEstimate.ofSample(treated);
        Optional<LogEstimate> other = LogEstimate.ofSample(control);
        return one.isPresent() && other.isPresent()
                ? Optional.of(LogRatio.of(one.get(), other.get(), level))
                : Optional.empty();
    }

    SubjectResult result(double level) {
        Optional<LogRatio> ratio = ratio(level);
        return new SubjectResult(
                new TreeMap<>(Map.of("condition", condition, "relativeTo", "control")),
                List.of(ratio.map(found -> Estimate.ofRatio(NAME, found, METHOD))
                        .orElseGet(() -> Estimate.notEstimable(NAME, "1", level, METHOD))),
                List.of(),
                List.of(),
                ratio.isPresent()
                        ? List.of()
                        : List.of(new Warning(
                                "no-comparison",
                                "ratios of " + condition
                                        + " and the control are compared over two pictures or more on either"
                                        + " side, all with a ratio above zero; adhesions of one picture are no"
                                        + " replicates")));
    }

    Optional<String> sentence(double level) {
        return ratio(level)
                .map(ratio -> "In adhesions of " + condition + " the ratio of channels is "
                        + Prose.number(ratio.ratio()) + " of that in the control (" + Prose.number(100 * level)
                        + " % interval " + Prose.number(ratio.low()) + " to " + Prose.number(ratio.high()) + ").");
    }
}
