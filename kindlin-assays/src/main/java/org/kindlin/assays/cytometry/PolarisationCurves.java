package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Units;

/**
 * Score and single markers over dose: values less the same donor's vehicle as dose-response curves, and the highest dose
 * against vehicle. Medians enter as percent of the donor's vehicle, their comparison as a ratio.
 */
final class PolarisationCurves {
    private final PolarisationProtocol how;
    private final long seed;

    PolarisationCurves(PolarisationProtocol how, long seed) {
        this.how = how;
        this.seed = seed;
    }

    /** Curves and comparisons; either may be empty. */
    record Found(List<CurveResult> curves, List<TopDoseComparison> comparisons) {}

    /** The score, where there are doses. */
    Found score(List<PolarisedSample> samples) {
        DonorSeries series = series(
                samples,
                sample -> sample.score()
                        .map(score -> OptionalDouble.of(score.value()))
                        .orElse(OptionalDouble.empty()));
        if (!series.hasDoses()) {
            return new Found(List.of(), List.of());
        }
        Map<String, String> subject = Map.of("response", series.isPaired() ? "polarisationShift" : "polarisationScore");
        return new Found(
                List.of(curve(subject, series.lessVehicle(), "1")),
                List.of(new TopDoseComparison("", "polarisationShift", "1", series, DoubleUnaryOperator.identity())));
    }

    /** Median intensities of the markers whose medians are above zero in every file. */
    Found medians(List<PolarisedSample> samples) {
        List<CurveResult> curves = new ArrayList<>();
        List<TopDoseComparison> comparisons = new ArrayList<>();
        for (String marker : how.scored()) {
            DonorSeries logs = series(
                    samples,
                    sample -> sample.median(marker)
                            .map(median -> OptionalDouble.of(
                                    median.median() > 0 ? StrictMath.log(median.median()) : Double.NEGATIVE_INFINITY))
                            .orElse(OptionalDouble.empty()));
            boolean positive = logs.points().stream().allMatch(point -> Double.isFinite(point.value()));
            if (logs.hasDoses() && positive) {
                boolean paired = logs.isPaired();
                DonorSeries shown = new DonorSeries(logs.lessVehicle().points().stream()
                        .map(point -> new DonorSeries.Point(
                                point.donor(), point.dose(), (paired ? 100 : 1) * StrictMath.exp(point.value())))
                        .toList());
                curves.add(curve(marker(marker, paired ? "median of vehicle" : "median"), shown, paired ? "%" : ""));
                comparisons.add(
                        new TopDoseComparison(marker, "medianRatio", "1", logs, PolarisationCurves::exponential));
            }
        }
        return new Found(curves, comparisons);
    }

    /** Frequencies of positive cells, in percentage points above vehicle. */
    Found frequencies(List<PolarisedSample> samples) {
        List<CurveResult> curves = new ArrayList<>();
        List<TopDoseComparison> comparisons = new ArrayList<>();
        for (String marker : how.scored()) {
            DonorSeries series = series(samples, sample -> sample.frequency(marker));
            if (series.hasDoses()) {
                curves.add(curve(
                        marker(marker, series.isPaired() ? "positive cells less vehicle" : "positive cells"),
                        series.lessVehicle(),
                        "%"));
                comparisons.add(new TopDoseComparison(
                        marker, "frequencyDifference", "%", series, DoubleUnaryOperator.identity()));
            }
        }
        return new Found(curves, comparisons);
    }

    private static double exponential(double difference) {
        return StrictMath.exp(difference);
    }

    private static Map<String, String> marker(String marker, String response) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("marker", marker);
        subject.put("response", response);
        return subject;
    }

    /** Files with a dose that have the quantity. */
    private static DonorSeries series(
            List<PolarisedSample> samples, Function<PolarisedSample, OptionalDouble> quantity) {
        return new DonorSeries(samples.stream()
                .filter(sample -> sample.dose().isPresent())
                .flatMap(sample -> quantity.apply(sample).stream()
                        .mapToObj(value -> new DonorSeries.Point(
                                sample.donor(), sample.dose().getAsDouble(), value)))
                .toList());
    }

    private CurveResult curve(Map<String, String> subject, DonorSeries series, String unit) {
        return CurveAnalysis.analyze(
                CurveData.ofDoses(subject, series.doses(), series.values()),
                CurveProtocol.standard(new Units(how.doseUnit(), unit)),
                seed);
    }
}
