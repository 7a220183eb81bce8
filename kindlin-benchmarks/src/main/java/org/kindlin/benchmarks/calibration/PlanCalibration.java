package org.kindlin.benchmarks.calibration;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.lab.plan.AssayPlan;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlanTrial;
import org.kindlin.lab.plan.PlannedLab;
import org.kindlin.lab.plan.Planner;
import org.kindlin.lab.plan.Precision.Share;

/**
 * How often a plan, performed by the virtual lab and analysed by the very analysis, gives back its own truth inside the
 * interval it promised. Run with the number of performances, a seed and settings ({@code key=value}) as arguments.
 */
public final class PlanCalibration {
    private static final int USUAL = 200;

    private PlanCalibration() {}

    public static void main(String[] arguments) {
        List<String> given = List.of(arguments);
        int performances = given.isEmpty() ? USUAL : Integer.parseInt(given.getFirst());
        long seed = given.size() > 1 ? Long.parseLong(given.get(1)) : 1;
        Map<String, String> settings = new LinkedHashMap<>();
        given.stream().skip(3).map(text -> text.split("=", 2)).forEach(pair -> settings.put(pair[0], pair[1]));
        System.out.printf(
                Locale.ROOT,
                "%-14s %-10s %-44s %9s %7s %16s%n",
                "assay",
                "estimate",
                "subject",
                "covered",
                "%",
                "95 % of the share");
        for (AssayPlan assay : Planner.all()) {
            boolean wanted = given.size() < 3 || given.get(2).equals(assay.assay());
            if (wanted && PlannedLab.isPossible(assay.assay())) {
                calibrate(assay, settings, performances, seed);
            }
        }
    }

    private static void calibrate(AssayPlan assay, Map<String, String> settings, int performances, long seed) {
        Plan plan = Planner.plan(assay, Settings.of(settings), seed);
        PlanTrial trial = new PlanTrial(plan);
        Map<String, int[]> counts = new TreeMap<>();
        for (int i = 0; i < performances; i++) {
            for (PlanTrial.Trial one : trial.run(seed * 1_000_003 + i)) {
                for (String subject : List.of(one.subject().toString(), "all")) {
                    int[] count = counts.computeIfAbsent(subject, _ -> new int[2]);
                    count[0] += one.covers() ? 1 : 0;
                    count[1]++;
                }
            }
        }
        counts.forEach(
                (subject, count) -> print(assay.assay(), plan.use().estimate(), subject, Share.of(count[0], count[1])));
    }

    private static void print(String assay, String estimate, String subject, Share share) {
        System.out.printf(
                Locale.ROOT,
                "%-14s %-10s %-44s %4d/%4d %7.2f %7.2f-%.2f%n",
                assay,
                estimate,
                subject,
                share.count(),
                share.of(),
                100 * share.value(),
                100 * share.low(),
                100 * share.high());
    }
}
