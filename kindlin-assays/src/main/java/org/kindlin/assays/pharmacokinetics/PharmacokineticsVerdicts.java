package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/** What the profiles say, in sentences. */
final class PharmacokineticsVerdicts {
    private static final int MOST_PROFILES = 6;

    private PharmacokineticsVerdicts() {}

    static List<String> of(PharmacokineticsResult result) {
        List<String> verdicts = new ArrayList<>();
        boolean oral = !result.protocol().dosing().route().isIntravenous();
        result.summaries().forEach(summary -> verdicts.add(summary(summary, oral)));
        if (result.profiles().size() <= MOST_PROFILES) {
            result.profiles().forEach(profile -> verdicts.add(profile(profile, oral)));
        }
        return verdicts;
    }

    private static String summary(SubjectResult summary, boolean oral) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("aucInf", "aucTau", "cMax", "halfLife", "clearance")) {
            Optional<Estimate> mean = summary.estimate(name + "GeometricMean");
            Optional<Estimate> spread = summary.estimate(name + "GeometricCv");
            if (mean.isPresent() && spread.isPresent() && spread.get().value() != null) {
                parts.add(spoken(name, oral) + " " + Prose.estimate(mean.get()) + ", CV "
                        + Prose.number(spread.get().value()) + " %");
            }
        }
        return String.join(", ", summary.subject().values()) + ": geometric means: " + String.join("; ", parts) + ".";
    }

    private static String profile(ProfileResult profile, boolean oral) {
        List<String> parts = new ArrayList<>();
        for (String name : List.of("aucLast", "aucInf", "cMax", "tMax", "halfLife", "clearance")) {
            profile.result()
                    .estimate(name)
                    .ifPresent(estimate -> parts.add(spoken(name, oral) + " " + Prose.estimate(estimate)));
        }
        return profile.profile().label() + ": " + String.join("; ", parts) + ".";
    }

    /** The field's term for an estimate. */
    static String spoken(String name, boolean oral) {
        return switch (name) {
            case "aucLast" -> "AUC to the last sample";
            case "aucInf" -> "AUC to infinity";
            case "aucTau" -> "AUC over the dosing interval";
            case "cMax" -> "Cmax";
            case "tMax" -> "tmax";
            case "halfLife" -> "half-life";
            default -> oral ? "CL/F" : "CL";
        };
    }
}
