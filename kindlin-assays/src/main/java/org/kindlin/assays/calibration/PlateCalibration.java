package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.calibration.Calibration;
import org.kindlin.numerics.calibration.CalibrationFit;
import org.kindlin.numerics.calibration.CalibrationOutcome;
import org.kindlin.numerics.calibration.Calibrators;
import org.kindlin.numerics.calibration.InversePrediction;
import org.kindlin.numerics.calibration.ResidualNoise;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.FTest;

/**
 * A plate with its standard curve.
 *
 * @param blank what is subtracted from every reading
 * @param outcome the curve, or why there is none
 * @param levels standards read back; none without a curve
 * @param range empty without a curve, or where no standards keep the limits
 * @param noise variance of a reading of weight one; empty without degrees of freedom
 * @param noiseTest scatter of the specimens' replicates against that of the standards about the curve
 */
public record PlateCalibration(
        StandardCurvePlate plate,
        StandardCurveProtocol protocol,
        double blank,
        CalibrationOutcome outcome,
        List<StandardLevel> levels,
        Optional<QuantificationRange> range,
        Optional<ResidualNoise> noise,
        Optional<FTest> noiseTest) {
    /** Below this p the specimens' replicates scatter more than the standards, and their own scatter counts. */
    static final double NOISE_P = 0.01;

    public PlateCalibration {
        levels = List.copyOf(levels);
    }

    /** Calibrates a plate; a pure function. */
    public static PlateCalibration of(StandardCurvePlate plate, StandardCurveProtocol protocol) {
        double blank = protocol.blank() == BlankUse.SUBTRACT && !plate.blanks().isEmpty()
                ? Descriptive.mean(blanks(plate))
                : 0;
        Calibrators standards = new Calibrators(
                plate.standards().stream()
                        .mapToDouble(StandardWell::concentration)
                        .toArray(),
                plate.standards().stream()
                        .mapToDouble(well -> well.signal() - blank)
                        .toArray());
        CalibrationOutcome outcome = Calibration.fit(standards, protocol.spec(), replicates(plate, blank));
        if (outcome.fit().isEmpty()) {
            return new PlateCalibration(
                    plate, protocol, blank, outcome, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
        }
        CalibrationFit fit = outcome.fit().get();
        List<StandardLevel> levels = StandardLevel.of(fit);
        Optional<ResidualNoise> own = ResidualNoise.of(fit);
        Scatter scatter = Scatter.of(plate, blank, fit);
        Optional<FTest> test = own.flatMap(noise -> scatter.against(noise));
        return new PlateCalibration(
                plate,
                protocol,
                blank,
                outcome,
                levels,
                QuantificationRange.of(levels, protocol),
                own.map(noise -> protocol.noise() == ReadingNoise.STANDARDS ? noise : scatter.join(noise, test)),
                test);
    }

    private static double[] blanks(StandardCurvePlate plate) {
        return plate.blanks().stream()
                .mapToDouble(StandardCurvePlate.BlankWell::signal)
                .toArray();
    }

    public Optional<CalibrationFit> fit() {
        return outcome.fit();
    }

    /** How concentrations are read with their interval; empty where there is no curve or no noise to judge it by. */
    public Optional<InversePrediction> prediction() {
        return noise.flatMap(found -> fit().map(curve -> new InversePrediction(curve, found, protocol.level())));
    }

    /** Whether the specimens' own scatter replaced that of the standards. */
    public boolean isNoisier() {
        return protocol.noise() == ReadingNoise.POOLED
                && noiseTest.map(test -> test.p() < NOISE_P).orElse(false);
    }

    /**
     * The concentration that reads 3.3 standard deviations of a blank beyond the curve at zero (ICH Q2(R2), 2023, 5.2.2.2
     * carried to any curve); of blank wells where there are three, else the residual one at zero. Empty without a curve or
     * where the curve never gets there.
     */
    public OptionalDouble detectionLimit() {
        if (fit().isEmpty() || noise.isEmpty()) {
            return OptionalDouble.empty();
        }
        CalibrationFit curve = fit().get();
        double sd = plate.blanks().size() >= 3
                ? Descriptive.standardDeviation(blanks(plate))
                : Math.sqrt(noise.get().variance() / curve.weight(0));
        double at = curve.data().highest();
        double direction =
                Math.signum(curve.curve().response(at) - curve.curve().response(0));
        OptionalDouble limit = curve.curve().concentration(curve.curve().response(0) + 3.3 * direction * sd);
        return limit.isPresent() && limit.getAsDouble() >= 0 && limit.getAsDouble() <= at
                ? limit
                : OptionalDouble.empty();
    }

    /** The readings of specimens by specimen, in the order of the plate. */
    public Map<Specimen, List<SpecimenWell>> bySpecimen() {
        Map<Specimen, List<SpecimenWell>> groups = new LinkedHashMap<>();
        plate.specimens()
                .forEach(well -> groups.computeIfAbsent(well.specimen(), _ -> new ArrayList<>())
                        .add(well));
        return groups;
    }

    /** The readings of each specimen, at one dilution and with one amount added, less the blank. */
    private static List<double[]> replicates(StandardCurvePlate plate, double blank) {
        Map<List<Object>, List<SpecimenWell>> groups = new LinkedHashMap<>();
        plate.specimens().stream()
                .sorted(Comparator.comparing(SpecimenWell::place))
                .forEach(well -> groups.computeIfAbsent(
                                List.of(well.specimen(), well.dilution(), well.added()), _ -> new ArrayList<>())
                        .add(well));
        return groups.values().stream()
                .map(group -> group.stream()
                        .mapToDouble(well -> well.signal() - blank)
                        .toArray())
                .toList();
    }

    /** Scatter of replicate readings of one specimen at one dilution about their mean, under the weights of the curve. */
    private record Scatter(double sumOfSquares, int df) {

        static Scatter of(StandardCurvePlate plate, double blank, CalibrationFit fit) {
            double sum = 0;
            int df = 0;
            for (double[] signals : replicates(plate, blank)) {
                OptionalDouble at = fit.curve()
                        .concentration(Arrays.stream(signals).average().orElseThrow());
                boolean within = at.isPresent()
                        && at.getAsDouble() >= 0
                        && at.getAsDouble() <= fit.data().highest();
                if (signals.length > 1 && within) {
                    sum += fit.weight(at.getAsDouble()) * Descriptive.sumOfSquaresAboutMean(signals);
                    df += signals.length - 1;
                }
            }
            return new Scatter(sum, df);
        }

        /** One-sided test that specimens scatter more than standards. */
        Optional<FTest> against(ResidualNoise noise) {
            if (df == 0 || noise.variance() == 0) {
                return Optional.empty();
            }
            double ratio = sumOfSquares / df / noise.variance();
            int standards = (int) noise.df();
            return Optional.of(new FTest(ratio, df, standards, Distributions.fUpperTail(ratio, df, standards)));
        }

        ResidualNoise join(ResidualNoise noise, Optional<FTest> test) {
            boolean noisier = test.map(found -> found.p() < NOISE_P).orElse(false);
            return noisier ? new ResidualNoise(sumOfSquares / df, df) : noise.pooled(sumOfSquares, df);
        }
    }
}
