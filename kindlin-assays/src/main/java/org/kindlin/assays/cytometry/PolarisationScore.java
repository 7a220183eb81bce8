package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.OrderStatistics;
import org.kindlin.numerics.statistics.Proportion;

/** Markers of one file: medians, positive cells against a control, and the M1/M2 score. */
final class PolarisationScore {
    private final CytometryProtocol protocol;
    private final PolarisationProtocol how;
    private final Map<String, Double> limits;

    /**
     * The scorer of an analysis.
     *
     * @param limits value from which a cell is positive, by marker
     */
    PolarisationScore(CytometryProtocol protocol, Map<String, Double> limits) {
        this.protocol = protocol;
        this.how = protocol.polarisation();
        this.limits = limits;
    }

    PolarisedSample of(GatedSample sample) {
        String file = sample.sample().name();
        int[] cells = cells(sample, how);
        List<MarkerMedian> medians = new ArrayList<>();
        List<SubjectResult> results = new ArrayList<>();
        List<String> markers = new ArrayList<>(how.m1());
        markers.addAll(how.m2());
        MarkerPanel.channels(sample.sample(), markers, how.markers()).forEach((marker, channel) -> {
            double[] values = finite(column(sample.sample(), channel), cells);
            if (values.length > 0) {
                medians.add(median(marker, values));
            }
            positive(file, marker, values).ifPresent(results::add);
        });
        Optional<PolarisedSample.Score> score = score(medians);
        score.ifPresent(found -> results.add(result(file, found, cells.length)));
        return new PolarisedSample(file, dose(sample.sample()), donor(sample.sample()), medians, score, results);
    }

    /** Events of the scored gate; all where there is none of that name. */
    static int[] cells(GatedSample sample, PolarisationProtocol how) {
        String wanted = how.population().isEmpty() ? "macrophages" : how.population();
        Population population = sample.populations().get(wanted);
        return population == null
                ? IntStream.range(0, sample.sample().set().events()).toArray()
                : population.members().indices();
    }

    /** A channel as the gates of the file see it: by their first matrix, else by that of the file, else as measured. */
    static double[] column(Sample sample, String channel) {
        Gating gating = sample.gating();
        String compensation = gating.compensations().isEmpty()
                ? Dimension.AS_IN_FILE
                : gating.compensations().getFirst().id();
        return gating.column(channel, compensation);
    }

    static double[] finite(double[] column, int[] events) {
        return Arrays.stream(events)
                .mapToDouble(event -> column[event])
                .filter(Double::isFinite)
                .toArray();
    }

    private MarkerMedian median(String marker, double[] values) {
        OrderStatistics.Median median = OrderStatistics.median(values.clone(), protocol.level());
        double z = Distributions.normalQuantile((1 + protocol.level()) / 2);
        double se = (scaled(median.high()) - scaled(median.low())) / (2 * z);
        return new MarkerMedian(marker, median.value(), scaled(median.value()), Double.isFinite(se) ? se : Double.NaN);
    }

    private double scaled(double value) {
        double x = value / how.cofactor();
        return Math.copySign(StrictMath.log(Math.abs(x) + Math.sqrt(x * x + 1)), x);
    }

    private Optional<SubjectResult> positive(String file, String marker, double[] values) {
        Double limit = limits.get(marker);
        if (limit == null || values.length == 0) {
            return Optional.empty();
        }
        long above = Arrays.stream(values).filter(value -> value >= limit).count();
        Proportion interval = protocol.interval().of(above, values.length, protocol.level());
        Estimate frequency = Estimate.of(
                "frequencyPositive",
                100.0 * above / values.length,
                "%",
                100 * interval.low(),
                100 * interval.high(),
                protocol.level(),
                Double.NaN,
                "at or above the control's quantile " + how.controlQuantile());
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("file", file);
        subject.put("marker", marker);
        return Optional.of(new SubjectResult(
                subject,
                List.of(frequency, Estimate.descriptive("positiveFrom", limit, "", "control")),
                List.of(),
                List.of(),
                List.of()));
    }

    /** Mean of the scaled M1 medians less that of the M2 medians; errors of counting in square. */
    private Optional<PolarisedSample.Score> score(List<MarkerMedian> medians) {
        double value = 0;
        double variance = 0;
        for (List<String> side : List.of(how.m1(), how.m2())) {
            List<MarkerMedian> own =
                    medians.stream().filter(m -> side.contains(m.marker())).toList();
            if (own.isEmpty()) {
                return Optional.empty();
            }
            double sign = side.equals(how.m1()) ? 1 : -1;
            for (MarkerMedian median : own) {
                value += sign * median.scaled() / own.size();
                variance += median.se() * median.se() / (own.size() * (double) own.size());
            }
        }
        return Optional.of(new PolarisedSample.Score(value, Math.sqrt(variance)));
    }

    private SubjectResult result(String file, PolarisedSample.Score score, int cells) {
        double z = Distributions.normalQuantile((1 + protocol.level()) / 2);
        Estimate estimate = Estimate.of(
                "polarisationScore",
                score.value(),
                "1",
                score.value() - z * score.se(),
                score.value() + z * score.se(),
                protocol.level(),
                score.se(),
                "mean asinh(M1 median/" + how.cofactor() + ") - mean asinh(M2 median/" + how.cofactor() + ")");
        List<Warning> warnings = cells < protocol.fewEvents()
                ? List.of(new Warning("few-events", "the score rests on " + cells + " cells"))
                : List.of();
        return new SubjectResult(Map.of("file", file), List.of(estimate), List.of(), List.of(), warnings);
    }

    private OptionalDouble dose(Sample sample) {
        String text =
                how.doses().of(sample.name()).orElseGet(() -> sample.tags().getOrDefault("dose", ""));
        try {
            double dose = Double.parseDouble(text.strip().split("\\s+", 2)[0]);
            return dose >= 0 && Double.isFinite(dose) ? OptionalDouble.of(dose) : OptionalDouble.empty();
        } catch (NumberFormatException e) {
            return OptionalDouble.empty();
        }
    }

    private String donor(Sample sample) {
        return how.donors().of(sample.name()).orElseGet(() -> sample.tags().getOrDefault("donor", ""));
    }
}
