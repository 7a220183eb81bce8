package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.mixed.ContrastFamily;

/**
 * Differences of growth rates judged together: every arm against the control (Dunnett) or all pairs (Tukey and Kramer), as contrasts of
 * the mixed model with their own correlation.
 *
 * @param name {@code dunnett} or {@code tukey}
 * @param pairs first and second arm of each difference, first minus second
 */
record ArmFamily(String name, List<List<String>> pairs, ContrastFamily family) {
    ArmFamily {
        pairs = List.copyOf(pairs);
    }

    /** The family that is asked for; empty where fewer than two differences are. */
    static Optional<ArmFamily> of(GrowthFit fit, ArmRoles roles, GrowthProtocol protocol) {
        List<String> arms = fit.design().arms();
        List<List<String>> pairs = switch (protocol.comparisons()) {
            case NONE -> List.of();
            case AGAINST_CONTROL ->
                roles.control()
                        .filter(arms::contains)
                        .map(control -> against(arms, control))
                        .orElse(List.of());
            case ALL_PAIRS -> all(arms);
        };
        String name = protocol.comparisons() == GrowthProtocol.Comparisons.ALL_PAIRS ? "tukey" : "dunnett";
        return pairs.size() < 2
                ? Optional.empty()
                : Optional.of(new ArmFamily(name, pairs, family(fit, pairs, protocol.level())));
    }

    private static List<List<String>> against(List<String> arms, String control) {
        return arms.stream()
                .filter(arm -> !arm.equals(control))
                .map(arm -> List.of(arm, control))
                .toList();
    }

    private static List<List<String>> all(List<String> arms) {
        List<List<String>> pairs = new ArrayList<>();
        for (int i = 0; i < arms.size(); i++) {
            for (String before : arms.subList(0, i)) {
                pairs.add(List.of(arms.get(i), before));
            }
        }
        return pairs;
    }

    private static ContrastFamily family(GrowthFit fit, List<List<String>> pairs, double level) {
        List<double[]> weights =
                pairs.stream().map(pair -> fit.design().rates(pair, 1, -1)).toList();
        double[][] covariance = new double[pairs.size()][pairs.size()];
        for (int i = 0; i < covariance.length; i++) {
            for (int j = 0; j < covariance.length; j++) {
                covariance[i][j] = fit.covariance(weights.get(i), weights.get(j));
            }
        }
        return ContrastFamily.of(weights.stream().map(fit::contrast).toList(), covariance, level);
    }

    List<SubjectResult> results(double level) {
        List<SubjectResult> results = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            ContrastFamily.Member member = family.members().get(i);
            Contrast contrast = member.contrast();
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put(
                    "comparison",
                    pairs.get(i).getFirst() + " vs " + pairs.get(i).getLast());
            subject.put("family", name);
            results.add(new SubjectResult(
                    subject,
                    List.of(Estimate.of(
                            "growthRateDifference",
                            contrast.value(),
                            "1/d",
                            member.low(),
                            member.high(),
                            level,
                            contrast.standardError(),
                            title() + ": simultaneous interval by the multivariate t of the model's contrasts")),
                    List.of(new HypothesisTest(
                            name, contrast.statistic(), finite(family.df()), null, Math.min(1, member.p()))),
                    List.of(),
                    List.of()));
        }
        return results;
    }

    private static @org.jspecify.annotations.Nullable Double finite(double df) {
        return Double.isFinite(df) ? Double.valueOf(df) : null;
    }

    private String title() {
        return name.equals("dunnett") ? "Dunnett" : "Tukey-Kramer";
    }

    /** The adjusted p-values in a sentence. */
    String sentence() {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < pairs.size(); i++) {
            double p = family.members().get(i).p();
            String arms = name.equals("dunnett")
                    ? pairs.get(i).getFirst()
                    : pairs.get(i).getFirst() + " and " + pairs.get(i).getLast();
            parts.add(arms + (p < 1e-4 ? " p < 0.0001" : " p = " + Prose.number(p)));
        }
        return (name.equals("dunnett")
                        ? "Judged together against " + pairs.getFirst().getLast() + " (Dunnett): "
                        : "All pairs judged together (Tukey): ")
                + parts.stream().collect(Collectors.joining(", ")) + ".";
    }

    /** How the family was judged. */
    String method() {
        return (name.equals("dunnett")
                        ? "Differences of growth rates from the control are also judged together (Dunnett 1955)"
                        : "Differences of growth rates of all pairs of arms are judged together (Tukey and Kramer)")
                + ": adjusted p-values and simultaneous intervals come from the multivariate t distribution with the correlation of"
                + " the model's contrasts and the least of their degrees of freedom, "
                + (Double.isFinite(family.df()) ? Prose.number(family.df()) : "infinite") + ".";
    }
}
