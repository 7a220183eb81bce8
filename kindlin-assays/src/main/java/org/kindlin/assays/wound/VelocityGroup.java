package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.LogRatio;
import org.kindlin.numerics.statistics.LogRatio.LogEstimate;

/** Edge velocities of the wounds of one treatment, um/h. */
record VelocityGroup(Treatment treatment, double[] velocities) {

    double mean() {
        return Descriptive.mean(velocities);
    }

    /** Half the width of the interval of the mean over wounds; empty with one. */
    Optional<Double> halfWidth(double level) {
        int n = velocities.length;
        return n < 2
                ? Optional.empty()
                : Optional.of(Distributions.studentQuantile(0.5 + level / 2, n - 1.0)
                        * Descriptive.standardDeviation(velocities)
                        / Math.sqrt(n));
    }

    /** The mean, and its ratio to the control. */
    SubjectResult result(Optional<VelocityGroup> control, WoundProtocol protocol) {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        String method = "mean over " + velocities.length + (velocities.length == 1 ? " wound" : " wounds");
        double mean = mean();
        estimates.add(halfWidth(protocol.level())
                .map(half -> Estimate.of(
                        "edgeVelocity", mean, "um/h", mean - half, mean + half, protocol.level(), Double.NaN, method))
                .orElse(Estimate.descriptive("edgeVelocity", mean, "um/h", method)));
        if (velocities.length < 2) {
            warnings.add(new Warning("single-wound", "one wound has no interval between wounds"));
        }
        control.filter(other -> !other.treatment().equals(treatment))
                .ifPresent(other -> estimates.add(ratio(other, protocol.level(), warnings)));
        Map<String, String> subject = new LinkedHashMap<>(treatment.subject(protocol.doseUnit()));
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private Estimate ratio(VelocityGroup control, double level, List<Warning> warnings) {
        Optional<LogEstimate> here = LogEstimate.ofSample(velocities);
        Optional<LogEstimate> there = LogEstimate.ofSample(control.velocities);
        if (here.isPresent() && there.isPresent()) {
            LogRatio ratio = LogRatio.of(here.get(), there.get(), level);
            return Estimate.ofRatio("velocityRatio", ratio, "ratio of geometric means over wounds to the control");
        }
        if (!(control.mean() > 0)) {
            warnings.add(new Warning("no-movement", "velocityRatio is not known: the control does not close"));
            return Estimate.notEstimable("velocityRatio", "1", level, "ratio of means");
        }
        return Estimate.descriptive(
                "velocityRatio", mean() / control.mean(), "1", "ratio of means, too few wounds for an interval");
    }
}
