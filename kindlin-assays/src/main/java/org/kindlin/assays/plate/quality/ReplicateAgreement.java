package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.IntraclassCorrelation;

/** How well replicates of samples agree: the CV of every group, and the intraclass correlation of all. */
record ReplicateAgreement(List<ReplicateSet.Group> groups) {
    private static final double CV_PERCENT = 20;
    private static final int FEWEST_GROUPS = 3;
    private static final int TOLD = 6;

    static ReplicateAgreement of(ReplicateSet replicates) {
        return new ReplicateAgreement(replicates.groups().stream()
                .filter(group -> group.role() == WellRole.SAMPLE || group.role() == WellRole.UNKNOWN)
                .toList());
    }

    List<QualityCheck> checks() {
        double[] cvs = groups.stream()
                .mapToDouble(group -> ControlFigures.cv(group.values()))
                .filter(Double::isFinite)
                .toArray();
        return cvs.length == 0
                ? List.of()
                : List.of(
                        QualityCheck.atMost("replicate-cv-median", Descriptive.median(cvs), CV_PERCENT),
                        QualityCheck.info("replicate-cv-highest", Descriptive.quantile(cvs, 1)),
                        QualityCheck.info("replicate-groups", cvs.length));
    }

    Optional<Estimate> correlation(double level) {
        return groups.size() < FEWEST_GROUPS
                ? Optional.empty()
                : IntraclassCorrelation.of(
                                groups.stream().map(ReplicateSet.Group::values).toList(), level)
                        .map(icc -> Estimate.of(
                                "replicate-icc",
                                icc.value(),
                                "1",
                                icc.low(),
                                icc.high(),
                                level,
                                Double.NaN,
                                "one-way random effects, ICC(1,1), F interval (Shrout and Fleiss 1979)"));
    }

    /** The groups that scatter most, where any scatters by more than 20 %. */
    Optional<Warning> warning() {
        List<ReplicateSet.Group> wide = groups.stream()
                .filter(group -> ControlFigures.cv(group.values()) > CV_PERCENT)
                .sorted(Comparator.comparingDouble((ReplicateSet.Group group) -> -ControlFigures.cv(group.values())))
                .toList();
        if (wide.isEmpty()) {
            return Optional.empty();
        }
        List<String> told = new ArrayList<>();
        wide.stream()
                .limit(TOLD)
                .forEach(group ->
                        told.add(group.name() + " (" + Prose.number(ControlFigures.cv(group.values())) + " %)"));
        return Optional.of(new Warning(
                "replicates-scatter",
                wide.size() + " of " + groups.size() + " groups of replicates have a CV above "
                        + Prose.number(CV_PERCENT) + " %: " + Prose.list(told)
                        + (wide.size() > TOLD ? ", and " + (wide.size() - TOLD) + " more" : "") + "."));
    }
}
