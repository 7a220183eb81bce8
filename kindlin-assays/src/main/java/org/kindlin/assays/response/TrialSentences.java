package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.kindlin.assays.response.ReportedTrial.Value;
import org.kindlin.assays.result.Prose;

/** What a clinical ledger says beside rates, in sentences. */
final class TrialSentences {
    private TrialSentences() {}

    static List<String> of(ResponseResult result) {
        List<String> sentences = new ArrayList<>();
        List<ReportedTrial> trials = result.study().trials();
        for (ReportedTrial trial : trials) {
            if (!trial.hasCounts()) {
                sentences.add(uncounted(trial));
            } else if (!trial.values().isEmpty()) {
                sentences.add(trial.name() + ", as published: " + values(trial) + ".");
            }
        }
        List<String> combined = trials.stream()
                .filter(trial -> trial.compound().contains("+") && isSingleArm(trial))
                .map(ReportedTrial::name)
                .toList();
        if (!combined.isEmpty()) {
            sentences.add("A combination in a single arm (" + Prose.list(combined)
                    + "): nothing here tells what either agent contributes.");
        }
        List<String> wholes = trials.stream()
                .flatMap(trial -> trial.partOf().stream())
                .distinct()
                .toList();
        wholes.forEach(whole -> sentences.add("Parts of " + whole + " ("
                + Prose.list(trials.stream()
                        .filter(trial -> trial.partOf().filter(whole::equals).isPresent())
                        .map(ReportedTrial::name)
                        .toList())
                + ") stand beside it; without a control a difference between them is no effect of treatment, and medians of the"
                + " whole do not follow from those of its parts."));
        return sentences;
    }

    /** What was given, and how. */
    static String circumstances(ReportedTrial trial) {
        return List.of(trial.compound(), trial.design()).stream()
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    private static String uncounted(ReportedTrial trial) {
        String circumstances = circumstances(trial);
        String what = trial.name() + (circumstances.isEmpty() ? "" : " (" + circumstances + ")");
        return trial.values().isEmpty()
                ? what + ": no counts are published."
                : what + ", as published: " + values(trial) + "; responders are not stated.";
    }

    private static String values(ReportedTrial trial) {
        return Prose.list(trial.values().stream().map(TrialSentences::value).toList());
    }

    private static String value(Value value) {
        String name = switch (value.name()) {
            case "medianPfs" -> "median progression-free survival";
            case "medianOs" -> "median overall survival";
            case "medianDuration" -> "median duration of response";
            default -> "hazard ratio";
        };
        String unit = value.unit().isEmpty() ? "" : " " + value.unit();
        String limits = value.low().isPresent() && value.high().isPresent()
                ? " (" + Prose.number(value.low().getAsDouble()) + " to "
                        + Prose.number(value.high().getAsDouble()) + ")"
                : "";
        return name + " " + Prose.number(value.value()) + unit + limits;
    }

    private static boolean isSingleArm(ReportedTrial trial) {
        return trial.design().toLowerCase(Locale.ROOT).replace('-', ' ').contains("single arm");
    }
}
