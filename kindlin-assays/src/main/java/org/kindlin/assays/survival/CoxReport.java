package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.hazard.Concordance;
import org.kindlin.numerics.hazard.CoxFit;
import org.kindlin.numerics.hazard.CoxResiduals;
import org.kindlin.numerics.hazard.FirthCox;
import org.kindlin.numerics.hazard.ProportionalHazards;
import org.kindlin.numerics.hazard.Ties;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.QuadraticForm;

/**
 * A Cox model with its terms as results.
 *
 * @param terms that are in the model
 * @param fit empty where the likelihood has no maximum
 * @param firth penalised fit of the same terms, where one was made
 * @param covariance robust where there are clusters; empty without a fit
 */
public record CoxReport(
        List<Term> terms,
        Optional<CoxFit> fit,
        Optional<FirthCox.Fit> firth,
        double[][] covariance,
        List<SubjectResult> results) {
    public CoxReport {
        terms = List.copyOf(terms);
        results = List.copyOf(results);
    }

    static final CoxReport NONE =
            new CoxReport(List.of(), Optional.empty(), Optional.empty(), new double[0][0], List.of());

    /**
     * A term as figures and sentences use it.
     *
     * @param logHazardRatio null where no finite estimate exists
     */
    public record Term(String label, Estimate logHazardRatio, double p) {}

    /** The results of a maximum. */
    static CoxReport of(CoxFit fit, CoxDesign design, StudyArrays arrays, SurvivalProtocol protocol) {
        boolean clustered = protocol.columns().cluster().isPresent();
        double[][] covariance = clustered ? CoxResiduals.of(fit).robustCovariance(arrays.cluster()) : fit.covariance();
        boolean always = protocol.firth() == SurvivalProtocol.FirthUse.ALWAYS;
        Optional<FirthCox.Fit> firth =
                always ? FirthCox.fit(fit.data(), Ties.BRESLOW, protocol.level()) : Optional.empty();
        List<SubjectResult> results = new ArrayList<>();
        results.add(model(fit, design, arrays, clustered, covariance, protocol));
        List<Term> terms = new ArrayList<>();
        List<ProportionalHazards.Test> constancy = ProportionalHazards.of(
                fit,
                IntStream.range(0, design.terms().size())
                        .mapToObj(j -> new int[] {j})
                        .toList(),
                ProportionalHazards.Scale.KAPLAN_MEIER);
        for (int j = 0; j < design.terms().size(); j++) {
            ModelTerm term = design.terms().get(j);
            double se = Math.sqrt(covariance[j][j]);
            String method = clustered ? "Cox, " + name(protocol.ties()) + ", robust" : "Cox, " + name(protocol.ties());
            double z = fit.coefficients()[j] / se;
            double p = Math.min(1, 2 * Distributions.normalUpperTail(Math.abs(z)));
            List<Estimate> estimates = HazardEstimates.wald(fit.coefficients()[j], se, protocol.level(), method);
            List<Estimate> all = new ArrayList<>(estimates);
            int position = j;
            firth.ifPresent(penalised ->
                    all.addAll(HazardEstimates.firth(penalised.terms().get(position), protocol.level())));
            results.add(new SubjectResult(
                    term.subject(),
                    all,
                    List.of(
                            new HypothesisTest("wald", z, null, null, p),
                            new HypothesisTest(
                                    "proportional-hazards",
                                    constancy.get(j).chiSquared(),
                                    (double) constancy.get(j).df(),
                                    null,
                                    constancy.get(j).p())),
                    List.of(),
                    List.of()));
            terms.add(new Term(term.label(), estimates.getFirst(), p));
        }
        return new CoxReport(terms, Optional.of(fit), firth, covariance, results);
    }

    private static SubjectResult model(
            CoxFit fit,
            CoxDesign design,
            StudyArrays arrays,
            boolean clustered,
            double[][] covariance,
            SurvivalProtocol protocol) {
        double df = design.terms().size();
        Concordance concordance = clustered ? Concordance.of(fit, arrays.cluster()) : Concordance.of(fit);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.descriptive("n", design.rows().size(), "", "rows of the model"));
        estimates.add(Estimate.descriptive("events", fit.events(), "", "rows of the model"));
        estimates.add(Estimate.descriptive("logLikelihood", fit.logLikelihood(), "", method(protocol)));
        estimates.add(Estimate.descriptive("logLikelihoodNull", fit.logLikelihoodNull(), "", method(protocol)));
        if (!Double.isNaN(concordance.value())) {
            boolean hasError = concordance.standardError() > 0;
            double z = hasError ? Distributions.normalQuantile(0.5 + protocol.level() / 2) : Double.NaN;
            estimates.add(Estimate.of(
                    "concordance",
                    concordance.value(),
                    "",
                    Math.max(0, concordance.value() - z * concordance.standardError()),
                    Math.min(1, concordance.value() + z * concordance.standardError()),
                    protocol.level(),
                    hasError ? concordance.standardError() : Double.NaN,
                    "Harrell"));
        }
        double wald = QuadraticForm.of(covariance, fit.coefficients()).value();
        ProportionalHazards.Test constancy = ProportionalHazards.of(
                        fit, List.of(), ProportionalHazards.Scale.KAPLAN_MEIER)
                .getLast();
        return new SubjectResult(
                subject(),
                estimates,
                List.of(
                        chiSquared("likelihood-ratio", fit.likelihoodRatio(), df),
                        chiSquared("wald", wald, df),
                        chiSquared("score", fit.scoreTest(), df),
                        new HypothesisTest(
                                "proportional-hazards",
                                constancy.chiSquared(),
                                (double) constancy.df(),
                                null,
                                constancy.p())),
                List.of(),
                lacking(design));
    }

    /** Where the likelihood rises without end: no finite estimate, and Firth's beside it. */
    static CoxReport monotone(
            List<Integer> runaway,
            List<Boolean> rising,
            double logLikelihoodNull,
            double supremum,
            double scoreTest,
            CoxDesign design,
            StudyArrays arrays,
            SurvivalProtocol protocol) {
        boolean never = protocol.firth() == SurvivalProtocol.FirthUse.NEVER;
        Optional<FirthCox.Fit> firth =
                never ? Optional.empty() : FirthCox.fit(design.data(arrays), Ties.BRESLOW, protocol.level());
        double df = design.terms().size();
        double ratio = Math.max(0, 2 * (supremum - logLikelihoodNull));
        List<SubjectResult> results = new ArrayList<>();
        List<Estimate> estimates = List.of(
                Estimate.descriptive("n", design.rows().size(), "", "rows of the model"),
                Estimate.descriptive("events", arrays.sample().events(), "", "rows of the model"),
                Estimate.descriptive("logLikelihood", supremum, "", method(protocol) + ", supremum"),
                Estimate.descriptive("logLikelihoodNull", logLikelihoodNull, "", method(protocol)));
        results.add(new SubjectResult(
                subject(),
                estimates,
                List.of(chiSquared("likelihood-ratio", ratio, df), chiSquared("score", scoreTest, df)),
                List.of(),
                lacking(design)));
        List<Term> terms = new ArrayList<>();
        for (int j = 0; j < design.terms().size(); j++) {
            ModelTerm term = design.terms().get(j);
            int at = runaway.indexOf(j);
            String message = at < 0
                    ? "hazardRatio of " + term.label()
                            + " is not estimable by the ordinary likelihood, which rises without end in another term;"
                            + " hazardRatioFirth is the penalised estimate."
                    : "The likelihood rises without end as logHazardRatio of " + term.label() + " goes to "
                            + (rising.get(at) ? "plus" : "minus")
                            + " infinity, so there is no finite estimate of logHazardRatio and hazardRatio;"
                            + " hazardRatioFirth is Firth's penalised estimate.";
            List<Estimate> own =
                    new ArrayList<>(HazardEstimates.none(protocol.level(), "Cox, " + name(protocol.ties())));
            int position = j;
            firth.ifPresent(penalised ->
                    own.addAll(HazardEstimates.firth(penalised.terms().get(position), protocol.level())));
            List<HypothesisTest> tests = firth.map(penalised ->
                            List.of(HazardEstimates.test(penalised.terms().get(position))))
                    .orElse(List.of());
            results.add(new SubjectResult(
                    term.subject(), own, tests, List.of(), List.of(new Warning("monotone-likelihood", message))));
            terms.add(new Term(
                    term.label() + (firth.isPresent() ? " (Firth)" : ""),
                    firth.isPresent() ? own.get(2) : own.getFirst(),
                    firth.map(penalised -> penalised.terms().get(position).p()).orElse(1.0)));
        }
        return new CoxReport(terms, Optional.empty(), firth, new double[0][0], results);
    }

    /** A model that could not be fitted, with the reason. */
    static CoxReport failed(CoxDesign design, SurvivalProtocol protocol, String code, String reason) {
        List<SubjectResult> results = new ArrayList<>();
        results.add(new SubjectResult(
                subject(),
                List.of(Estimate.notEstimable("logLikelihood", "", protocol.level(), method(protocol))),
                List.of(),
                List.of(),
                List.of(new Warning(code, reason + " (logLikelihood)"))));
        design.terms()
                .forEach(term -> results.add(new SubjectResult(
                        term.subject(),
                        HazardEstimates.none(protocol.level(), method(protocol)),
                        List.of(),
                        List.of(),
                        List.of(new Warning(code, reason + " (logHazardRatio, hazardRatio)")))));
        return new CoxReport(List.of(), Optional.empty(), Optional.empty(), new double[0][0], results);
    }

    /** The same with a term that had to be left out. */
    CoxReport with(ModelTerm aliased, SurvivalProtocol protocol) {
        List<SubjectResult> all = new ArrayList<>(results);
        all.add(new SubjectResult(
                aliased.subject(),
                HazardEstimates.none(protocol.level(), method(protocol)),
                List.of(),
                List.of(),
                List.of(new Warning(
                        "dependent-term",
                        aliased.label()
                                + " was left out: among those at risk it does not vary, or the other terms determine it,"
                                + " so logHazardRatio and hazardRatio are not estimable."))));
        return new CoxReport(terms, fit, firth, covariance, all);
    }

    private static List<Warning> lacking(CoxDesign design) {
        return design.left() == 0
                ? List.of()
                : List.of(new Warning(
                        "missing-covariates",
                        design.left() + (design.left() == 1 ? " row lacks" : " rows lack")
                                + " a covariate and is not in the Cox model; curves and log-rank tests count it."));
    }

    private static HypothesisTest chiSquared(String name, double value, double df) {
        return new HypothesisTest(name, value, df, null, Distributions.chiSquaredUpperTail(value, df));
    }

    private static Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("model", "cox");
        return subject;
    }

    private static String method(SurvivalProtocol protocol) {
        return "Cox partial likelihood, " + name(protocol.ties());
    }

    private static String name(Ties ties) {
        return switch (ties) {
            case EFRON -> "Efron's ties";
            case BRESLOW -> "Breslow's ties";
            case EXACT -> "exact ties";
        };
    }
}
