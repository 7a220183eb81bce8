package org.kindlin.assays.kinase;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Inference;
import org.kindlin.assays.doseresponse.MidpointVerdict;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.plate.WellRole;
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
    private static final int FEWEST_DOSES = 6;

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
        CurveResult pooled = curve(blocks, subject.subject(), seed);
        List<CompoundPotency.PlateCurve> plates = new ArrayList<>();
        for (NormalizedBlock block : blocks) {
            Map<String, String> ofPlate = new LinkedHashMap<>();
            ofPlate.put("plate", block.block().plate());
            ofPlate.putAll(subject.subject());
            boolean single = blocks.size() == 1;
            plates.add(new CompoundPotency.PlateCurve(
                    block.block().plate(), single ? pooled : curve(List.of(block), ofPlate, seed)));
        }
        Optional<TightBinding> tight = tightBinding(pooled);
        SubjectResult result = result(pooled, PlateShift.of(pooled, plates, protocol.level()), tight);
        return new CompoundPotency(subject, conditions, pooled, plates, tight, result);
    }

    private CurveResult curve(List<NormalizedBlock> of, Map<String, String> name, long seed) {
        return CurveAnalysis.analyze(new CurveData(name, observations(of)), curveProtocol(), seed);
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

    private List<Observation> observations(List<NormalizedBlock> of) {
        List<Observation> observations = new ArrayList<>();
        for (NormalizedBlock block : of) {
            for (AssayWell well : block.block().wells(WellRole.SAMPLE)) {
                if (isOfSubject(well) && well.amount().isPresent()) {
                    observations.add(Observation.atDose(well.amount().getAsDouble(), block.response(well)));
                }
            }
        }
        return observations;
    }

    private boolean isOfSubject(AssayWell well) {
        return well.compound().equals(subject.compound()) && well.form().equals(subject.form());
    }

    /** Only where the data determine a mid-point: an extrapolated constant would look measured. */
    private Optional<TightBinding> tightBinding(CurveResult pooled) {
        OptionalDouble enzyme = conditions.enzymeNanomolar();
        return enzyme.isEmpty() || !(pooled.midpoint() instanceof MidpointVerdict.Determined)
                ? Optional.empty()
                : TightBindingFit.of(pooled.data(), enzyme.getAsDouble(), protocol.level());
    }

    private SubjectResult result(CurveResult pooled, PlateShift shift, Optional<TightBinding> tight) {
        Estimate ic50 = pooled.result().estimate("ic50").orElseThrow();
        InhibitionConstants constants = InhibitionConstants.of(ic50, tight, conditions);
        List<Estimate> estimates = new ArrayList<>();
        estimates.add(ic50);
        estimates.addAll(constants.estimates());
        pooled.result().estimates().stream()
                .filter(estimate -> !estimate.equals(ic50))
                .forEach(estimates::add);
        estimates.addAll(shift.estimates());
        List<HypothesisTest> tests = new ArrayList<>(pooled.result().tests());
        tests.addAll(shift.tests());
        return new SubjectResult(
                subject.subject(),
                estimates,
                tests,
                pooled.result().quality(),
                List.copyOf(warnings(pooled, shift, constants)));
    }

    private Set<Warning> warnings(CurveResult pooled, PlateShift shift, InhibitionConstants constants) {
        Set<Warning> warnings = new LinkedHashSet<>(pooled.result().warnings());
        Optional<Double> ic50 = pooled.result().estimate("ic50").map(Estimate::value);
        Optional<Double> hill = pooled.result().estimate("hillSlope").map(Estimate::value);
        if (ic50.isPresent() && hill.isPresent()) {
            warnings.addAll(PotencyWarnings.of(ic50.get(), hill.get(), conditions.enzymeNanomolar()));
        }
        fewDoses(pooled).ifPresent(warnings::add);
        if (subject.form().isEmpty()) {
            warnings.add(new Warning(
                    "compound-form-missing",
                    "The form of " + subject.compoundLabel() + " (free base, salt, deuterated) is not stated: a weighed"
                            + " amount taken for the wrong form shifts every concentration, by 7 % between defactinib"
                            + " base and hydrochloride."));
        }
        blocks.forEach(
                block -> PlateReport.highConversion(block, protocol.limits().conversionPercent())
                        .ifPresent(warnings::add));
        warnings.addAll(shift.warnings());
        warnings.addAll(constants.warnings());
        warnings.addAll(ConditionWarnings.of(protocol, subject.target(), conditions));
        return warnings;
    }

    private static Optional<Warning> fewDoses(CurveResult pooled) {
        int doses = pooled.data().logDoses().length;
        return doses >= FEWEST_DOSES
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "few-doses",
                                doses
                                        + " doses are few for four parameters; ten at half-log spacing around the IC50 are usual."));
    }
}
