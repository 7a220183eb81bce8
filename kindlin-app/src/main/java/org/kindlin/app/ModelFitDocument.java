package org.kindlin.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.Version;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.figures.Figure;
import org.kindlin.mechanism.inference.CompiledProblem;
import org.kindlin.mechanism.inference.Optimum;
import org.kindlin.mechanism.inference.PetabFit;
import org.kindlin.mechanism.inference.PredictionBand;
import org.kindlin.mechanism.inference.PredictionCurve;
import org.kindlin.mechanism.inference.PredictionFigure;
import org.kindlin.mechanism.inference.PredictionInterval;
import org.kindlin.mechanism.inference.Profile;
import org.kindlin.mechanism.petab.PetabParameter;

/** What a fit of a PEtab problem found, as a document. */
final class ModelFitDocument {
    private static final String LIKELIHOOD = "maximum-likelihood";
    private static final String PROFILE = "profile-likelihood";
    private static final String PREDICTION = "prediction-profile-likelihood";

    /** Objectives this close are one optimum. */
    private static final double SAME = 1e-3;

    private final CompiledProblem problem;
    private final List<InputRecord> inputs;
    private final long seed;
    private final List<SubjectResult> predictions = new ArrayList<>();
    private final List<Figure> figures = new ArrayList<>();

    ModelFitDocument(CompiledProblem problem, List<InputRecord> inputs, long seed) {
        this.problem = problem;
        this.inputs = inputs;
        this.seed = seed;
    }

    /** The likelihood at the nominal values. */
    AnalysisDocument evaluation() {
        PetabFit.Evaluation at = PetabFit.evaluate(problem, problem.nominal());
        List<Warning> warnings = new ArrayList<>();
        List<Estimate> estimates = likelihood(at, "nominal values", warnings);
        String verdict = Double.isFinite(at.logLikelihood())
                ? String.format(Locale.ROOT, "log-likelihood at the nominal values: %.6f", at.logLikelihood())
                : "the model has no answer at the nominal values";
        List<String> without = problem.estimated().stream()
                .filter(each -> Double.isNaN(each.nominal()))
                .map(PetabParameter::id)
                .toList();
        if (!without.isEmpty()) {
            warnings.add(new Warning("no-nominal-value", "without a nominal value: " + String.join(", ", without)));
        }
        return document(estimates, warnings, List.of(verdict), List.of());
    }

    /** The best optimum, how often it was found, and the profiles around it. */
    AnalysisDocument fit(List<Optimum> optima, List<Profile> profiles, List<PredictionBand> bands, int iterations) {
        Optimum best = optima.getFirst();
        List<Warning> warnings = new ArrayList<>();
        List<Estimate> estimates = new ArrayList<>();
        List<String> verdicts = new ArrayList<>();
        if (Double.isFinite(best.value())) {
            estimates.addAll(likelihood(PetabFit.evaluate(problem, best.point()), LIKELIHOOD, warnings));
            double found = optima.stream()
                    .filter(each -> each.value() < best.value() + SAME)
                    .count();
            estimates.add(Estimate.descriptive("startsAtOptimum", found, "", "count"));
            verdicts.add(String.format(
                    Locale.ROOT,
                    "best objective %.6f (negative log-posterior), reached by %.0f of %d searches, %s",
                    best.value(),
                    found,
                    optima.size(),
                    best.ending().text()));
            if (found < 2) {
                warnings.add(
                        new Warning("optimum-found-once", "one search only reached the best optimum: try more starts"));
            }
            parameters(best, profiles, estimates, warnings);
        } else {
            warnings.add(new Warning("no-likelihood", "the model has no answer at any start"));
            verdicts.add("no start has a likelihood");
        }
        List<ProtocolEntry> protocol = List.of(
                entry("starts", optima.size(), "searches that went to the end, the best of eight starts each"),
                entry("iterations", iterations, "most steps of a search"));
        bands.forEach(band -> predictions.add(predicted(band)));
        PredictionFigure.of(problem.problem(), bands).ifPresent(figures::add);
        return document(estimates, warnings, verdicts, protocol);
    }

    private static ProtocolEntry entry(String name, int value, String meaning) {
        return new ProtocolEntry(name, new Value.Numeric(value), true, meaning);
    }

    private List<Estimate> likelihood(PetabFit.Evaluation at, String method, List<Warning> warnings) {
        if (!Double.isFinite(at.logLikelihood())) {
            warnings.add(new Warning("no-likelihood", "the simulation fails, or a noise is not positive, there"));
            return List.of(Estimate.notEstimable("logLikelihood", "", 0.95, method));
        }
        return List.of(
                Estimate.descriptive("logLikelihood", at.logLikelihood(), "", method),
                Estimate.descriptive("logPosterior", at.logPosterior(), "", method),
                Estimate.descriptive("chiSquared", at.chiSquared(), "", method),
                Estimate.descriptive(
                        "measurements", problem.problem().measurements().size(), "", "count"));
    }

    private void parameters(Optimum best, List<Profile> profiles, List<Estimate> estimates, List<Warning> warnings) {
        for (int i = 0; i < problem.estimated().size(); i++) {
            PetabParameter parameter = problem.estimated().get(i);
            double value = parameter.scale().invert(best.point()[i]);
            @Nullable Double low = null;
            @Nullable Double high = null;
            if (!profiles.isEmpty()) {
                Profile profile = profiles.get(i);
                low = profile.low().map(parameter.scale()::invert).orElse(null);
                high = profile.high().map(parameter.scale()::invert).orElse(null);
                if (profile.verdict() != Profile.Verdict.IDENTIFIABLE) {
                    warnings.add(new Warning(
                            "not-identifiable",
                            parameter.id() + " is " + profile.verdict().text() + " within its bounds"));
                }
            }
            String method = profiles.isEmpty() ? LIKELIHOOD : PROFILE;
            estimates.add(new Estimate(parameter.id(), value, "", Relation.EQUAL, low, high, 0.95, null, method));
        }
    }

    private static SubjectResult predicted(PredictionBand band) {
        PredictionCurve curve = band.curve();
        List<Estimate> estimates = new ArrayList<>();
        boolean open = false;
        for (int i = 0; i < curve.times().length; i++) {
            PredictionInterval each = band.intervals().get(i);
            String name = String.format(Locale.ROOT, "time=%.6g", curve.times()[i]);
            open |= each.openLow() || each.openHigh();
            estimates.add(new Estimate(
                    name,
                    each.best(),
                    "",
                    Relation.EQUAL,
                    each.openLow() ? null : each.low(),
                    each.openHigh() ? null : each.high(),
                    0.95,
                    null,
                    PREDICTION));
        }
        List<Warning> warnings = open
                ? List.of(new Warning(
                        "open-prediction",
                        "where an end is missing, a bound of a parameter and not the data alone ends the interval"))
                : List.of();
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("observable", curve.observable());
        subject.put("condition", curve.condition());
        return new SubjectResult(subject, estimates, List.of(), List.of(), warnings);
    }

    private AnalysisDocument document(
            List<Estimate> estimates, List<Warning> warnings, List<String> verdicts, List<ProtocolEntry> protocol) {
        SubjectResult result = new SubjectResult(
                Map.of("problem", problem.problem().name()), estimates, List.of(), List.of(), warnings);
        List<SubjectResult> results = new ArrayList<>();
        results.add(result);
        results.addAll(predictions);
        return new AnalysisDocument(
                Version.current(),
                "model-fit",
                inputs,
                protocol,
                seed,
                results,
                verdicts,
                List.of(),
                "Parameters of a reaction network by the likelihood of PEtab version 1, simulated with a Rosenbrock method"
                        + " of order five, gradients by forward sensitivities, trust-region Newton steps with the Fisher"
                        + " information from starts drawn between the bounds, of which the best after few steps go on (successive"
                        + " halving), then from displacements of the best optimum; intervals by profile likelihood.",
                figures);
    }
}
