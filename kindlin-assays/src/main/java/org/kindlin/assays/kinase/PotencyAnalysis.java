package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Inference;
import org.kindlin.assays.doseresponse.MidpointVerdict;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.plate.assay.PlateShift;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * The potency of one compound on one target.
 *
 * <p>The four-parameter curve is fitted to percent inhibition, which rises with dose, with both plateaus free: mid-point
 * and slope then do not depend on what a plate's controls say 0 % and 100 % are.
 */
final class PotencyAnalysis {
    private final CompoundOnTarget subject;
    private final List<NormalizedBlock> blocks;
    private final TargetConditions conditions;
    private final KinaseProtocol protocol;

    PotencyAnalysis(
            CompoundOnTarget subject,
            List<NormalizedBlock> blocks,
            TargetConditions conditions,
            KinaseProtocol protocol) {
        this.subject = subject;
        this.blocks = blocks;
        this.conditions = conditions;
        this.protocol = protocol;
    }

    /** The analysis; the seed drives nothing while intervals are profiles, and is passed on. */
    CompoundPotency analyze(long seed) {
        CompoundCurves curves = CompoundCurves.fit(subject, blocks, curveProtocol(), seed);
        Optional<TightBinding> tight = tightBinding(curves.pooled());
        return new CompoundPotency(curves, conditions, tight, result(curves, tight));
    }

    private CurveProtocol curveProtocol() {
        boolean normalized = protocol.scale().normalization() != Normalization.NONE;
        Inference inference = new Inference(
                Inference.STANDARD.interval(),
                protocol.level(),
                Inference.STANDARD.censoringLevel(),
                Inference.STANDARD.bootstrapSamples());
        CurveProtocol standard = CurveProtocol.standard(new Units("nM", normalized ? "%" : signalUnit()))
                .with(inference);
        return normalized ? standard.with(Direction.RISING).withControl(100) : standard;
    }

    private String signalUnit() {
        return blocks.getFirst().block().read().unit();
    }

    /** Only where the data determine a mid-point: an extrapolated constant would look measured. */
    private Optional<TightBinding> tightBinding(CurveResult pooled) {
        OptionalDouble enzyme = conditions.enzymeNanomolar();
        return enzyme.isEmpty() || !(pooled.midpoint() instanceof MidpointVerdict.Determined)
                ? Optional.empty()
                : pooled.fitted()
                        .flatMap(sigmoid -> TightBindingFit.of(
                                pooled.data(), sigmoid.curve()::value, enzyme.getAsDouble(), protocol.level()));
    }

    private SubjectResult result(CompoundCurves curves, Optional<TightBinding> tight) {
        CurveResult pooled = curves.pooled();
        PlateShift shift = curves.shift();
        Estimate ic50 = pooled.result().estimate("ic50").orElseThrow();
        InhibitionConstants constants = InhibitionConstants.of(ic50, tight, conditions);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(ic50);
        estimates.addAll(constants.estimates());
        pooled.result().estimates().stream()
                .filter(estimate -> !estimate.equals(ic50))
                .forEach(estimates::add);
        estimates.addAll(shift.estimates());
        blocks.getFirst().noise().ifPresent(noise -> estimates.addAll(noise.estimates(protocol.level())));
        List<HypothesisTest> tests = new ArrayList<>(pooled.result().tests());
        tests.addAll(shift.tests());
        return new SubjectResult(
                subject.subject(),
                estimates,
                tests,
                pooled.result().quality(),
                List.copyOf(warnings(curves, constants)));
    }

    private Set<Warning> warnings(CompoundCurves curves, InhibitionConstants constants) {
        CurveResult pooled = curves.pooled();
        Set<Warning> warnings = new LinkedHashSet<>(pooled.result().warnings());
        Optional<Double> ic50 = pooled.result().estimate("ic50").map(Estimate::value);
        Optional<Double> hill = pooled.result().estimate("hillSlope").map(Estimate::value);
        if (ic50.isPresent() && hill.isPresent()) {
            warnings.addAll(PotencyWarnings.of(ic50.get(), hill.get(), conditions.enzymeNanomolar()));
        }
        curves.fewDoses().ifPresent(warnings::add);
        protocol.weights().warning(blocks.getFirst().noise()).ifPresent(warnings::add);
        curves.formMissing().ifPresent(warnings::add);
        blocks.forEach(
                block -> PlateReport.highConversion(block, protocol.limits().conversionPercent())
                        .ifPresent(warnings::add));
        warnings.addAll(curves.shift().warnings());
        warnings.addAll(constants.warnings());
        warnings.addAll(ConditionWarnings.of(protocol, subject.target(), conditions));
        return warnings;
    }
}
