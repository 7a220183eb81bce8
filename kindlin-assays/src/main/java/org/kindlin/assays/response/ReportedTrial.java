package org.kindlin.assays.response;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/**
 * A row of a clinical ledger: what a publication says of a trial, or of a part of one.
 *
 * @param name of the trial or of the part
 * @param n patients; empty where not stated
 * @param compound what was given; empty where not stated
 * @param design how: single arm, combination, randomised; empty where not stated
 * @param partOf the row that this one is a part of
 * @param hasCounts whether responders are known
 * @param printedRate the rate as printed; a percentage or a fraction
 * @param values medians and ratios as printed
 */
public record ReportedTrial(
        String name,
        OptionalInt n,
        String compound,
        String design,
        Optional<String> partOf,
        boolean hasCounts,
        Optional<String> printedRate,
        List<Value> values) {
    public ReportedTrial {
        values = List.copyOf(values);
    }

    /**
     * A printed number that the ledger's counts cannot give again.
     *
     * @param name {@code medianPfs}, {@code medianOs}, {@code medianDuration} or {@code hazardRatio}
     * @param low of its interval, where printed
     */
    public record Value(String name, double value, OptionalDouble low, OptionalDouble high, String unit) {}
}
