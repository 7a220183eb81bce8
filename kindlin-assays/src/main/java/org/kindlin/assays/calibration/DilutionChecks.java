package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.uncertainty.Measured;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;

/** What dilutions and spikes of one specimen say about its matrix: parallelism and recovery. */
final class DilutionChecks {
    private static final double PARALLELISM_CV = 30;
    private static final double RECOVERY_BIAS = 20;
    private static final double REJECTED = 0.05;

    private final SpecimenConcentration specimen;
    private final List<Measured> inRange = new ArrayList<>();
    final List<Estimate> estimates = new ArrayList<>();
    final List<HypothesisTest> tests = new ArrayList<>();
    final List<QualityCheck> quality = new ArrayList<>();
    final List<Warning> warnings = new ArrayList<>();

    DilutionChecks(SpecimenConcentration specimen) {
        this.specimen = specimen;
        specimen.levels().stream()
                .filter(SpecimenLevel::isInRange)
                .forEach(level ->
                        SpecimenConcentration.measured(level, specimen.plate()).ifPresent(inRange::add));
        if (inRange.size() > 1) {
            parallelism();
        }
        specimen.spiked().forEach(this::recovery);
    }

    /** Dilution-corrected concentrations of a parallel matrix are one number (ICH M10, 2022, 7.1: CV at most 30 %). */
    private void parallelism() {
        double[] values = inRange.stream().mapToDouble(Measured::value).toArray();
        double cv = 100 * Descriptive.coefficientOfVariation(values);
        quality.add(QualityCheck.atMost("dilution-cv", cv, PARALLELISM_CV));
        double weights = 0;
        double mean = 0;
        for (Measured one : inRange) {
            double weight = 1 / (one.own() * one.own());
            weights += weight;
            mean += weight * one.value();
        }
        mean /= weights;
        if (!Double.isFinite(mean)) {
            return; // readings without noise
        }
        double q = 0;
        for (Measured one : inRange) {
            double off = (one.value() - mean) / one.own();
            q += off * off;
        }
        int df = inRange.size() - 1;
        double df2 = inRange.getFirst().ownDf();
        double p = Distributions.fUpperTail(q / df, df, df2);
        tests.add(new HypothesisTest("dilution-parallelism", q / df, (double) df, df2, p));
        if (p < REJECTED && cv > PARALLELISM_CV / 2) {
            warnings.add(new Warning(
                    "not-parallel",
                    "Dilutions of " + specimen.specimen().name() + " do not agree after correction (CV "
                            + Prose.number(cv) + " %, p = " + Prose.number(p)
                            + "): the matrix interferes, or the most concentrated well is beyond the dye."));
        }
    }

    private void recovery(SpecimenLevel spiked) {
        Optional<SpecimenLevel> plain = specimen.levels().stream()
                .filter(level -> level.dilution() == spiked.dilution())
                .findFirst();
        Optional<Measured> with = spiked.reading().isPresent()
                ? SpecimenConcentration.measured(spiked, specimen.plate())
                : Optional.empty();
        Optional<Measured> without = plain.filter(level -> level.reading().isPresent())
                .flatMap(level -> SpecimenConcentration.measured(level, specimen.plate()));
        if (with.isEmpty() || without.isEmpty()) {
            warnings.add(new Warning(
                    "no-spike-recovery",
                    "The spike of " + specimen.specimen().name()
                            + " has no recovery: it needs the same specimen at the same dilution without a spike, both"
                            + " readable."));
            return;
        }
        double added = spiked.added() * spiked.dilution();
        double level = specimen.plate().protocol().level();
        Measured recovery = with.get().minus(without.get(), level).times(100 / added);
        estimates.add(Estimate.of(
                "spikeRecovery",
                recovery.value(),
                "%",
                recovery.low(),
                recovery.high(),
                level,
                recovery.standardError(),
                "found over added, Student t"));
        quality.add(QualityCheck.atMost("spike-recovery-bias", Math.abs(recovery.value() - 100), RECOVERY_BIAS));
    }
}
