package org.kindlin.assays.response;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.response.ReportedTrial.Value;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** The rows of a clinical ledger as results: rates derived again from counts, medians and hazard ratios as printed. */
final class TrialReport {
    static final String PRINTED = "as published, not derived again";

    private final ResponseData study;
    private final ResponseProtocol protocol;

    TrialReport(ResponseData study, ResponseProtocol protocol) {
        this.study = study;
        this.protocol = protocol;
    }

    /** Results of arms with what the ledger says of them, then those of trials without counts. */
    List<SubjectResult> results(List<ArmResponse> arms) {
        List<SubjectResult> results = new ArrayList<>();
        for (ArmResponse arm : arms) {
            SubjectResult own = arm.result();
            results.add(of(arm.name()).map(trial -> with(trial, own, arm)).orElse(own));
        }
        study.trials().stream().filter(trial -> !trial.hasCounts()).forEach(trial -> results.add(without(trial)));
        return results;
    }

    Optional<ReportedTrial> of(String name) {
        return study.trials().stream()
                .filter(trial -> trial.name().equals(name))
                .findFirst();
    }

    private static Map<String, String> subject(ReportedTrial trial, Map<String, String> own) {
        Map<String, String> subject = new LinkedHashMap<>(own);
        if (!trial.compound().isEmpty()) {
            subject.put("compound", trial.compound());
        }
        return subject;
    }

    private SubjectResult with(ReportedTrial trial, SubjectResult own, ArmResponse arm) {
        List<Estimate> estimates = new ArrayList<>(own.estimates());
        estimates.addAll(values(trial));
        List<QualityCheck> quality = new ArrayList<>(own.quality());
        List<Warning> warnings = new ArrayList<>(own.warnings());
        trial.printedRate().ifPresent(printed -> rate(printed, arm, quality, warnings));
        whole(trial).ifPresent(quality::add);
        ratios(trial, quality, warnings);
        return new SubjectResult(subject(trial, own.subject()), estimates, own.tests(), quality, warnings);
    }

    private SubjectResult without(ReportedTrial trial) {
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(Estimate.notEstimable("orr", "", protocol.level(), "responders are not stated"));
        trial.n().ifPresent(n -> estimates.add(Estimate.descriptive("n", n, "", "count, as published")));
        estimates.addAll(values(trial));
        List<QualityCheck> quality = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        warnings.add(new Warning(
                "no-counts", "The response rate of " + trial.name() + " is not estimable: responders are not stated."));
        ratios(trial, quality, warnings);
        Map<String, String> arm = Map.of(protocol.columns().arm().orElse("arm"), trial.name());
        return new SubjectResult(subject(trial, arm), estimates, List.of(), quality, warnings);
    }

    private List<Estimate> values(ReportedTrial trial) {
        return trial.values().stream()
                .map(value -> Estimate.of(
                        value.name(),
                        value.value(),
                        value.unit(),
                        value.low().orElse(Double.NaN),
                        value.high().orElse(Double.NaN),
                        protocol.level(),
                        Double.NaN,
                        PRINTED))
                .toList();
    }

    /** Whether the counts give the rate that was printed. */
    private static void rate(String printed, ArmResponse arm, List<QualityCheck> quality, List<Warning> warnings) {
        int x = arm.count().responders();
        int n = arm.count().n();
        boolean agrees =
                PrintedRate.parse(printed).filter(rate -> rate.isOf(x, n)).isPresent();
        quality.add(check("published-rate", "the counts give the printed rate", agrees));
        if (!agrees) {
            warnings.add(new Warning(
                    "published-rate",
                    "The printed rate " + printed + " is not that of " + x + " of " + n + ", which is "
                            + Prose.number(100.0 * x / n) + " %."));
        }
    }

    private static QualityCheck check(String name, String meaning, boolean agrees) {
        return new QualityCheck(name, null, meaning, agrees ? QualityCheck.Verdict.PASS : QualityCheck.Verdict.FAIL);
    }

    /** Whether the parts of a whole add up to it; empty where the rows name no part, or not all of them. */
    private Optional<QualityCheck> whole(ReportedTrial trial) {
        List<ArmCount> parts = study.trials().stream()
                .filter(part -> part.partOf().filter(trial.name()::equals).isPresent())
                .flatMap(part -> count(part.name()).stream())
                .toList();
        int patients = parts.stream().mapToInt(ArmCount::n).sum();
        int responders = parts.stream().mapToInt(ArmCount::responders).sum();
        return count(trial.name())
                .filter(_ -> parts.size() > 1)
                .filter(whole -> patients >= whole.n())
                .map(whole -> check(
                        "parts-add-up",
                        responders + " of " + patients + " in its parts",
                        patients == whole.n() && responders == whole.responders()));
    }

    private Optional<ArmCount> count(String name) {
        return study.counts().stream().filter(count -> count.arm().equals(name)).findFirst();
    }

    /** A ratio lies in the middle of its interval on the log scale, within what rounding leaves. */
    private static void ratios(ReportedTrial trial, List<QualityCheck> quality, List<Warning> warnings) {
        for (Value value : trial.values()) {
            if (!value.name().equals("hazardRatio")
                    || value.low().isEmpty()
                    || value.high().isEmpty()) {
                continue;
            }
            double low = value.low().getAsDouble();
            double high = value.high().getAsDouble();
            double rounding = rounding(value.value(), low, high);
            double least = Math.sqrt(Math.max(0, low - rounding) * (high - rounding));
            double greatest = Math.sqrt((low + rounding) * (high + rounding));
            boolean agrees = value.value() - rounding <= greatest && value.value() + rounding >= least;
            quality.add(check("published-hazard-ratio", "in the middle of its interval on the log scale", agrees));
            if (!agrees) {
                warnings.add(new Warning(
                        "published-hazard-ratio",
                        "The hazard ratio " + Prose.number(value.value()) + " of " + trial.name()
                                + " does not lie in the middle of its printed interval on the log scale, as Wald's would be: between "
                                + Prose.number(least) + " and " + Prose.number(greatest) + "."));
            }
        }
    }

    /** Half a unit of the last digit that any of the numbers has. */
    private static double rounding(double... printed) {
        int decimals = 0;
        for (double number : printed) {
            decimals = Math.max(
                    decimals,
                    new BigDecimal(Double.toString(number)).stripTrailingZeros().scale());
        }
        return 0.5 * Math.pow(10, -decimals);
    }
}
