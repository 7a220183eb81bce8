package org.kindlin.assays.survival;

import org.kindlin.numerics.hazard.CoxOutcome;
import org.kindlin.numerics.hazard.CoxRegression;

/** Fits the Cox model of a study, and says what came of it. */
final class CoxModel {
    private CoxModel() {}

    static CoxReport of(SurvivalData data, SurvivalProtocol protocol) {
        CoxDesign design = CoxDesign.of(data, protocol);
        if (design.terms().isEmpty() || design.rows().isEmpty()) {
            return CoxReport.NONE;
        }
        return of(design, StudyArrays.of(design.rows(), data.arms(), protocol.cause()), protocol);
    }

    private static CoxReport of(CoxDesign design, StudyArrays arrays, SurvivalProtocol protocol) {
        return switch (CoxRegression.fit(design.data(arrays), protocol.ties())) {
            case CoxOutcome.Fitted(var fit) -> CoxReport.of(fit, design, arrays, protocol);
            case CoxOutcome.Monotone(var terms, var rising, double nullValue, double supremum, double score) ->
                CoxReport.monotone(terms, rising, nullValue, supremum, score, design, arrays, protocol);
            case CoxOutcome.Dependent(int term)
            when design.terms().size() > 1 ->
                of(design.without(term), arrays, protocol).with(design.terms().get(term), protocol);
            case CoxOutcome.Dependent(int term) ->
                CoxReport.failed(
                        design,
                        protocol,
                        "no-information",
                        "Nobody at risk differs in " + design.terms().get(term).column()
                                + ", so its hazard ratio is not estimable");
            case CoxOutcome.NoEvents() ->
                CoxReport.failed(design, protocol, "no-events", "There is no event, so no hazard ratio is estimable");
            case CoxOutcome.NotConverged(int iterations) ->
                CoxReport.failed(
                        design,
                        protocol,
                        "not-converged",
                        "The search for the Cox model did not settle in " + iterations + " steps");
        };
    }
}
