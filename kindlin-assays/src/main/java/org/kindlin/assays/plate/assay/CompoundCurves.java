package org.kindlin.assays.plate.assay;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Observation;
import org.kindlin.assays.result.Warning;

/**
 * The curves of one compound on one target: one through the wells of all its plates, and one for each plate.
 *
 * @param pooled the curve through the wells of every plate
 * @param plates the curve of each plate by itself, in the order of the blocks
 * @param shift whether the plates agree
 */
public record CompoundCurves(CompoundOnTarget subject, CurveResult pooled, List<PlateCurve> plates, PlateShift shift) {
    private static final int FEWEST_DOSES = 6;

    public CompoundCurves {
        plates = List.copyOf(plates);
    }

    /** Every compound on every target with the blocks it is on, in order of first appearance. */
    public static <B extends ResponseBlock> Map<CompoundOnTarget, List<B>> blocksBySubject(List<B> blocks) {
        Map<CompoundOnTarget, List<B>> groups = new LinkedHashMap<>();
        for (B block : blocks) {
            block.subjects()
                    .forEach(subject -> groups.computeIfAbsent(subject, _ -> new ArrayList<>())
                            .add(block));
        }
        return groups;
    }

    /** The curves of a compound on the blocks it is on; the seed is that of the bootstrap, where one is asked for. */
    public static CompoundCurves fit(
            CompoundOnTarget subject, List<? extends ResponseBlock> blocks, CurveProtocol protocol, long seed) {
        CurveResult pooled = CurveAnalysis.analyze(data(subject, blocks), protocol, seed);
        List<PlateCurve> plates = new ArrayList<>();
        for (ResponseBlock block : blocks) {
            Map<String, String> ofPlate = new LinkedHashMap<>();
            ofPlate.put("plate", block.block().plate());
            ofPlate.putAll(subject.subject());
            plates.add(new PlateCurve(
                    block.block().plate(),
                    blocks.size() == 1
                            ? pooled
                            : CurveAnalysis.analyze(data(subject, List.of(block), ofPlate), protocol, seed)));
        }
        return new CompoundCurves(
                subject,
                pooled,
                plates,
                PlateShift.of(pooled, plates, protocol.inference().level()));
    }

    /** A curve that came without plates. */
    public static CompoundCurves ofTable(CompoundOnTarget subject, CurveResult pooled) {
        return new CompoundCurves(subject, pooled, List.of(), new PlateShift(List.of(), List.of(), List.of()));
    }

    /** The observations of a compound on these blocks, every one with the variance of its block. */
    public static CurveData data(CompoundOnTarget subject, List<? extends ResponseBlock> blocks) {
        return data(subject, blocks, subject.subject());
    }

    private static CurveData data(
            CompoundOnTarget subject, List<? extends ResponseBlock> blocks, Map<String, String> name) {
        List<Observation> observations = new ArrayList<>();
        for (ResponseBlock block : blocks) {
            for (AssayWell well : block.dosed()) {
                if (subject.isIn(well)) {
                    observations.add(Observation.atDose(well.amount().orElseThrow(), block.response(well))
                            .with(block.variance()));
                }
            }
        }
        return new CurveData(name, observations);
    }

    /** The warning that a curve of four parameters has few doses. */
    public Optional<Warning> fewDoses() {
        int doses = pooled.data().logDoses().length;
        return doses >= FEWEST_DOSES
                ? Optional.empty()
                : Optional.of(
                        new Warning(
                                "few-doses",
                                doses
                                        + " doses are few for four parameters; ten at half-log spacing around the IC50 are usual."));
    }

    /** The warning that nobody said which form of the compound was weighed. */
    public Optional<Warning> formMissing() {
        return subject.form().isEmpty()
                ? Optional.of(new Warning(
                        "compound-form-missing",
                        "The form of " + subject.compoundLabel() + " (free base, salt, deuterated) is not stated: a"
                                + " weighed amount taken for the wrong form shifts every concentration, by 7 % between"
                                + " defactinib base and hydrochloride."))
                : Optional.empty();
    }
}
