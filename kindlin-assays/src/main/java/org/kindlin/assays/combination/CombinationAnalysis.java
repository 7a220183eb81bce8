package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.doseresponse.CurveAnalysis;
import org.kindlin.assays.doseresponse.CurveData;
import org.kindlin.assays.doseresponse.CurveProtocol;
import org.kindlin.assays.doseresponse.CurveResult;
import org.kindlin.assays.doseresponse.Units;
import org.kindlin.numerics.combination.Synergy;
import org.kindlin.numerics.combination.SynergyAnalysis;
import org.kindlin.numerics.random.RandomStream;

/** Agents alone, then departures from every null model; a pure function. */
final class CombinationAnalysis {
    private static final double PERCENT = 100;

    private CombinationAnalysis() {}

    static CombinationResult analyze(CombinationData data, CombinationProtocol protocol, long seed) {
        List<MatrixResult> results = new ArrayList<>();
        RandomStream random = RandomStream.ofSeed(seed).child("combination");
        for (CombinationData.Matrix matrix : data.matrices()) {
            results.add(matrix(matrix, protocol, seed, random.child(results.size())));
        }
        return new CombinationResult(results, protocol, data.points(), data.exclusions(), data.quality());
    }

    private static MatrixResult matrix(
            CombinationData.Matrix matrix, CombinationProtocol protocol, long seed, RandomStream random) {
        EffectMatrix effects = EffectMatrix.of(matrix.wells(), protocol);
        List<Synergy> synergies = effects.noise()
                .map(noise -> new SynergyAnalysis(noise, protocol.rounds(), protocol.level())
                        .of(effects.matrix(), protocol.models(), random))
                .orElse(List.of());
        return new MatrixResult(
                matrix.subject(),
                effects.matrix(),
                List.of(alone(matrix, protocol, true, seed), alone(matrix, protocol, false, seed)),
                synergies);
    }

    /** The curve of one agent where the other was not given, in percent inhibition. */
    private static CurveResult alone(
            CombinationData.Matrix matrix, CombinationProtocol protocol, boolean first, long seed) {
        ToDoubleFunction<Measurement> dose = first ? Measurement::firstDose : Measurement::secondDose;
        ToDoubleFunction<Measurement> other = first ? Measurement::secondDose : Measurement::firstDose;
        List<Measurement> all = matrix.wells();
        List<Measurement> wells =
                all.stream().filter(well -> other.applyAsDouble(well) == 0).toList();
        double untreated = EffectMatrix.untreated(all);
        Map<String, String> subject = new LinkedHashMap<>(matrix.subject());
        subject.put("compound", first ? protocol.first() : protocol.second());
        CurveData data = CurveData.ofDoses(
                subject,
                wells.stream().mapToDouble(dose).toArray(),
                wells.stream()
                        .mapToDouble(well -> PERCENT * EffectMatrix.effect(well.response(), untreated, protocol))
                        .toArray());
        Units units = new Units(first ? protocol.firstUnit() : protocol.secondUnit(), "%");
        return CurveAnalysis.analyze(data, CurveProtocol.standard(units).withControl(PERCENT), seed);
    }
}
