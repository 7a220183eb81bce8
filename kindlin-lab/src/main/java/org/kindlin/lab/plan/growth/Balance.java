package org.kindlin.lab.plan.growth;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.kindlin.assays.text.NaturalOrder;
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
        return of(allocation, allocation.animals());
    }

    /** Every arm within every stratum, strata as people count them; nothing where animals have no strata. */
    public static Map<String, List<Balance>> byStratum(Allocation allocation) {
        Map<String, List<Allocation.Allocated>> strata = new TreeMap<>(NaturalOrder.NAMES);
        allocation.animals().stream()
                .filter(one -> !one.animal().stratum().isEmpty())
                .forEach(one -> strata.computeIfAbsent(one.animal().stratum(), _ -> new ArrayList<>())
                        .add(one));
        Map<String, List<Balance>> balances = new LinkedHashMap<>();
        strata.forEach((stratum, animals) -> balances.put(stratum, of(allocation, animals)));
        return balances;
    }

    private static List<Balance> of(Allocation allocation, List<Allocation.Allocated> animals) {
        List<Balance> all = new ArrayList<>();
        allocation.codes().forEach((arm, code) -> {
            List<Candidate> own = animals.stream()
                    .filter(one -> one.arm().equals(arm))
                    .map(Allocation.Allocated::animal)
                    .toList();
            if (!own.isEmpty()) {
                all.add(of(code, own));
            }
        });
        all.sort(Comparator.comparing(Balance::code));
        return all;
    }

    private static Balance of(String code, List<Candidate> animals) {
        double[] volumes = animals.stream().mapToDouble(Candidate::volume).toArray();
        double[] logs = Arrays.stream(volumes).map(Math::log).toArray();
        boolean weighed = animals.stream().allMatch(one -> one.weight().isPresent());
        return new Balance(
                code,
                animals.size(),
                Math.exp(Descriptive.mean(logs)),
                Arrays.stream(volumes).min().orElse(0),
                Arrays.stream(volumes).max().orElse(0),
                weighed
                        ? animals.stream()
                                .mapToDouble(one -> one.weight().orElseThrow())
                                .average()
                        : OptionalDouble.empty());
    }
}
