package org.kindlin.assays.survival;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kindlin.numerics.survival.ComparedArms;
import org.kindlin.numerics.survival.SurvivalSample;

/** The rows of a study as the arrays that estimators take. */
record StudyArrays(SurvivalSample sample, int[] arm, int arms, int[] stratum, int[] cluster) {

    /** With a cause of interest, its events count and all others are censored: cause-specific. */
    static StudyArrays of(List<Observed> rows, List<String> arms, Optional<String> cause) {
        boolean truncated = rows.stream().anyMatch(row -> row.start() > 0);
        double[] entry = truncated ? rows.stream().mapToDouble(Observed::start).toArray() : new double[0];
        double[] exit = rows.stream().mapToDouble(Observed::time).toArray();
        boolean[] event = new boolean[rows.size()];
        for (int i = 0; i < event.length; i++) {
            Observed row = rows.get(i);
            event[i] = cause.map(wanted -> wanted.equals(row.cause())).orElse(row.hasEvent());
        }
        boolean stratified = rows.stream().anyMatch(row -> !row.stratum().isEmpty());
        return new StudyArrays(
                new SurvivalSample(entry, exit, event),
                rows.stream().mapToInt(row -> arms.indexOf(row.arm())).toArray(),
                arms.size(),
                stratified ? codes(rows, Observed::stratum) : new int[0],
                codes(rows, Observed::cluster));
    }

    /** Numbers from 0 in the order of appearance. */
    private static <T> int[] codes(List<Observed> rows, Function<Observed, T> value) {
        Map<T, Integer> codes = new LinkedHashMap<>();
        return rows.stream()
                .mapToInt(row -> codes.computeIfAbsent(value.apply(row), _ -> codes.size()))
                .toArray();
    }

    ComparedArms compared(boolean stratified) {
        return new ComparedArms(sample, arm, arms, stratified ? stratum : new int[0]);
    }

    boolean isStratified() {
        return stratum.length > 0;
    }
}
