package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.hazard.FineGray;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.survival.CompetingSample;
import org.kindlin.numerics.survival.CumulativeIncidence;
import org.kindlin.numerics.survival.GrayTest;

/**
 * Causes that exclude each other: cumulative incidence by arm and cause, Gray's test of each cause, the Fine-Gray model of the
 * cause of interest.
 *
 * @param causes the cause of interest first
 * @param curves by cause, then arm
 */
public record CompetingReport(
        List<String> causes, List<List<CumulativeIncidence>> curves, List<SubjectResult> results) {
    public CompetingReport {
        causes = List.copyOf(causes);
        curves = List.copyOf(curves);
        results = List.copyOf(results);
    }

    static final CompetingReport NONE = new CompetingReport(List.of(), List.of(), List.of());

    static CompetingReport of(SurvivalData data, StudyArrays arrays, List<ArmReport> arms, SurvivalProtocol protocol) {
        if (protocol.cause().isEmpty()) {
            return NONE;
        }
        String wanted = protocol.cause().get();
        List<String> causes = new ArrayList<>(data.rows().stream()
                .map(Observed::cause)
                .filter(cause -> !cause.equals(EventCoding.CENSORED) && !cause.equals(wanted))
                .distinct()
                .sorted()
                .toList());
        causes.addFirst(wanted);
        CompetingSample sample = sample(data.rows(), causes, arrays);
        boolean isInStretches = isInStretches(data.rows());
        List<SubjectResult> results = new ArrayList<>();
        List<List<CumulativeIncidence>> curves = new ArrayList<>();
        for (int c = 0; c < causes.size(); c++) {
            List<CumulativeIncidence> own = new ArrayList<>();
            for (int a = 0; a < arms.size(); a++) {
                int arm = a;
                int[] who = IntStream.range(0, sample.size())
                        .filter(i -> arrays.arm()[i] == arm)
                        .toArray();
                CumulativeIncidence curve = CumulativeIncidence.of(sample.at(who), c + 1);
                own.add(curve);
                results.addAll(incidences(curve, arms.get(a), causes.get(c), protocol));
            }
            curves.add(own);
            if (arms.size() > 1 && !isInStretches) {
                results.add(gray(sample, arrays, arms.size(), c, causes.get(c)));
            }
        }
        results.addAll(isInStretches ? List.of(stretches(protocol)) : fineGray(data, causes, protocol));
        return new CompetingReport(causes, curves, results);
    }

    /** Gray's test of the cause of interest, where there are arms to compare. */
    Optional<HypothesisTest> grayOfInterest() {
        return results.stream()
                .flatMap(result -> result.tests().stream())
                .filter(test -> test.name().equals("gray"))
                .findFirst();
    }

    /** Whether a subject has more rows than one: the end of a stretch is then no censoring, which both methods would take it for. */
    private static boolean isInStretches(List<Observed> rows) {
        Set<String> seen = new HashSet<>();
        return rows.stream().anyMatch(row -> !row.id().isEmpty() && !seen.add(row.arm() + "\n" + row.id()));
    }

    private static SubjectResult stretches(SurvivalProtocol protocol) {
        return new SubjectResult(
                Map.of("model", "fine-gray"),
                List.of(Estimate.notEstimable("logSubdistributionHazardRatio", "", protocol.level(), "Fine-Gray")),
                List.of(),
                List.of(),
                List.of(new Warning(
                        "several-stretches",
                        "Subjects have several rows of observation: Gray's test and the Fine-Gray model"
                                + " (logSubdistributionHazardRatio) take one row a subject and are not computed.")));
    }

    private static CompetingSample sample(List<Observed> rows, List<String> causes, StudyArrays arrays) {
        return new CompetingSample(
                arrays.sample().entry(),
                rows.stream().mapToDouble(Observed::time).toArray(),
                rows.stream().mapToInt(row -> causes.indexOf(row.cause()) + 1).toArray());
    }

    private static List<SubjectResult> incidences(
            CumulativeIncidence curve, ArmReport arm, String cause, SurvivalProtocol protocol) {
        List<Double> times = protocol.milestones().isEmpty() ? List.of(arm.horizon()) : protocol.milestones();
        List<SubjectResult> results = new ArrayList<>();
        for (double time : times) {
            Map<String, String> subject = arm.subject();
            subject.put("cause", cause);
            subject.put("time", Prose.number(time) + (protocol.unit().isEmpty() ? "" : " " + protocol.unit()));
            double[] limits = curve.limitsAt(time, protocol.level());
            results.add(new SubjectResult(
                    subject,
                    List.of(Estimate.of(
                            "cumulativeIncidence",
                            curve.at(time),
                            "",
                            limits[0],
                            limits[1],
                            protocol.level(),
                            Math.sqrt(curve.varianceAt(time)),
                            "Aalen-Johansen, log-log limits")),
                    List.of(),
                    List.of(),
                    List.of()));
        }
        return results;
    }

    private static SubjectResult gray(
            CompetingSample sample, StudyArrays arrays, int arms, int position, String cause) {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("comparison", "all arms");
        subject.put("cause", cause);
        GrayTest.Outcome outcome;
        try {
            outcome = GrayTest.of(sample, arrays.arm(), arms, position + 1);
        } catch (ArithmeticException e) {
            return new SubjectResult(
                    subject,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(new Warning(
                            "risk-set-emptied",
                            "Gray's test of " + cause
                                    + " is not computed: all at risk in an arm had an event while others of"
                                    + " it entered later.")));
        }
        return new SubjectResult(
                subject,
                List.of(),
                List.of(new HypothesisTest("gray", outcome.chiSquared(), (double) outcome.df(), null, outcome.p())),
                List.of(),
                List.of());
    }

    private static List<SubjectResult> fineGray(SurvivalData data, List<String> causes, SurvivalProtocol protocol) {
        CoxDesign design = CoxDesign.of(data, protocol);
        if (design.terms().isEmpty()) {
            return List.of();
        }
        Optional<FineGray.Fit> fit = FineGray.fit(
                sample(design.rows(), causes, StudyArrays.of(design.rows(), data.arms(), protocol.cause())),
                1,
                design.terms().stream().map(ModelTerm::values).toArray(double[][]::new));
        boolean isTruncated = data.rows().stream().anyMatch(row -> row.start() > 0);
        List<SubjectResult> results = new ArrayList<>();
        Map<String, String> model = new LinkedHashMap<>();
        model.put("model", "fine-gray");
        if (fit.isEmpty()) {
            results.add(new SubjectResult(
                    model,
                    List.of(Estimate.notEstimable("logLikelihood", "", protocol.level(), "Fine-Gray")),
                    List.of(),
                    List.of(),
                    List.of(new Warning(
                            "no-maximum",
                            "The Fine-Gray model has no maximum, or no weights where all at risk had entered at one time;"
                                    + " its logLikelihood is not estimable."))));
            return results;
        }
        results.add(new SubjectResult(
                model,
                List.of(
                        Estimate.descriptive("logLikelihood", fit.get().logLikelihood(), "", "Fine-Gray"),
                        Estimate.descriptive("logLikelihoodNull", fit.get().logLikelihoodNull(), "", "Fine-Gray")),
                List.of(),
                List.of(),
                List.of()));
        for (int j = 0; j < design.terms().size(); j++) {
            results.add(term(design.terms().get(j), fit.get(), j, protocol, isTruncated));
        }
        return results;
    }

    private static SubjectResult term(
            ModelTerm term, FineGray.Fit fit, int j, SurvivalProtocol protocol, boolean isTruncated) {
        double log = fit.coefficients()[j];
        double se = Math.sqrt(fit.covariance()[j][j]);
        double z = Distributions.normalQuantile(0.5 + protocol.level() / 2);
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("model", "fine-gray");
        subject.putAll(term.subject());
        double level = protocol.level();
        String method = isTruncated
                ? "Fine-Gray, weights for censoring and delayed entry (Geskus 2011), robust with the weights as known"
                : "Fine-Gray, robust";
        return new SubjectResult(
                subject,
                List.of(
                        Estimate.of(
                                "logSubdistributionHazardRatio",
                                log,
                                "",
                                log - z * se,
                                log + z * se,
                                level,
                                se,
                                method),
                        Estimate.of(
                                "subdistributionHazardRatio",
                                StrictMath.exp(log),
                                "",
                                StrictMath.exp(log - z * se),
                                StrictMath.exp(log + z * se),
                                level,
                                Double.NaN,
                                method)),
                List.of(new HypothesisTest(
                        "wald",
                        log / se,
                        null,
                        null,
                        Math.min(1, 2 * Distributions.normalUpperTail(Math.abs(log / se))))),
                List.of(),
                List.of());
    }
}
