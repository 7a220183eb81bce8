package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Profiles of a group taken together: geometric means with intervals from logarithms, geometric coefficients of
 * variation {@code sqrt(exp(s²) - 1)}, medians of times.
 */
final class ProfileSummary {
    private static final List<String> GEOMETRIC = List.of(
            "aucLast",
            "aucInf",
            "aucTau",
            "cMax",
            "cMin",
            "cAverage",
            "halfLife",
            "lambdaZ",
            "clearance",
            "vz",
            "mrt",
            "vss");
    private static final int FEWEST = 2;

    private ProfileSummary() {}

    /** One result per group and set of units, of groups with at least two profiles. */
    static List<SubjectResult> of(List<ProfileResult> profiles, double level) {
        Map<List<Object>, List<ProfileResult>> groups = new LinkedHashMap<>();
        profiles.forEach(profile -> groups.computeIfAbsent(
                        List.of(profile.profile().group(), profile.profile().units()), _ -> new ArrayList<>())
                .add(profile));
        return groups.values().stream()
                .filter(group -> group.size() >= FEWEST)
                .map(group -> summary(group, level))
                .toList();
    }

    private static SubjectResult summary(List<ProfileResult> group, double level) {
        Map<String, String> subject =
                new LinkedHashMap<>(group.getFirst().profile().group());
        subject.put("summary", group.size() + " profiles");
        List<Estimate> estimates = new ArrayList<>();
        List<String> partly = new ArrayList<>();
        estimates.add(Estimate.descriptive("n", group.size(), "", "profiles"));
        for (String name : GEOMETRIC) {
            List<Estimate> found = found(group, name);
            if (found.size() >= FEWEST) {
                geometric(name, found, level, estimates);
            }
            if (!found.isEmpty() && found.size() < group.size()) {
                partly.add(name + " (" + found.size() + ")");
            }
        }
        List<Estimate> times = found(group, "tMax");
        if (!times.isEmpty()) {
            double[] values = values(times);
            estimates.add(Estimate.descriptive(
                    "tMaxMedian", Descriptive.median(values), times.getFirst().unit(), "median"));
        }
        List<Warning> warnings = partly.isEmpty()
                ? List.of()
                : List.of(new Warning(
                        "fewer-profiles",
                        "Not every profile has " + String.join(", ", partly)
                                + "; the number in brackets is how many do."));
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private static List<Estimate> found(List<ProfileResult> group, String name) {
        return group.stream()
                .flatMap(profile -> profile.result().estimate(name).stream())
                .filter(estimate -> estimate.relation() == Relation.EQUAL && estimate.value() != null)
                .toList();
    }

    private static double[] values(List<Estimate> estimates) {
        return estimates.stream()
                .mapToDouble(estimate -> Objects.requireNonNull(estimate.value()))
                .toArray();
    }

    private static void geometric(String name, List<Estimate> found, double level, List<Estimate> into) {
        double[] values = values(found);
        for (double value : values) {
            if (!(value > 0)) {
                return; // a trough of 0 has no logarithm
            }
        }
        double[] logs = Arrays.stream(values).map(StrictMath::log).toArray();
        double mean = Descriptive.mean(logs);
        double sd = Descriptive.standardDeviation(logs);
        double half = Distributions.studentQuantile((1 + level) / 2, logs.length - 1) * sd / Math.sqrt(logs.length);
        String unit = found.getFirst().unit();
        into.add(Estimate.of(
                name + "GeometricMean",
                StrictMath.exp(mean),
                unit,
                StrictMath.exp(mean - half),
                StrictMath.exp(mean + half),
                level,
                Double.NaN,
                "geometric mean of " + logs.length + ", Student-t interval of logarithms"));
        into.add(Estimate.descriptive(
                name + "GeometricCv",
                100 * Math.sqrt(StrictMath.expm1(sd * sd)),
                "%",
                "geometric coefficient of variation of " + logs.length));
    }
}
