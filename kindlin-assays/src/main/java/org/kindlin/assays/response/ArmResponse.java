package org.kindlin.assays.response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.proportions.Range;
import org.kindlin.numerics.survival.BandTransform;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.QuantileRule;
import org.kindlin.numerics.survival.SurvivalQuantile;
import org.kindlin.numerics.survival.SurvivalSample;

/**
 * The response of one arm.
 *
 * @param patients none where only counts are known
 */
public record ArmResponse(ArmCount count, List<Patient> patients, ResponseProtocol protocol) {
    public ArmResponse {
        patients = List.copyOf(patients);
    }

    static ArmResponse of(String arm, ResponseData data, ResponseProtocol protocol) {
        List<Patient> own = data.patients().stream()
                .filter(patient -> patient.arm().equals(arm))
                .toList();
        Optional<ArmCount> counted =
                data.counts().stream().filter(count -> count.arm().equals(arm)).findFirst();
        ArmCount count = counted.orElseGet(() -> new ArmCount(
                arm,
                (int) own.stream()
                        .filter(patient -> patient.best().isResponse())
                        .count(),
                (int) own.stream().filter(patient -> patient.best().isControl()).count(),
                own.size(),
                Optional.empty()));
        return new ArmResponse(count, own, protocol);
    }

    String name() {
        return count.arm().isEmpty() ? "all" : count.arm();
    }

    Map<String, String> subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put(protocol.columns().arm().orElse("arm"), name());
        return subject;
    }

    Estimate orr() {
        return rate("orr", count.responders());
    }

    SubjectResult result() {
        List<Estimate> estimates = new ArrayList<>();
        List<Warning> warnings = new ArrayList<>();
        List<QualityCheck> quality = new ArrayList<>();
        estimates.add(orr());
        estimates.add(Estimate.descriptive("responders", count.responders(), "", "count"));
        estimates.add(Estimate.descriptive("n", count.n(), "", "count, not evaluable patients included"));
        if (count.controlled() >= 0 && hasCategories()) {
            estimates.add(rate("dcr", count.controlled()));
            for (Best best : Best.values()) {
                long number = patients.stream()
                        .filter(patient -> patient.best() == best)
                        .count();
                estimates.add(Estimate.descriptive(
                        "best" + name(best), (double) number, "", "patients with best response " + best.code()));
            }
        }
        median("medianDuration", Patient::duration, estimates, warnings);
        median("medianPfs", Patient::progressionFree, estimates, warnings);
        outside(warnings);
        PublishedInterval.of(count).ifPresent(published -> {
            quality.add(published.check());
            published.warning().ifPresent(warnings::add);
        });
        return new SubjectResult(subject(), estimates, List.of(), quality, warnings);
    }

    private static String name(Best best) {
        String text = best.name().toLowerCase(Locale.ROOT).replace("_e", "E");
        return Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    /** A table of yes and no has no stable disease to tell. */
    private boolean hasCategories() {
        return patients.stream()
                .anyMatch(patient -> patient.best() == Best.COMPLETE
                        || patient.best() == Best.STABLE
                        || !patient.visits().isEmpty());
    }

    private Estimate rate(String name, int x) {
        Range range = protocol.interval().of(x, count.n(), protocol.level());
        String method = protocol.interval().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return Estimate.of(
                name, (double) x / count.n(), "", range.low(), range.high(), protocol.level(), Double.NaN, method);
    }

    private void outside(List<Warning> warnings) {
        Range range = protocol.interval().of(count.responders(), count.n(), protocol.level());
        if (range.low() < 0 || range.high() > 1) {
            warnings.add(
                    new Warning(
                            "interval-outside",
                            "The interval of orr leaves 0 to 1, as this method's can; choose interval=clopper-pearson or wilson."));
        }
    }

    private void median(
            String name, Function<Patient, Optional<Span>> span, List<Estimate> estimates, List<Warning> warnings) {
        List<Span> spans = patients.stream()
                .flatMap(patient -> span.apply(patient).stream())
                .toList();
        if (spans.isEmpty()) {
            return;
        }
        boolean[] event = new boolean[spans.size()];
        for (int i = 0; i < event.length; i++) {
            event[i] = spans.get(i).isEvent();
        }
        SurvivalQuantile median = KaplanMeier.of(
                        SurvivalSample.of(spans.stream().mapToDouble(Span::time).toArray(), event))
                .quantile(0.5, QuantileRule.MIDPOINT, BandTransform.LOG_LOG, protocol.level());
        String unit = protocol.unit().isEmpty()
                        && patients.stream().anyMatch(p -> !p.visits().isEmpty())
                ? "d"
                : protocol.unit();
        String method = "Kaplan-Meier of " + spans.size() + ", log-log limits";
        if (median.isReached()) {
            estimates.add(Estimate.of(
                    name, median.time(), unit, median.low(), median.high(), protocol.level(), Double.NaN, method));
        } else {
            Double low = Double.isNaN(median.low()) ? null : Double.valueOf(median.low());
            estimates.add(new Estimate(name, null, unit, Relation.EQUAL, low, null, protocol.level(), null, method));
            warnings.add(new Warning(
                    "median-not-reached",
                    name + " of " + name() + " is not reached: more than half of " + spans.size()
                            + " are without the event."));
        }
    }
}
