package org.kindlin.lab.plan.growth;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * One arm after randomisation, under its code.
 *
 * @param volume geometric mean, mm3
 * @param weight mean, g; none unless all were weighed
 */
public record Balance(String code, int n, double volume, double smallest, double largest, OptionalDouble weight) {

    /** Every arm, by code. */
    public static List<Balance> of(Allocation allocation) {
        List<Balance> all = new ArrayList<>();
        allocation.codes().forEach((arm, code) -> {
            List<Allocation.Allocated> own = allocation.animals().stream()
                    .filter(one -> one.arm().equals(arm))
                    .toList();
            double[] volumes =
                    own.stream().mapToDouble(one -> one.animal().volume()).toArray();
            if (volumes.length > 0) {
                double[] logs = java.util.Arrays.stream(volumes).map(Math::log).toArray();
                boolean weighed =
                        own.stream().allMatch(one -> one.animal().weight().isPresent());
                all.add(new Balance(
                        code,
                        own.size(),
                        Math.exp(Descriptive.mean(logs)),
                        java.util.Arrays.stream(volumes).min().orElse(0),
                        java.util.Arrays.stream(volumes).max().orElse(0),
                        weighed
                                ? own.stream()
                                        .mapToDouble(
                                                one -> one.animal().weight().orElseThrow())
                                        .average()
                                : OptionalDouble.empty()));
            }
        });
        all.sort(Comparator.comparing(Balance::code));
        return all;
    }
}
