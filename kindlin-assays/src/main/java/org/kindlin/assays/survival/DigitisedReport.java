package org.kindlin.assays.survival;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.survival.SurvivalProtocol.Digitised;
import org.kindlin.numerics.hazard.CoxData;
import org.kindlin.numerics.hazard.CoxOutcome;
import org.kindlin.numerics.hazard.CoxRegression;
import org.kindlin.numerics.hazard.Ties;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.survival.BandTransform;
import org.kindlin.numerics.survival.DigitisedCurve.Reconstruction;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.QuantileRule;
import org.kindlin.numerics.survival.SurvivalQuantile;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * How far individual times reconstructed from digitised curves can be trusted: the distance of each arm's curve from the points
 * read, and how medians and log hazard ratios move when the curves are read again with errors.
 */
public record DigitisedReport(List<SubjectResult> results, List<String> sentences) {
    private static final int READINGS = 40;

    /** What every number from reconstructed times carries. */
    static final String LABEL = "reconstructed from a digitised curve";

    public DigitisedReport {
        results = List.copyOf(results);
        sentences = List.copyOf(sentences);
    }

    static final DigitisedReport NONE = new DigitisedReport(List.of(), List.of());

    static DigitisedReport of(SurvivalData data, SurvivalProtocol protocol, RandomStream random) {
        return protocol.digitised().isEmpty() || data.digitised().isEmpty()
                ? NONE
                : new Builder(data, protocol, protocol.digitised().get()).build(random);
    }

    /** The same result, each estimate saying that its data were reconstructed. */
    static SubjectResult label(SubjectResult result) {
        List<Estimate> estimates = result.estimates().stream()
                .map(estimate -> new Estimate(
                        estimate.name(),
                        estimate.value(),
                        estimate.unit(),
                        estimate.relation(),
                        estimate.low(),
                        estimate.high(),
                        estimate.level(),
                        estimate.se(),
                        estimate.method() + ", " + LABEL))
                .toList();
        return new SubjectResult(result.subject(), estimates, result.tests(), result.quality(), result.warnings());
    }

    /** The individual times, for use elsewhere. */
    static Attachment times(SurvivalData data) {
        StringBuilder csv = new StringBuilder(
                "# RECONSTRUCTED from digitised curves (Guyot 2012): these are no records of subjects.\narm,time,event\n");
        data.rows()
                .forEach(row -> csv.append('"')
                        .append(row.arm().replace("\"", "\"\""))
                        .append("\",")
                        .append(row.time())
                        .append(row.hasEvent() ? ",1\n" : ",0\n"));
        return new Attachment("reconstructed-times.csv", "", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Works out the error statement. */
    private static final class Builder {
        private final SurvivalData data;
        private final SurvivalProtocol protocol;
        private final Digitised digitised;
        private final List<SubjectResult> results = new ArrayList<>();
        private final List<String> sentences = new ArrayList<>();

        Builder(SurvivalData data, SurvivalProtocol protocol, Digitised digitised) {
            this.data = data;
            this.protocol = protocol;
            this.digitised = digitised;
        }

        DigitisedReport build(RandomStream random) {
            sentences.add(
                    "RECONSTRUCTED, not measured: the times of single subjects were worked out from digitised curves"
                            + " (Guyot et al. 2012).");
            List<List<SurvivalSample>> again = new ArrayList<>();
            for (String name : data.arms()) {
                data.digitised().stream()
                        .filter(arm -> arm.arm().equals(name))
                        .forEach(arm -> again.add(arm(arm, random.child(name))));
            }
            for (int a = 1; a < again.size(); a++) {
                ratio(a, again.getFirst(), again.get(a));
            }
            return new DigitisedReport(results, sentences);
        }

        /** Adds an arm's error, and returns its samples as read again. */
        private List<SurvivalSample> arm(DigitisedArm arm, RandomStream random) {
            List<SurvivalSample> again = new ArrayList<>();
            for (int i = 0; i < READINGS; i++) {
                again.add(arm.reread(digitised.readingError(), random.child(i)).sample());
            }
            Reconstruction found = arm.reconstruct();
            List<Estimate> estimates = new ArrayList<>();
            estimates.add(
                    error("curveRootMeanSquareError", found.rootMeanSquare(), "survival, reconstructed less read"));
            estimates.add(error("curveLargestError", found.largest(), "survival, reconstructed less read"));
            estimates.add(
                    error("atRiskLargestError", found.atRiskError(), "number at risk, reconstructed less printed"));
            found.eventError()
                    .ifPresent(error ->
                            estimates.add(error("eventError", error, "number of events, reconstructed less printed")));
            Optional<Double> spread = spread(again.stream().map(Builder::median).toList());
            spread.ifPresent(
                    sd -> estimates.add(Estimate.descriptive("medianReadingError", sd, protocol.unit(), rereading())));
            String sentence = sentence(arm, found) + spread.map(this::moved).orElse("") + ".";
            sentences.add(sentence);
            List<Warning> warnings = new ArrayList<>();
            warnings.add(new Warning("reconstructed", sentence + " Who was censored when is not known."));
            if (arm.atRisk().length == 1 && arm.events().isEmpty()) {
                warnings.add(
                        new Warning(
                                "one-number-at-risk",
                                name(arm)
                                        + ": without later numbers at risk no censoring can be told before the end, so events may be too many."));
            }
            Map<String, String> subject = new LinkedHashMap<>();
            subject.put(protocol.columns().arm().orElse("arm"), arm.arm().isEmpty() ? "all" : arm.arm());
            subject.put("reconstruction", "error");
            results.add(new SubjectResult(subject, estimates, List.of(), List.of(), warnings));
            return again;
        }

        private String name(DigitisedArm arm) {
            return arm.arm().isEmpty() ? "The curve" : "Curve of " + label(arm.arm());
        }

        /** A number alone says little. */
        private String label(String arm) {
            return arm.matches("[+-]?\\d+") ? protocol.columns().arm().orElse("arm") + " " + arm : arm;
        }

        private String sentence(DigitisedArm arm, Reconstruction found) {
            int numbers = arm.atRisk().length;
            return name(arm) + ": reconstructed from " + arm.time().length + " points and " + numbers
                    + (numbers == 1 ? " number" : " numbers") + " at risk, it lies within "
                    + Prose.number(found.largest())
                    + " of survival (root mean square " + Prose.number(found.rootMeanSquare())
                    + ") of the points read, and within " + found.atRiskError() + " of the numbers at risk"
                    + (arm.events().isPresent()
                            ? ", with " + found.sample().events() + " events for "
                                    + arm.events().getAsInt() + " printed"
                            : "");
        }

        private String moved(double sd) {
            return "; read again with errors of " + Prose.number(digitised.readingError()) + ", its median moves by "
                    + Prose.number(sd) + (protocol.unit().isEmpty() ? "" : " " + protocol.unit())
                    + " (standard deviation)";
        }

        private static Estimate error(String name, double value, String meaning) {
            return Estimate.descriptive(name, value, "", meaning);
        }

        private String rereading() {
            return "standard deviation over " + READINGS + " readings with errors of "
                    + Prose.number(digitised.readingError()) + " of survival";
        }

        private static double median(SurvivalSample sample) {
            SurvivalQuantile median =
                    KaplanMeier.of(sample).quantile(0.5, QuantileRule.MIDPOINT, BandTransform.LOG_LOG, 0.95);
            return median.isReached() ? median.time() : Double.NaN;
        }

        private void ratio(int arm, List<SurvivalSample> references, List<SurvivalSample> samples) {
            List<Double> logs = new ArrayList<>();
            for (int i = 0; i < READINGS; i++) {
                logs.add(logHazard(references.get(i), samples.get(i)));
            }
            spread(logs).ifPresent(sd -> {
                String pair = data.arms().get(arm) + " vs " + data.arms().getFirst();
                Map<String, String> subject = new LinkedHashMap<>();
                subject.put("comparison", pair);
                subject.put("reconstruction", "error");
                results.add(new SubjectResult(
                        subject,
                        List.of(error("logHazardRatioReadingError", sd, rereading())),
                        List.of(),
                        List.of(),
                        List.of()));
                sentences.add("Reading errors of " + Prose.number(digitised.readingError())
                        + " move the log hazard ratio of " + label(data.arms().get(arm)) + " vs "
                        + label(data.arms().getFirst()) + " by " + Prose.number(sd)
                        + " (standard deviation), beside the error of sampling that its interval states.");
            });
        }

        private static double logHazard(SurvivalSample reference, SurvivalSample arm) {
            int n = reference.size() + arm.size();
            double[] exit = new double[n];
            boolean[] event = new boolean[n];
            double[] given = new double[n];
            for (int i = 0; i < n; i++) {
                boolean second = i >= reference.size();
                SurvivalSample from = second ? arm : reference;
                int at = second ? i - reference.size() : i;
                exit[i] = from.exit()[at];
                event[i] = from.event()[at];
                given[i] = second ? 1 : 0;
            }
            return CoxRegression.fit(CoxData.of(SurvivalSample.of(exit, event), given), Ties.EFRON)
                            instanceof CoxOutcome.Fitted(var fit)
                    ? fit.coefficients()[0]
                    : Double.NaN;
        }

        /** Standard deviation; empty where a reading has no such number. */
        private static Optional<Double> spread(List<Double> values) {
            double[] all = values.stream().mapToDouble(Double::doubleValue).toArray();
            return values.stream().anyMatch(value -> value.isNaN())
                    ? Optional.empty()
                    : Optional.of(Descriptive.standardDeviation(all));
        }
    }
}
