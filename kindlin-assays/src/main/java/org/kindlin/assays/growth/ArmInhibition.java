package org.kindlin.assays.growth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Prose;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.RatioInterval;

/**
 * Tumour growth inhibition of an arm on the evaluation day, by the method that the dropouts allow, with the customary wrong ways
 * beside it.
 *
 * @param percent 100 (1 - ΔT/ΔC)
 * @param corrected the same less the bias of a ratio, by Beale's estimate of visit means, else of observed means
 * @param correctedInterval of the corrected percentage
 * @param treatedToControl mean volume as percent of the control's
 * @param carriedForward the same with every animal's last volume carried forward; a sensitivity analysis
 * @param survivors the same from the animals left on the day; a sensitivity analysis
 */
record ArmInhibition(
        String arm,
        double day,
        double percent,
        OptionalDouble corrected,
        Optional<RatioInterval.Bounded> interval,
        Optional<RatioInterval.Bounded> correctedInterval,
        double treatedToControl,
        String method,
        boolean isAdjusted,
        OptionalDouble carriedForward,
        OptionalDouble survivors) {
    private static final double PERCENT = 100;

    static Optional<ArmInhibition> of(
            GrowthData study, ArmDays visits, String arm, String control, double day, double limit, double level) {
        Optional<DayComparison> observed = DayComparison.of(visits, arm, control, day, level);
        Optional<VisitMeans.Inhibition> modelled = VisitMeans.of(study, visits, List.of(arm, control), day, limit)
                .map(means -> means.inhibition(arm, control, day, level));
        boolean complete = isComplete(study.of(arm), day) && isComplete(study.of(control), day);
        OptionalDouble carried = carriedForward(study, arm, control, day);
        OptionalDouble survivors =
                observed.isPresent() ? OptionalDouble.of(observed.get().tgi()) : OptionalDouble.empty();
        if (complete) {
            return observed.map(one -> new ArmInhibition(
                    arm,
                    day,
                    one.tgi(),
                    modelled.map(VisitMeans.Inhibition::corrected).orElse(one.tgiCorrected()),
                    one.interval(),
                    modelled.map(VisitMeans.Inhibition::interval).orElse(one.interval()),
                    PERCENT - one.tgiVolume(),
                    "arithmetic means on day " + Prose.number(day) + ", every animal measured; Fieller's interval",
                    false,
                    carried,
                    survivors));
        }
        String how = VisitMeans.haveVisits(visits, List.of(arm, control), day)
                ? "a mean for every arm and visit"
                : "a curve of the second degree for every arm, animals having days of their own";
        return modelled.map(found -> new ArmInhibition(
                arm,
                day,
                found.percent(),
                found.corrected(),
                found.interval(),
                found.interval(),
                found.treatedToControl(),
                "arithmetic means on day " + Prose.number(day)
                        + " as if no animal had left: mixed model of log volume with " + how,
                true,
                carried,
                survivors));
    }

    private static boolean isComplete(List<Animal> animals, double day) {
        return animals.stream()
                .filter(animal -> animal.baseline().isPresent())
                .allMatch(animal -> animal.volumeOn(day).isPresent());
    }

    private static OptionalDouble carriedForward(GrowthData study, String arm, String control, double day) {
        double gain = carriedGain(study.of(arm), day);
        double controlGain = carriedGain(study.of(control), day);
        return controlGain > 0 ? OptionalDouble.of(PERCENT * (1 - gain / controlGain)) : OptionalDouble.empty();
    }

    private static double carriedGain(List<Animal> animals, double day) {
        double[] gains = animals.stream()
                .filter(animal -> animal.baseline().isPresent())
                .mapToDouble(animal -> animal.course().stream()
                                .filter(reading -> reading.day() <= day)
                                .reduce((_, last) -> last)
                                .flatMap(reading ->
                                        reading.volume().stream().boxed().findFirst())
                                .orElse(animal.baseline().orElseThrow())
                        - animal.baseline().orElseThrow())
                .toArray();
        return gains.length == 0 ? Double.NaN : Descriptive.mean(gains);
    }
}
