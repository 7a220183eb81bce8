package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.SurvivalSample;

/** Curves, tests and models of a survival study; a pure function. */
final class SurvivalAnalysis {
    private SurvivalAnalysis() {}

    static SurvivalResult analyze(SurvivalData data, SurvivalProtocol protocol, long seed) {
        StudyArrays arrays = StudyArrays.of(data.rows(), data.arms());
        RandomStream random = RandomStream.ofSeed(seed).child("survival");
        List<SurvivalSample> samples = new ArrayList<>();
        for (int a = 0; a < data.arms().size(); a++) {
            samples.add(arrays.compared(false).of(a));
        }
        double horizon = protocol.horizon().orElseGet(() -> shared(samples));
        List<ArmReport> arms = new ArrayList<>();
        for (int a = 0; a < samples.size(); a++) {
            String arm = data.arms().get(a);
            List<Observed> rows =
                    data.rows().stream().filter(row -> row.arm().equals(arm)).toList();
            arms.add(ArmReport.of(arm, rows, samples.get(a), horizon, protocol));
        }
        return new SurvivalResult(
                data, protocol, arms, ArmComparison.of(arrays, arms, protocol, random), CoxModel.of(data, protocol));
    }

    /** The longest time that every arm reaches. */
    private static double shared(List<SurvivalSample> samples) {
        return samples.stream()
                .mapToDouble(
                        sample -> java.util.Arrays.stream(sample.exit()).max().orElse(0))
                .min()
                .orElse(0);
    }
}
