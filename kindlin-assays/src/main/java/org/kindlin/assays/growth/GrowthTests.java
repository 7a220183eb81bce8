package org.kindlin.assays.growth;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.mixed.Contrast;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.RatioInterval;

/** The tests of a growth study without its tables and figures: the very analysis, for the simulations of plans. */
public final class GrowthTests {
    private final GrowthProtocol protocol;

    private GrowthTests(GrowthProtocol protocol) {
        this.protocol = protocol;
    }

    /**
     * The tests under settings of the analysis.
     *
     * @throws org.kindlin.fault.InputFaultException for settings that cannot be
     */
    public static GrowthTests of(Settings settings) {
        Faults faults = new Faults();
        Resolved resolved = settings.resolve(GrowthKeys.ALL, faults);
        faults.throwIfAny();
        GrowthProtocol protocol = GrowthKeys.protocol(resolved, faults);
        faults.throwIfAny();
        return new GrowthTests(protocol);
    }

    /**
     * What a study's tests give.
     *
     * @param differences of every arm but the control from it, in the arms' order
     * @param bliss empty without four arms
     * @param hsa p of the intersection-union test, one-sided; not a number without four arms
     * @param singular whether the model was on its border
     */
    public record Outcome(List<Contrast> differences, Optional<Contrast> bliss, double hsa, boolean singular) {
        public Outcome {
            differences = List.copyOf(differences);
        }
    }

    /** Tests a study whose first arm is the control and, of four, whose last is the combination; empty where nothing can be fitted. */
    public Optional<Outcome> test(GrowthData study) {
        List<String> arms = study.arms();
        Optional<GrowthDesign> design = GrowthDesign.of(study, protocol.model(), 1, GrowthDesign.Term.NONE);
        if (design.isEmpty() || !design.get().arms().equals(arms)) {
            return Optional.empty();
        }
        try {
            GrowthFit fit = GrowthFit.of(design.get(), protocol.model(), RandomStream.ofSeed(0));
            String control = arms.getFirst();
            List<Contrast> differences = arms.stream()
                    .skip(1)
                    .map(arm -> fit.rates(List.of(arm, control), 1, -1))
                    .toList();
            if (arms.size() != 4) {
                return Optional.of(new Outcome(
                        differences, Optional.empty(), Double.NaN, fit.fit().isSingular()));
            }
            ArmRoles.Factorial roles = new ArmRoles.Factorial(control, arms.get(1), arms.get(2), arms.get(3));
            Contrast bliss = fit.rates(List.of(roles.both(), roles.first(), roles.second(), control), 1, -1, -1, 1);
            Contrast first = fit.rates(List.of(roles.both(), roles.first()), 1, -1);
            Contrast second = fit.rates(List.of(roles.both(), roles.second()), 1, -1);
            return Optional.of(new Outcome(
                    differences,
                    Optional.of(bliss),
                    Math.max(first.pBelow(), second.pBelow()),
                    fit.fit().isSingular()));
        } catch (IllegalArgumentException | ArithmeticException e) {
            return Optional.empty();
        }
    }

    /**
     * Inhibition of an arm on a day as the analysis gives it, in percent.
     *
     * @param corrected less the bias of a ratio; empty where that is not known
     * @param interval of the percentage; empty where the control's growth is not told from none
     * @param correctedInterval of the corrected one
     */
    public record Inhibition(
            double percent,
            OptionalDouble corrected,
            Optional<RatioInterval.Bounded> interval,
            Optional<RatioInterval.Bounded> correctedInterval) {}

    /** Inhibition of an arm on a day; empty where it is not estimable. */
    public Optional<Inhibition> inhibition(GrowthData study, String arm, double day) {
        return ArmInhibition.of(study, ArmDays.of(study), arm, study.arms().getFirst(), day, 1, protocol.level())
                .map(found -> new Inhibition(
                        found.percent(), found.corrected(), found.interval(), found.correctedInterval()));
    }
}
