package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.ReplicateGroup;
import org.kindlin.numerics.statistics.VarianceFunction;
import org.kindlin.numerics.statistics.VarianceFunctionFit;

/**
 * The wells of a plate that have replicates on it, and how replicates scatter at any signal.
 *
 * <p>The scatter is a {@link VarianceFunction} fitted to all groups; a group of at least {@value #FEWEST_FOR_MAD} wells
 * counts with its scaled median absolute deviation, so that an outlier does not widen the scatter it is judged by. Where
 * all groups read alike it is their pooled variance.
 *
 * @param groups of at least two wells, in the order of the plate
 */
record ReplicateSet(List<Group> groups, VarianceFunction scatter) {
    private static final int FEWEST_FOR_MAD = 6;

    ReplicateSet {
        groups = List.copyOf(groups);
    }

    /** Wells that should read alike. */
    record Group(String name, WellRole role, List<QualityWell> wells) {
        double[] values() {
            return wells.stream().mapToDouble(QualityWell::value).toArray();
        }

        double mean() {
            return Descriptive.mean(values());
        }
    }

    static ReplicateSet of(List<QualityWell> wells) {
        Map<String, List<QualityWell>> byName = new LinkedHashMap<>();
        wells.stream()
                .filter(well -> !well.replicateOf().isEmpty())
                .forEach(well -> byName.computeIfAbsent(well.replicateOf(), _ -> new ArrayList<>())
                        .add(well));
        List<Group> groups = new ArrayList<>();
        byName.forEach((name, of) -> {
            if (of.size() > 1) {
                groups.add(new Group(name, of.getFirst().role(), of));
            }
        });
        return new ReplicateSet(groups, scatter(groups));
    }

    /** The same replicates without some wells, under the same scatter. */
    ReplicateSet without(Set<WellAddress> some) {
        List<Group> left = groups.stream()
                .map(group -> new Group(
                        group.name(),
                        group.role(),
                        group.wells().stream()
                                .filter(well -> !some.contains(well.address()))
                                .toList()))
                .filter(group -> group.wells().size() > 1)
                .toList();
        return new ReplicateSet(left, scatter);
    }

    /** The standard deviation of a well among replicates of this mean; zero where none scatters. */
    double standardDeviation(double mean) {
        return Math.sqrt(scatter.at(mean));
    }

    private static VarianceFunction scatter(List<Group> groups) {
        List<ReplicateGroup> described =
                groups.stream().map(ReplicateSet::describe).toList();
        return VarianceFunctionFit.of(described)
                .map(VarianceFunctionFit::function)
                .orElseGet(() -> new VarianceFunction(pooled(described), 0));
    }

    private static ReplicateGroup describe(Group group) {
        double[] values = group.values();
        double deviation = Descriptive.scaledMad(values);
        boolean robust = values.length >= FEWEST_FOR_MAD && deviation > 0;
        return robust
                ? new ReplicateGroup(Descriptive.median(values), deviation * deviation, values.length - 1)
                : ReplicateGroup.of(values);
    }

    private static double pooled(List<ReplicateGroup> groups) {
        double squares = groups.stream().mapToDouble(g -> g.df() * g.variance()).sum();
        int df = groups.stream().mapToInt(ReplicateGroup::df).sum();
        return df == 0 ? 0 : Math.sqrt(squares / df);
    }
}
