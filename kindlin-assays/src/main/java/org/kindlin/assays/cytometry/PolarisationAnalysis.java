package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/** Macrophage polarisation over files: scores, their shift over dose, donors paired. */
final class PolarisationAnalysis {
    private static final String SCORE = "polarisationScore";

    private final CytometryProtocol protocol;
    private final PolarisationProtocol how;

    private PolarisationAnalysis(CytometryProtocol protocol) {
        this.protocol = protocol;
        this.how = protocol.polarisation();
    }

    /** Polarisation of files that have markers of both sides; empty where none has. */
    static Polarisation analyze(List<GatedSample> samples, CytometryProtocol protocol, long seed) {
        return new PolarisationAnalysis(protocol).run(samples, seed);
    }

    private Polarisation run(List<GatedSample> samples, long seed) {
        PolarisationScore scorer = new PolarisationScore(protocol);
        List<PolarisedSample> scored = samples.stream()
                .filter(sample -> ControlLimits.role(sample.sample(), how).isEmpty())
                .map(scorer::of)
                .toList();
        List<SubjectResult> results = new ArrayList<>();
        scored.forEach(sample -> results.addAll(sample.results()));
        if (scored.stream().allMatch(sample -> sample.score().isEmpty())) {
            return new Polarisation(scored, results, Optional.empty());
        }
        List<PolarisedSample> dosed = scored.stream()
                .filter(sample -> sample.score().isPresent() && sample.dose().isPresent())
                .toList();
        Optional<CurveResult> curve = Optional.empty();
        if (dosed.stream().anyMatch(sample -> sample.dose().orElse(0) > 0)) {
            curve = Optional.of(curve(dosed, seed));
            results.add(curve.get().result());
            results.add(topDose(dosed));
        }
        results.add(new SubjectResult(
                Map.of("assay", "macrophage polarisation"),
                List.of(),
                List.of(),
                List.of(),
                PolarisationWarnings.of(how, samples)));
        return new Polarisation(scored, results, curve);
    }

    private CurveResult curve(List<PolarisedSample> dosed, long seed) {
        Map<String, Double> vehicle = vehicleByDonor(dosed);
        double[] doses = dosed.stream().mapToDouble(s -> s.dose().orElseThrow()).toArray();
        double[] responses = dosed.stream()
                .mapToDouble(s -> value(s) - vehicle.getOrDefault(s.donor(), 0.0))
                .toArray();
        boolean shifted = !vehicle.isEmpty();
        Map<String, String> subject = Map.of("response", shifted ? "polarisationShift" : SCORE);
        return CurveAnalysis.analyze(
                CurveData.ofDoses(subject, doses, responses),
                CurveProtocol.standard(new Units(how.doseUnit(), "1")),
                seed);
    }

    private static double value(PolarisedSample sample) {
        return sample.score().orElseThrow().value();
    }

    /** Mean score of each donor's vehicle; empty unless every donor has one. */
    private static Map<String, Double> vehicleByDonor(List<PolarisedSample> dosed) {
        Map<String, List<Double>> scores = new HashMap<>();
        dosed.stream()
                .filter(s -> s.dose().orElseThrow() == 0)
                .forEach(s -> scores.computeIfAbsent(s.donor(), _ -> new ArrayList<>())
                        .add(value(s)));
        boolean complete = dosed.stream().allMatch(s -> scores.containsKey(s.donor()));
        Map<String, Double> means = new HashMap<>();
        if (complete) {
            scores.forEach((donor, values) -> means.put(donor, mean(values)));
        }
        return means;
    }

    private static double mean(List<Double> values) {
        return Descriptive.mean(values.stream().mapToDouble(Double::doubleValue).toArray());
    }

    /** The highest dose against vehicle, donors paired (Student's t of their differences). */
    private SubjectResult topDose(List<PolarisedSample> dosed) {
        double top =
                dosed.stream().mapToDouble(s -> s.dose().orElseThrow()).max().orElseThrow();
        Map<String, Double> vehicle = vehicleByDonor(dosed);
        Map<String, List<Double>> differences = new TreeMap<>();
        dosed.stream()
                .filter(s -> s.dose().orElseThrow() == top && vehicle.containsKey(s.donor()))
                .forEach(s -> differences
                        .computeIfAbsent(s.donor(), _ -> new ArrayList<>())
                        .add(value(s) - vehicle.getOrDefault(s.donor(), 0.0)));
        double[] shifts = differences.values().stream()
                .mapToDouble(PolarisationAnalysis::mean)
                .toArray();
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("comparison", "highest dose against vehicle");
        subject.put("dose", Double.toString(top) + " " + how.doseUnit());
        if (shifts.length < 2) {
            return new SubjectResult(
                    subject,
                    List.of(
                            shifts.length == 0
                                    ? Estimate.notEstimable("polarisationShift", "1", protocol.level(), "paired")
                                    : Estimate.descriptive("polarisationShift", shifts[0], "1", "one donor")),
                    List.of(),
                    List.of(),
                    List.of(new Warning(
                            "one-donor",
                            "donors with vehicle and highest dose: " + shifts.length
                                    + "; cells of one donor are no replicates, so there is no interval")));
        }
        double mean = Descriptive.mean(shifts);
        double squares = 0;
        for (double shift : shifts) {
            squares += (shift - mean) * (shift - mean);
        }
        int df = shifts.length - 1;
        double se = Math.sqrt(squares / df / shifts.length);
        double half = Distributions.studentQuantile((1 + protocol.level()) / 2, df) * se;
        List<HypothesisTest> tests = se > 0
                ? List.of(new HypothesisTest(
                        "paired-t", mean / se, (double) df, null, Distributions.studentTwoSided(mean / se, df)))
                : List.of();
        Estimate estimate = Estimate.of(
                "polarisationShift", mean, "1", mean - half, mean + half, protocol.level(), se, "paired over donors");
        return new SubjectResult(subject, List.of(estimate), tests, List.of(), List.of());
    }
}
