package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.assays.event.automatic.PositiveModel;
import org.kindlin.assays.event.gating.Population;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.proportions.Range;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.OrderStatistics;

/** Markers of one file: medians, positive cells against a control, and the M1/M2 score. */
final class PolarisationScore {
    private final CytometryProtocol protocol;
    private final PolarisationProtocol how;

    PolarisationScore(CytometryProtocol protocol) {
        this.protocol = protocol;
        this.how = protocol.polarisation();
    }

    PolarisedSample of(GatedSample sample) {
        String file = sample.sample().name();
        int[] cells = cells(sample, how);
        List<MarkerMedian> medians = new ArrayList<>();
        Map<String, Double> frequencies = new LinkedHashMap<>();
        List<SubjectResult> results = new ArrayList<>();
        MarkerPanel.channels(sample.sample(), how.scored(), how.markers()).forEach((marker, channel) -> {
            double[] values = finite(column(sample.sample(), channel), cells);
            if (values.length > 0) {
                medians.add(median(marker, values));
            }
            positive(sample, marker, cells).ifPresent(found -> {
                results.add(found);
                found.estimate("frequencyPositive")
                        .map(Estimate::value)
                        .ifPresent(percent -> frequencies.put(marker, percent));
            });
        });
        if (ScoredPopulation.isMissing(sample.sample(), how)) {
            results.add(missing(file));
        }
        Optional<PolarisedSample.Score> score = score(medians);
        score.ifPresent(found -> results.add(result(file, found, cells.length)));
        return new PolarisedSample(
                file, dose(sample.sample()), donor(sample.sample(), how), medians, frequencies, score, results);
    }

    private SubjectResult missing(String file) {
        return new SubjectResult(
                Map.of("file", file),
                List.of(Estimate.notEstimable("polarisationScore", "1", protocol.level(), "")),
                List.of(),
                List.of(),
                List.of(new Warning("population-missing", "the file has no gate '" + how.population() + "' to score")));
    }

    /** Events of the scored population; none where the stated gate is missing. */
    static int[] cells(GatedSample sample, PolarisationProtocol how) {
        if (ScoredPopulation.isMissing(sample.sample(), how)) {
            return new int[0];
        }
        return ScoredPopulation.of(sample.sample(), how)
                .map(sample.populations()::get)
                .map(population -> population.members().indices())
                .orElseGet(
                        () -> IntStream.range(0, sample.sample().set().events()).toArray());
    }

    /** A channel as the gates of the file see it. */
    static double[] column(Sample sample, String channel) {
        return sample.gating().column(channel, ScoredPopulation.compensation(sample));
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

    /** Share of the scored cells in the gate of the marker's positive cells, drawn or given. */
    private Optional<SubjectResult> positive(GatedSample sample, String marker, int[] cells) {
        Population gate = sample.populations().get(PositiveModel.gateId(marker));
        if (gate == null || cells.length == 0) {
            return Optional.empty();
        }
        int above = (int) Arrays.stream(cells).filter(gate.members()::contains).count();
        Range interval = protocol.interval().of(above, cells.length, protocol.level());
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.of(
                "frequencyPositive",
                100.0 * above / cells.length,
                "%",
                100 * interval.low(),
                100 * interval.high(),
                protocol.level(),
                Double.NaN,
                "gate " + gate.id()));
        sample.sample().drawn().stream()
                .filter(drawn -> drawn.gate().id().equals(gate.id()))
                .forEach(drawn -> drawn.limit()
                        .ifPresent(limit -> estimates.add(Estimate.of(
                                "positiveFrom",
                                limit.value(),
                                "",
                                limit.low(),
                                limit.high(),
                                protocol.level(),
                                Double.NaN,
                                drawn.model()))));
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("file", sample.sample().name());
        subject.put("marker", marker);
        return Optional.of(new SubjectResult(subject, estimates, List.of(), List.of(), List.of()));
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
        return DoseText.parse(doseText(sample, how), how.doseUnit());
    }

    /** What is said of a file's dose; empty where nothing is. */
    static String doseText(Sample sample, PolarisationProtocol how) {
        return how.doses().of(sample.name()).orElseGet(() -> sample.tags().getOrDefault("dose", ""));
    }

    static String donor(Sample sample, PolarisationProtocol how) {
        return how.donors().of(sample.name()).orElseGet(() -> sample.tags().getOrDefault("donor", ""));
    }
}
