package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.ControlChart;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.MannKendall;

/**
 * Plates of one series from one to the next, in the order in which they were given: means of both control groups and
 * Z-prime on a chart of individual values with three-sigma limits (Levey and Jennings, Am. J. Clin. Pathol. 20:1059, 1950;
 * sigma from moving ranges), and a Mann-Kendall test for drift. Fewer than five plates are charted and not judged.
 *
 * @param series as the plates name it; empty where they name none
 * @param tracks what is followed
 */
public record Campaign(String series, List<Track> tracks) {
    /** Fewest plates for a chart. */
    static final int FEWEST = 3;

    private static final double SIGNIFICANT = 0.05;
    private static final double MOST_DRIFT_PERCENT = 20;

    public Campaign {
        tracks = List.copyOf(tracks);
    }

    /**
     * One figure followed over plates.
     *
     * @param name {@code mean-vehicle}, {@code z-prime}
     * @param plates their names, in run order
     * @param chart centre and limits
     * @param trend empty with fewer than five plates
     */
    public record Track(
            String name,
            String unit,
            List<String> plates,
            List<Double> values,
            ControlChart chart,
            Optional<MannKendall> trend) {
        public Track {
            plates = List.copyOf(plates);
            values = List.copyOf(values);
        }

        /** The plates beyond the control limits; none where there are too few to judge. */
        public List<String> outside() {
            return trend.isEmpty()
                    ? List.of()
                    : IntStream.range(0, values.size())
                            .filter(i -> chart.isOutside(values.get(i)))
                            .mapToObj(plates::get)
                            .toList();
        }

        /** The drift from the first plate to the last, by the Theil-Sen slope, in percent of the centre. */
        double driftPercent() {
            return trend.map(t -> 100 * t.slope() * (values.size() - 1) / Math.abs(chart.centre()))
                    .orElse(Double.NaN);
        }

        boolean isDrifting() {
            return trend.filter(t -> t.p() < SIGNIFICANT).isPresent();
        }
    }

    /** The campaigns of plates in run order: every series of at least three plates. */
    static List<Campaign> of(List<PlateAssessment> plates) {
        Map<String, List<PlateAssessment>> series = new LinkedHashMap<>();
        plates.forEach(plate -> series.computeIfAbsent(plate.measured().series(), _ -> new ArrayList<>())
                .add(plate));
        List<Campaign> campaigns = new ArrayList<>();
        series.forEach((name, of) -> {
            List<Track> tracks = tracks(of);
            if (!tracks.isEmpty()) {
                campaigns.add(new Campaign(name, tracks));
            }
        });
        return campaigns;
    }

    private static List<Track> tracks(List<PlateAssessment> plates) {
        QualityPlate first = plates.getFirst().analysed();
        List<Track> tracks = new ArrayList<>();
        track("mean-" + first.full().label(), first.unit(), plates, Campaign::fullMean)
                .ifPresent(tracks::add);
        track("mean-" + first.zero().label(), first.unit(), plates, Campaign::zeroMean)
                .ifPresent(tracks::add);
        track("z-prime", "1", plates, plate -> ControlFigures.of(plate).zPrime())
                .ifPresent(tracks::add);
        return tracks;
    }

    private static double fullMean(QualityPlate plate) {
        return mean(plate.values(plate.full()));
    }

    private static double zeroMean(QualityPlate plate) {
        return mean(plate.values(plate.zero()));
    }

    private static double mean(double[] values) {
        return values.length == 0 ? Double.NaN : Descriptive.mean(values);
    }

    private static Optional<Track> track(
            String name, String unit, List<PlateAssessment> plates, ToDoubleFunction<QualityPlate> figure) {
        List<String> names = new ArrayList<>();
        List<Double> values = new ArrayList<>();
        for (PlateAssessment plate : plates) {
            double value = figure.applyAsDouble(plate.analysed());
            if (Double.isFinite(value)) {
                names.add(plate.measured().name());
                values.add(value);
            }
        }
        double[] plain = values.stream().mapToDouble(Double::doubleValue).toArray();
        return plain.length < FEWEST
                ? Optional.empty()
                : Optional.of(new Track(name, unit, names, values, ControlChart.of(plain), MannKendall.of(plain)));
    }

    /** The findings: drift and plates beyond the limits, with their tests. */
    public SubjectResult result() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("campaign", series.isEmpty() ? "all plates" : series);
        List<QualityCheck> checks = new ArrayList<>();
        List<HypothesisTest> tests = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        for (Track track : tracks) {
            track.trend().ifPresent(trend -> {
                tests.add(new HypothesisTest(
                        "drift-" + track.name() + "-mann-kendall", trend.score(), null, null, trend.p()));
                checks.add(drift(track));
                checks.add(QualityCheck.atMost(
                        "outside-limits-" + track.name(), track.outside().size(), 0));
            });
            warning(track).ifPresent(warnings::add);
        }
        return new SubjectResult(subject, List.of(), tests, checks, warnings);
    }

    private static QualityCheck drift(Track track) {
        double percent = track.driftPercent();
        boolean judged = !track.name().equals("z-prime") && Double.isFinite(percent);
        boolean fails = judged && track.isDrifting() && Math.abs(percent) > MOST_DRIFT_PERCENT;
        return judged
                ? new QualityCheck(
                        "drift-" + track.name(),
                        percent,
                        "within -20 to 20, or p >= 0.05",
                        fails ? QualityCheck.Verdict.FAIL : QualityCheck.Verdict.PASS)
                : QualityCheck.info("drift-" + track.name(), percent);
    }

    private static Optional<Warning> warning(Track track) {
        List<String> told = new ArrayList<>();
        track.trend()
                .filter(_ -> track.isDrifting())
                .ifPresent(trend -> told.add("drifts by "
                        + Prose.number(track.driftPercent()) + " % from the first plate to the last (p = "
                        + Prose.number(trend.p()) + ")"));
        if (!track.outside().isEmpty()) {
            told.add("lies beyond the three-sigma limits on " + Prose.list(track.outside()));
        }
        return told.isEmpty()
                ? Optional.empty()
                : Optional.of(new Warning(
                        "plate-drift",
                        "Over " + track.values().size() + " plates " + track.name() + " " + Prose.list(told) + "."));
    }
}
