package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.Inference;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.assays.plate.assay.CompoundCurves;
import org.kindlin.assays.plate.assay.CompoundOnTarget;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.sigmoid.Direction;

/**
 * What one compound did: inhibition of activation by dose over all plates, and cells by dose.
 *
 * @param curves percent inhibition of activation
 * @param doses what each dose did, plate by plate
 * @param loss whether cells were lost
 */
record CompoundEffect(CompoundCurves curves, List<DoseEffect> doses, CellLoss loss, ElisaProtocol protocol) {

    CompoundEffect {
        doses = List.copyOf(doses);
    }

    static CompoundEffect of(CompoundOnTarget subject, List<ElisaBlock> blocks, ElisaProtocol protocol, long seed) {
        CompoundCurves curves = CompoundCurves.fit(subject, blocks, curveProtocol(protocol), seed);
        List<DoseEffect> doses = blocks.stream()
                .flatMap(block -> DoseEffect.of(block, protocol).stream())
                .filter(effect -> effect.subject().equals(subject))
                .toList();
        return new CompoundEffect(curves, doses, CellLoss.of(doses, protocol.toxicityLimit()), protocol);
    }

    private static CurveProtocol curveProtocol(ElisaProtocol protocol) {
        Inference inference = new Inference(
                Inference.STANDARD.interval(),
                protocol.level(),
                Inference.STANDARD.censoringLevel(),
                Inference.STANDARD.bootstrapSamples());
        return CurveProtocol.standard(new Units("nM", "%"))
                .with(inference)
                .with(Direction.RISING)
                .withControl(100);
    }

    CompoundOnTarget subject() {
        return curves.subject();
    }

    Estimate ic50() {
        return curves.pooled().result().estimate("ic50").orElseThrow();
    }

    /** The curve's results with what is said of cells, then each dose. */
    List<SubjectResult> rows() {
        List<SubjectResult> rows = new ArrayList<>();
        SubjectResult curve = curves.pooled().result();
        List<Estimate> estimates = new ArrayList<>(curve.estimates());
        loss.fewest()
                .ifPresent(percent -> estimates.add(Estimate.descriptive(
                        "fewestCells", percent, "%", "stain at the dose that left fewest, of vehicle")));
        loss.toxic()
                .ifPresent(dose -> estimates.add(Estimate.descriptive(
                        "toxicDose", dose, "nM", "lowest dose whose interval of cells lies below the limit")));
        estimates.addAll(curves.shift().estimates());
        List<HypothesisTest> tests = new ArrayList<>(curve.tests());
        tests.addAll(curves.shift().tests());
        rows.add(new SubjectResult(
                subject().subject(), estimates, tests, curve.quality(), List.copyOf(warnings(curve))));
        boolean severalPlates = doses.stream().map(DoseEffect::plate).distinct().count() > 1;
        doses.forEach(dose -> rows.add(dose.row(protocol, severalPlates)));
        return rows;
    }

    private Set<Warning> warnings(SubjectResult curve) {
        Set<Warning> warnings = new LinkedHashSet<>(curve.warnings());
        toxicity().ifPresent(warnings::add);
        curves.fewDoses().ifPresent(warnings::add);
        curves.formMissing().ifPresent(warnings::add);
        warnings.addAll(curves.shift().warnings());
        return warnings;
    }

    Optional<Warning> toxicity() {
        return loss.warning(ic50(), subject().compoundLabel(), protocol);
    }
}
