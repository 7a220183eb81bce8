package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.curve.ParallelFit;
import org.kindlin.numerics.statistics.FTest;

/**
 * The potency of one test preparation relative to a reference.
 *
 * <p>Potency has a meaning only where the curves are parallel, that is, copies of one another along the logarithm of the
 * dose. Where the rule in force does not find them so, {@code relativePotency} is withheld and {@code
 * relativePotency-unproven}, the optimum of the parallel fit, stands beside it without an interval.
 */
final class RelativePotency {
    private static final double LN10 = 2.302585092994046;
    private static final double SIGNIFICANT = 0.05;

    private final FamilyCurve reference;
    private final FamilyCurve test;
    private final PotencyProtocol protocol;
    private final double level;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<HypothesisTest> tests = new ArrayList<>();
    private final List<QualityCheck> quality = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private RelativePotency(FamilyCurve reference, FamilyCurve test, PotencyProtocol protocol) {
        this.reference = reference;
        this.test = test;
        this.protocol = protocol;
        this.level = reference.protocol().inference().level();
    }

    /**
     * One comparison.
     *
     * @param parallel the joint fit; empty where none was found
     * @param isParallel whether the rule in force finds the curves parallel
     */
    record Comparison(
            FamilyCurve reference,
            FamilyCurve test,
            Optional<ParallelFit> parallel,
            boolean isParallel,
            SubjectResult result) {}

    static Comparison of(FamilyCurve reference, FamilyCurve test, PotencyProtocol protocol) {
        return new RelativePotency(reference, test, protocol).compare();
    }

    private Comparison compare() {
        Optional<ParallelFit> parallel = ParallelFit.of(reference.fit(), test.fit());
        ShapeComparison.Found shapes = ShapeComparison.of(reference, test, protocol);
        Optional<FTest> difference = parallel.flatMap(this::test);
        difference.map(found -> CurveTests.named("parallelism", found)).ifPresent(tests::add);
        boolean isParallel = isParallel(difference, shapes.equivalent()) && isEffective();
        quality.addAll(shapes.quality());
        difference
                .map(found -> QualityCheck.atLeast("parallelism-p", found.p(), SIGNIFICANT))
                .ifPresent(quality::add);
        potency(parallel, isParallel);
        estimates.addAll(shapes.estimates());
        return new Comparison(
                reference,
                test,
                parallel,
                isParallel,
                new SubjectResult(subject(), estimates, tests, quality, warnings));
    }

    private Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>(test.data().subject());
        subject.put("reference", protocol.reference());
        return subject;
    }

    private Optional<FTest> test(ParallelFit parallel) {
        double rss = reference.fit().rss() + test.fit().rss();
        int df = reference.fit().degreesOfFreedom() + test.fit().degreesOfFreedom();
        return FTest.extraSumOfSquares(parallel.rss(), parallel.degreesOfFreedom(), rss, df);
    }

    /** Flat lines are parallel to everything. */
    private boolean isEffective() {
        for (FamilyCurve curve : List.of(reference, test)) {
            if (curve.facts().isFlat()) {
                warnings.add(new Warning(
                        "no-dose-dependence",
                        "relativePotency is not estimable: the response of "
                                + curve.data().label() + " does not depend on dose"));
                return false;
            }
        }
        return true;
    }

    private boolean isParallel(Optional<FTest> difference, Optional<Boolean> equivalent) {
        return switch (protocol.rule()) {
            case EQUIVALENCE -> {
                boolean shown = equivalent.orElse(false);
                if (!shown) {
                    warnings.add(new Warning("parallelism-not-shown", notShown(equivalent.isPresent())));
                }
                yield shown;
            }
            case DIFFERENCE -> {
                boolean differs = difference.isPresent() && difference.get().p() < SIGNIFICANT;
                if (differs) {
                    warnings.add(new Warning(
                            "not-parallel",
                            String.format(
                                    Locale.ROOT,
                                    "the curves are not parallel (F test, p = %.2g): their potency ratio depends on the"
                                            + " response at which it is read",
                                    difference.get().p())));
                }
                yield difference.isPresent() && !differs;
            }
        };
    }

    private String notShown(boolean judged) {
        return judged
                ? "parallelism is not shown: the 90 % intervals of the shape below do not lie within the margins (ratio of"
                        + " slopes " + Text.number(1 / protocol.slopeMargin()) + " to "
                        + Text.number(protocol.slopeMargin()) + ", plateaus within "
                        + Text.percent(protocol.plateauMargin()) + " of the reference's span)"
                : "parallelism cannot be judged: a curve has a parameter at a limit and so no standard errors";
    }

    private void potency(Optional<ParallelFit> parallel, boolean isParallel) {
        if (parallel.isEmpty()) {
            estimates.add(Estimate.notEstimable("relativePotency", "", level, "none: no parallel fit was found"));
            warnings.add(new Warning("parallel-fit-failed", "no fit of both curves with one shape was found"));
            return;
        }
        double potency = tenTo(parallel.get().logPotency());
        if (!isParallel) {
            estimates.add(Estimate.notEstimable("relativePotency", "", level, "none: parallelism is not given"));
            estimates.add(Estimate.descriptive(
                    "relativePotency-unproven", potency, "", "optimum of the parallel fit, parallelism not given"));
            return;
        }
        Limits limits = parallel.get()
                .profile(level)
                .map(found -> Limits.of(found.low(), found.high()).map(RelativePotency::tenTo))
                .orElse(Limits.OPEN);
        Double error = parallel.get().standardError().isPresent()
                ? Double.valueOf(potency * LN10 * parallel.get().standardError().getAsDouble())
                : null;
        estimates.add(new Estimate(
                "relativePotency",
                potency,
                "",
                Relation.EQUAL,
                limits.lowOrNull(),
                limits.highOrNull(),
                level,
                error,
                "profile-likelihood of the parallel fit"));
    }

    private static double tenTo(double log) {
        return StrictMath.pow(10, log);
    }
}
