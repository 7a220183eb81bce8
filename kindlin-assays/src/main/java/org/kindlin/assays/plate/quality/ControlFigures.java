package org.kindlin.assays.plate.quality;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.SeparationFactor;

/**
 * How well two groups of controls are told apart.
 *
 * <p>Z-prime and its robust form (J.-H. Zhang et al., J. Biomol. Screen. 4:67, 1999), SSMD and its robust form (X. D.
 * Zhang, Genomics 89:552, 2007), signal to background, signal window (G. S. Sittampalam et al., J. Biomol. Screen. 2:159,
 * 1997), coefficients of variation. Limits: 20 % for a CV and 2 for the window after P. W. Iversen et al., HTS Assay
 * Validation, Assay Guidance Manual (NBK83783); the scatter of wells near zero and SSMD have none.
 *
 * @param full values of the group with full signal or effect
 * @param zero values of the group near zero
 */
record ControlFigures(QualityPlate plate, double[] full, double[] zero) {
    private static final double SIGNAL_TO_BACKGROUND = 2;
    private static final double SIGNAL_WINDOW = 2;
    private static final double CV_PERCENT = 20;

    static ControlFigures of(QualityPlate plate) {
        return new ControlFigures(plate, plate.values(plate.full()), plate.values(plate.zero()));
    }

    /** The plate can be judged by its controls at all. */
    boolean exist() {
        return full.length > 0 && zero.length > 0;
    }

    List<QualityCheck> checks(double zPrimeLimit) {
        List<QualityCheck> checks = new ArrayList<>();
        if (exist()) {
            checks.add(QualityCheck.atLeast("z-prime", zPrime(), zPrimeLimit));
            checks.add(QualityCheck.atLeast(
                    "robust-z-prime", orNaN(SeparationFactor.robustZPrime(full, zero)), zPrimeLimit));
            checks.add(QualityCheck.info("ssmd", orNaN(SeparationFactor.ssmd(full, zero))));
            checks.add(QualityCheck.info("robust-ssmd", orNaN(SeparationFactor.robustSsmd(full, zero))));
            checks.add(QualityCheck.atLeast("signal-to-background", signalToBackground(), SIGNAL_TO_BACKGROUND));
            checks.add(QualityCheck.atLeast("signal-window", signalWindow(), SIGNAL_WINDOW));
        }
        group(plate.full(), full, checks);
        group(plate.zero(), zero, checks);
        return checks;
    }

    double zPrime() {
        return orNaN(SeparationFactor.zPrime(full, zero));
    }

    double fullCv() {
        return cv(full);
    }

    private void group(WellRole role, double[] values, List<QualityCheck> checks) {
        if (values.length > 0) {
            checks.add(QualityCheck.info("count-" + role.label(), values.length));
            checks.add(
                    role == plate.full()
                            ? QualityCheck.atMost("cv-" + role.label(), cv(values), CV_PERCENT)
                            : QualityCheck.info("cv-" + role.label(), cv(values)));
        }
    }

    /** The larger control mean over the smaller one; none where that is not above zero. */
    private double signalToBackground() {
        double one = Descriptive.mean(full);
        double other = Descriptive.mean(zero);
        double low = Math.min(one, other);
        return low > 0 ? Math.max(one, other) / low : Double.NaN;
    }

    private double signalWindow() {
        boolean rises = Descriptive.mean(full) >= Descriptive.mean(zero);
        return orNaN(rises ? SeparationFactor.signalWindow(full, zero) : SeparationFactor.signalWindow(zero, full));
    }

    static double cv(double[] values) {
        return values.length < 2 ? Double.NaN : 100 * Descriptive.coefficientOfVariation(values);
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
