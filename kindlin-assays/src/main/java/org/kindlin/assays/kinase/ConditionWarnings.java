package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Warning;

/** Warnings that follow from the stated conditions alone, whatever the plates show. */
final class ConditionWarnings {
    private static final double MOST_DMSO_PERCENT = 1;

    private final KinaseProtocol protocol;
    private final String target;
    private final TargetConditions conditions;
    private final List<Warning> warnings = new ArrayList<>();

    private ConditionWarnings(KinaseProtocol protocol, String target, TargetConditions conditions) {
        this.protocol = protocol;
        this.target = target;
        this.conditions = conditions;
    }

    static List<Warning> of(KinaseProtocol protocol, String target, TargetConditions conditions) {
        ConditionWarnings all = new ConditionWarnings(protocol, target, conditions);
        all.atp();
        all.km();
        all.dmso();
        all.preIncubation();
        all.detergent();
        if (conditions.enzymeNanomolar().isEmpty()) {
            all.warn(
                    "enzyme-not-stated",
                    "The enzyme concentration is not stated: whether the IC50 lies near its floor of half the enzyme"
                            + " cannot be judged, and no tight-binding fit is made.");
        }
        return all.warnings;
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    private void atp() {
        if (conditions.atpMicromolar().isEmpty()) {
            warn("atp-not-stated", "ATP is not stated, so no Ki can be derived from the IC50.");
            return;
        }
        OptionalDouble ratio = conditions.atpOverKm();
        double limit = protocol.limits().atpOverKm();
        if (ratio.isPresent() && (ratio.getAsDouble() > limit || ratio.getAsDouble() < 1 / limit)) {
            MichaelisConstant km = conditions.kmAtp().orElseThrow();
            warn(
                    "atp-far-from-km",
                    "ATP at " + Prose.number(conditions.atpMicromolar().getAsDouble()) + " uM is "
                            + Prose.number(ratio.getAsDouble()) + " times the Km(ATP) of " + name() + ", "
                            + Prose.number(km.micromolar()) + " uM ("
                            + km.origin().word()
                            + "): an ATP-competitive inhibitor's IC50 is "
                            + Prose.number(1 + ratio.getAsDouble()) + " times its Ki.");
        }
    }

    private void km() {
        if (conditions.kmAtp().isEmpty()) {
            warn("km-not-stated", "The Km(ATP) of " + name() + " is not stated, so no Ki can be derived.");
            return;
        }
        MichaelisConstant km = conditions.kmAtp().get();
        if (km.origin() == MichaelisConstant.Origin.ASSUMED) {
            warn(
                    "km-assumed",
                    "The Km(ATP) of " + name() + " is not published; " + Prose.number(km.micromolar())
                            + " uM is an assumption"
                            + km.range()
                                    .map(range -> " within " + Prose.number(range.lowMicromolar()) + " to "
                                            + Prose.number(range.highMicromolar()) + " uM")
                                    .orElse("")
                            + ", and every Ki that rests on it is conditional on it.");
        }
    }

    private void dmso() {
        OptionalDouble dmso = protocol.reaction().dmsoPercent();
        if (dmso.isPresent() && dmso.getAsDouble() > MOST_DMSO_PERCENT) {
            warn(
                    "dmso",
                    "DMSO at " + Prose.number(dmso.getAsDouble()) + " % exceeds " + Prose.number(MOST_DMSO_PERCENT)
                            + " %: it may inhibit the kinase by itself.");
        }
    }

    private void detergent() {
        Optional<String> detergent = protocol.reaction().detergent();
        boolean none = detergent
                .filter(text -> List.of("none", "no", "0").contains(text.strip().toLowerCase(Locale.ROOT)))
                .isPresent();
        if (detergent.isEmpty() || none) {
            warn(
                    "no-detergent",
                    (none ? "The buffer has no detergent" : "A detergent is not stated")
                            + ": inhibition by compound aggregates is not excluded (0.01 % Triton X-100 or Brij-35"
                            + " would).");
        }
    }

    /** A binder that leaves in tens of minutes needs about as long to arrive. */
    private void preIncubation() {
        Optional<KnownTarget> known = KnownTarget.named(target);
        OptionalDouble stated = protocol.reaction().residenceMinutes();
        if (stated.isEmpty() && known.isEmpty()) {
            return;
        }
        double needed = stated.orElseGet(() -> known.orElseThrow().shortestResidenceMinutes());
        OptionalDouble given = protocol.reaction().preIncubationMinutes();
        if (given.isPresent() && given.getAsDouble() >= needed) {
            return;
        }
        String residence = stated.isPresent()
                ? "a residence time of " + Prose.number(stated.getAsDouble()) + " min"
                : "a residence time of " + Prose.number(known.orElseThrow().shortestResidenceMinutes()) + " to "
                        + Prose.number(known.orElseThrow().longestResidenceMinutes()) + " min on " + name()
                        + " (assumption, none is published)";
        warn(
                "no-preincubation",
                (given.isPresent()
                                ? "Pre-incubation of enzyme with inhibitor was " + Prose.number(given.getAsDouble())
                                        + " min"
                                : "Pre-incubation of enzyme with inhibitor is not stated")
                        + ": with " + residence
                        + " binding may fall short of equilibrium, and the IC50 come out too high.");
    }

    private String name() {
        return target.isEmpty() ? "the target" : target;
    }
}
