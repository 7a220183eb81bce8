package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.regression.RegressionFit;
import org.kindlin.numerics.sigmoid.Constraint;
import org.kindlin.numerics.sigmoid.Direction;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.sigmoid.SigmoidFit;
import org.kindlin.numerics.statistics.FTest;
import org.kindlin.numerics.statistics.InformationCriterion;

/** Turns separately analysed curves into one global fit with parameters in common, and compares the two. */
final class SharedCurves {
    private static final Map<String, String> SUBJECT = Map.of("curves", "all");

    private final List<CurveResult> separate;
    private final Set<Parameter> shared;
    private final CurveProtocol protocol;

    private SharedCurves(List<CurveResult> separate, DoseResponseProtocol protocol) {
        this.separate = separate;
        this.shared = protocol.shared();
        this.protocol = protocol.curve();
    }

    /**
     * The curves under the global fit, and what compares it with the separate ones.
     *
     * @param curves one per curve; those that could not be fitted on their own stay as they were
     */
    record Shared(List<CurveResult> curves, SubjectResult comparison) {}

    static Shared of(List<CurveResult> separate, DoseResponseProtocol protocol) {
        return new SharedCurves(separate, protocol).fit();
    }

    private Shared fit() {
        List<FittedCurve> fitted =
                separate.stream().flatMap(curve -> curve.fitted().stream()).toList();
        Optional<RegressionFit> global = GlobalFit.of(fitted, shared);
        return global.map(GlobalProfiles::new)
                .map(profiles -> new Shared(judged(profiles, fitted), comparison(profiles, fitted)))
                .orElseGet(() -> new Shared(separate, notFitted(fitted.size())));
    }

    private static SubjectResult notFitted(int curves) {
        Warning warning = new Warning(
                "global-fit-failed",
                "no global fit of " + curves + " curves was found; the curves below were fitted separately");
        return new SubjectResult(SUBJECT, List.of(), List.of(), List.of(), List.of(warning));
    }

    private List<CurveResult> judged(GlobalProfiles profiles, List<FittedCurve> fitted) {
        Direction direction = GlobalFit.direction(fitted);
        List<CurveResult> results = new ArrayList<>();
        int group = 0;
        for (CurveResult curve : separate) {
            if (curve.fitted().isEmpty()) {
                results.add(curve);
                continue;
            }
            CurveIntervals intervals = new GlobalIntervals(
                    profiles,
                    shared,
                    GlobalFit.group(group++),
                    protocol.inference().interval());
            results.add(conditional(curve, profiles.fit(), direction)
                    .map(conditioned -> CurveAnalysis.judged(conditioned, intervals))
                    .orElse(curve));
        }
        return results;
    }

    /** The curve at the shared values: its own parameters are where the global fit has them. */
    private Optional<FittedCurve> conditional(CurveResult curve, RegressionFit global, Direction direction) {
        Map<Parameter, Constraint> constraints = new EnumMap<>(Parameter.class);
        constraints.putAll(protocol.constraints());
        constraints.putAll(GlobalFit.sharedValues(global, shared));
        CurveProtocol held = new CurveProtocol(
                protocol.model(),
                constraints,
                Optional.of(direction),
                protocol.weighting(),
                protocol.loss(),
                protocol.control(),
                protocol.inference(),
                protocol.units());
        return WeightedFit.fit(curve.data(), held)
                .fit()
                .map(fit ->
                        new FittedCurve(curve.data(), held, curve.data().range().orElseThrow(), fit));
    }

    private SubjectResult comparison(GlobalProfiles profiles, List<FittedCurve> fitted) {
        RegressionFit global = profiles.fit();
        double rss = fitted.stream()
                .map(FittedCurve::fit)
                .mapToDouble(SigmoidFit::rss)
                .sum();
        int df = fitted.stream()
                .map(FittedCurve::fit)
                .mapToInt(SigmoidFit::degreesOfFreedom)
                .sum();
        int observations = fitted.stream()
                .map(FittedCurve::fit)
                .mapToInt(SigmoidFit::observations)
                .sum();
        List<Estimate> estimates = new ArrayList<>();
        shared.stream().sorted().forEach(parameter -> estimates.add(estimate(parameter, profiles)));
        estimates.add(Estimate.descriptive("rss", global.rss(), "", "global fit"));
        estimates.add(Estimate.descriptive("df", global.df(), "", "observations less estimated parameters"));
        aicc(global.rss(), observations, global.df(), rss, df)
                .ifPresent(difference -> estimates.add(Estimate.descriptive(
                        "aiccDifference", difference, "", "AICc of the global less that of the separate fits")));
        List<HypothesisTest> tests = FTest.extraSumOfSquares(global.rss(), global.df(), rss, df)
                .map(test -> List.of(CurveTests.named("shared-versus-separate", test)))
                .orElse(List.of());
        return new SubjectResult(SUBJECT, estimates, tests, List.of(), List.of());
    }

    private static OptionalDouble aicc(double rss, int observations, int df, double rssSeparate, int dfSeparate) {
        OptionalDouble one = InformationCriterion.aicc(rss, observations, observations - df);
        OptionalDouble other = InformationCriterion.aicc(rssSeparate, observations, observations - dfSeparate);
        return one.isPresent() && other.isPresent()
                ? OptionalDouble.of(one.getAsDouble() - other.getAsDouble())
                : OptionalDouble.empty();
    }

    private Estimate estimate(Parameter parameter, GlobalProfiles profiles) {
        boolean isMidpoint = parameter == Parameter.LOG_IC50;
        double value = profiles.fit().value(ParameterNames.of(parameter));
        CurveIntervals intervals =
                new GlobalIntervals(profiles, shared, "", protocol.inference().interval());
        Limits limits = intervals.of(parameter, protocol.inference().level());
        OptionalDouble error = intervals.standardError(parameter);
        return new Estimate(
                isMidpoint ? "logIc50" : ParameterNames.of(parameter),
                value,
                "",
                Relation.EQUAL,
                limits.lowOrNull(),
                limits.highOrNull(),
                protocol.inference().level(),
                error.isPresent() ? Double.valueOf(error.getAsDouble()) : null,
                intervals.method(parameter));
    }
}
