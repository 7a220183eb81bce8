package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.AssayWell;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.assays.uncertainty.MeasuredRatio;
import org.kindlin.assays.uncertainty.RatioMethod;

/**
 * What one dose did on one plate.
 *
 * @param nanomolar the dose
 * @param wells how many
 * @param fold over unstimulated
 * @param inhibition of activation, as a fraction
 * @param cells left, as a fraction of vehicle's
 */
record DoseEffect(
        String plate,
        CompoundOnTarget subject,
        double nanomolar,
        int wells,
        Optional<MeasuredRatio> fold,
        Optional<MeasuredRatio> inhibition,
        Optional<MeasuredRatio> cells) {

    /** Every dose of every compound of a plate, by compound, then ascending. */
    static List<DoseEffect> of(ElisaBlock block, ElisaProtocol protocol) {
        List<DoseEffect> effects = new ArrayList<>();
        for (CompoundOnTarget subject : block.subjects()) {
            block.dosed().stream()
                    .filter(well -> isOf(well, subject))
                    .mapToDouble(well -> well.amount().orElseThrow())
                    .distinct()
                    .sorted()
                    .forEach(dose -> effects.add(of(block, subject, dose, protocol)));
        }
        return effects;
    }

    private static boolean isOf(AssayWell well, CompoundOnTarget subject) {
        return well.compound().equals(subject.compound()) && well.form().equals(subject.form());
    }

    private static DoseEffect of(ElisaBlock block, CompoundOnTarget subject, double dose, ElisaProtocol protocol) {
        double level = protocol.level();
        List<AssayWell> wells = block.dosed().stream()
                .filter(well -> isOf(well, subject) && well.amount().orElseThrow() == dose)
                .toList();
        Optional<Measured> mean = block.mean(wells, true, level);
        Optional<Measured> unstimulated = block.mean(block.block().wells(WellRole.UNSTIMULATED), true, level);
        Optional<Measured> vehicle = block.mean(block.block().wells(WellRole.VEHICLE), true, level);
        return new DoseEffect(
                block.block().plate(),
                subject,
                dose,
                wells.size(),
                Activation.ratio(mean, unstimulated, protocol.ratio(), level),
                inhibition(mean, vehicle, unstimulated, level),
                Activation.ratio(
                        block.meanStain(wells, level),
                        block.meanStain(block.block().wells(WellRole.VEHICLE), level),
                        protocol.ratio(),
                        level));
    }

    /** (V - y)/(V - U) by Fieller: vehicle's error is in numerator and denominator alike. Without U, (V - y)/V. */
    private static Optional<MeasuredRatio> inhibition(
            Optional<Measured> mean, Optional<Measured> vehicle, Optional<Measured> unstimulated, double level) {
        if (mean.isEmpty() || vehicle.isEmpty()) {
            return Optional.empty();
        }
        Measured v = vehicle.get().asShared("vehicle");
        Measured span = unstimulated.map(u -> v.minus(u, level)).orElse(v);
        return MeasuredRatio.of(v.minus(mean.get(), level), span, RatioMethod.FIELLER, level);
    }

    SubjectResult row(ElisaProtocol protocol, boolean namePlate) {
        Map<String, String> key = new LinkedHashMap<>();
        if (namePlate) {
            key.put("plate", plate);
        }
        key.putAll(subject.subject());
        key.put("dose", Prose.number(nanomolar) + " nM");
        List<Estimate> estimates = new ArrayList<>();
        double level = protocol.level();
        inhibition.ifPresent(found -> estimates.add(found.estimate("percentInhibition", 100, "%", level)));
        fold.ifPresent(found -> estimates.add(found.estimate("foldOverUnstimulated", 1, "1", level)));
        cells.ifPresent(found -> estimates.add(found.estimate("cellsOfVehicle", 100, "%", level)));
        estimates.add(Estimate.descriptive("n", wells, "", "wells"));
        return new SubjectResult(key, estimates, List.of(), List.of(), List.of());
    }
}
