package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.mixed.Contrast;

/** The answer in sentences, by interval and not by point, each effect on a named scale. */
final class GrowthVerdicts {
    private final GrowthResult result;
    private final double level;

    GrowthVerdicts(GrowthResult result) {
        this.result = result;
        this.level = result.protocol().level();
    }

    List<String> all() {
        List<String> sentences = new ArrayList<>();
        if (result.model().fit().isEmpty()) {
            sentences.add("No growth rate can be given: " + result.model().problem() + ".");
        }
        result.roles()
                .control()
                .ifPresent(control -> result.model().fit().ifPresent(fit -> {
                    for (String arm : fit.design().arms()) {
                        if (!arm.equals(control) && fit.design().arms().contains(control)) {
                            sentences.add(arm(fit, arm, control));
                        }
                    }
                }));
        result.model().family().ifPresent(family -> sentences.add(family.sentence()));
        result.model().interactions().stream()
                .filter(one -> one.estimate().equals("blissInteraction")
                        || one.estimate().equals("hsaInteraction"))
                .forEach(one -> sentences.add(interaction(one)));
        String others = otherScales();
        if (!others.isEmpty()) {
            sentences.add(others);
        }
        result.laws().stream()
                .filter(laws ->
                        result.roles().control().filter(laws.arm()::equals).isPresent())
                .flatMap(laws -> laws.sentence().stream())
                .forEach(sentences::add);
        result.drugEffect().flatMap(effect -> effect.sentence(level)).ifPresent(sentences::add);
        sentences.addAll(departures());
        return sentences;
    }

    private String arm(GrowthFit fit, String arm, String control) {
        Contrast rate = fit.rate(arm);
        Contrast difference = fit.rates(List.of(arm, control), 1, -1);
        String effect = difference.high(level) < 0
                ? "slower than " + control
                : difference.low(level) > 0 ? "faster than " + control : "not told apart from " + control;
        String inhibition = result.inhibitions().stream()
                .filter(one -> one.arm().equals(arm))
                .map(this::inhibition)
                .findFirst()
                .orElse("");
        return arm + " grows at " + number(rate) + " per day, " + effect + " (difference " + number(difference)
                + " per day, " + p(difference.p()) + ")." + inhibition;
    }

    /** The estimate without the bias of a ratio first, the textbook's after it. */
    private String inhibition(ArmInhibition one) {
        boolean isCorrected = one.corrected().isPresent();
        double value = one.corrected().orElse(one.percent());
        String bounds = (isCorrected ? one.correctedInterval() : one.interval())
                .map(found -> String.format(
                        Locale.ROOT,
                        " (%s %% interval %.1f to %.1f)",
                        Prose.number(100 * level),
                        found.low(),
                        found.high()))
                .orElse("");
        String textbook = isCorrected
                ? String.format(
                        Locale.ROOT,
                        ", without the bias that a ratio of few animals' means has; the ratio itself gives %.1f %%",
                        one.percent())
                : "";
        return " Growth inhibition on day " + Prose.number(one.day()) + ": "
                + String.format(Locale.ROOT, "%.1f %%", value) + bounds + textbook + ".";
    }

    private String number(Contrast contrast) {
        return String.format(
                Locale.ROOT, "%.3f (%.3f to %.3f)", contrast.value(), contrast.low(level), contrast.high(level));
    }

    /** A p-value as sentences say it. */
    static String p(double p) {
        return p < 1e-4 ? "p < 0.0001" : "p = " + Prose.number(p);
    }

    private String interaction(Interaction one) {
        boolean union = one.estimate().equals("hsaInteraction");
        Contrast contrast = one.contrast();
        String found;
        if (union) {
            found = one.p() < (1 - level) / 2
                    ? "slower than either agent alone"
                    : "not shown to be slower than the better agent alone";
        } else if (contrast.high(level) < 0) {
            found = "synergy";
        } else {
            found = contrast.low(level) > 0 ? "antagonism" : "no interaction shown";
        }
        String combination =
                result.roles().combination().map(ArmRoles.Factorial::both).orElse("the combination");
        return combination + ", " + one.scale() + ", against " + one.nullModel() + ": " + found + ", "
                + number(contrast) + (one.unit().isEmpty() ? "" : " per day") + ", "
                + (union ? "one-sided " : "") + p(one.p()) + ".";
    }

    /** What the other scales and starts say, where they differ from Bliss on the growth rate. */
    private String otherScales() {
        List<Interaction> all = result.model().interactions();
        if (all.isEmpty()) {
            return "";
        }
        String said = word(all.getFirst());
        List<String> differing = new ArrayList<>();
        all.stream()
                .skip(2)
                .filter(one -> !word(one).equals(said))
                .forEach(one -> differing.add(word(one) + " against " + one.nullModel()));
        result.model()
                .alternatives()
                .forEach((baseline, list) -> list.stream()
                        .limit(1)
                        .filter(one -> !word(one).equals(said))
                        .forEach(
                                one -> differing.add(word(one) + " by Bliss with baseline=" + Key.spelling(baseline))));
        return differing.isEmpty() ? "" : "The answer depends on the scale: " + Prose.list(differing) + ".";
    }

    private String word(Interaction one) {
        if (one.contrast().high(level) < 0) {
            return "synergy";
        }
        return one.contrast().low(level) > 0 ? "antagonism" : "no interaction shown";
    }

    private List<String> departures() {
        long size = count(DepartureReason.TUMOUR_SIZE);
        long toxic = count(DepartureReason.TOXICITY);
        List<String> sentences = new ArrayList<>();
        if (size > 0) {
            sentences.add(size + (size == 1 ? " animal was" : " animals were")
                    + " removed for the size of the tumour; last-day means of the others would be biased.");
        }
        if (toxic > 0) {
            sentences.add(toxic + (toxic == 1 ? " animal" : " animals") + " left for toxicity or died.");
        }
        return sentences;
    }

    private long count(DepartureReason reason) {
        return result.study().animals().stream()
                .flatMap(animal -> animal.departure().stream())
                .filter(gone -> gone.reason() == reason)
                .count();
    }
}
