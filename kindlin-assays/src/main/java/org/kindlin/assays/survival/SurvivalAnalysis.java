package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.survival.KaplanMeier;
import org.kindlin.numerics.survival.SurvivalSample;

/** Curves, tests and models of a survival study; a pure function. */
final class SurvivalAnalysis {
    private SurvivalAnalysis() {}

    static SurvivalResult analyze(SurvivalData data, SurvivalProtocol protocol, long seed) {
        if (!data.medians().isEmpty()) {
            return new SurvivalResult(
                    data,
                    protocol,
                    List.of(),
                    new ArmComparison(List.of()),
                    CoxReport.NONE,
                    CompetingReport.NONE,
                    MediansReport.of(data.medians(), protocol),
                    DigitisedReport.NONE);
        }
        StudyArrays arrays = StudyArrays.of(data.rows(), data.arms(), protocol.cause());
        StudyArrays anyCause = StudyArrays.of(data.rows(), data.arms(), Optional.empty());
        RandomStream random = RandomStream.ofSeed(seed).child("survival");
        List<SurvivalSample> samples = new ArrayList<>();
        for (int a = 0; a < data.arms().size(); a++) {
            samples.add(anyCause.compared(false).of(a));
        }
        double horizon = protocol.horizon().orElseGet(() -> shared(samples));
        List<ArmReport> arms = new ArrayList<>();
        for (int a = 0; a < samples.size(); a++) {
            String arm = data.arms().get(a);
            List<Observed> rows =
                    data.rows().stream().filter(row -> row.arm().equals(arm)).toList();
            arms.add(ArmReport.of(arm, rows, samples.get(a), horizon, protocol));
        }
        CompetingReport competing = CompetingReport.of(data, arrays, arms, protocol);
        CoxReport cox = CoxModel.of(data, protocol);
        return new SurvivalResult(
                data,
                protocol,
                arms,
                ArmComparison.of(arrays, arms, competing.grayOfInterest(), data.trend(), protocol, random),
                cox,
                competing,
                CombinationReport.of(data, cox, horizon, protocol),
                DigitisedReport.of(data, protocol, random.child("reading")));
    }

    /** The longest time that every arm's curve is known to: a curve that has come to zero stays there. */
    private static double shared(List<SurvivalSample> samples) {
        double longest =
                samples.stream().mapToDouble(SurvivalAnalysis::last).max().orElse(0);
        return samples.stream()
                .filter(sample -> KaplanMeier.of(sample).at(last(sample)) > 0)
                .mapToDouble(SurvivalAnalysis::last)
                .min()
                .orElse(longest);
    }

    private static double last(SurvivalSample sample) {
        return Arrays.stream(sample.exit()).max().orElse(0);
    }
}
