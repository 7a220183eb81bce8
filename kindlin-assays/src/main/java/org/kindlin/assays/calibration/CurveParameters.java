package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.numerics.calibration.CalibrationFit;
import org.kindlin.numerics.calibration.PolynomialCalibration;
import org.kindlin.numerics.calibration.SigmoidCalibration;
import org.kindlin.numerics.sigmoid.Parameter;
import org.kindlin.numerics.statistics.Distributions;

/** The parameters of a standard curve as estimates, with Student's interval from its own residuals. */
final class CurveParameters {
    private final CalibrationFit fit;
    private final double level;
    private final String signal;
    private final String concentration;
    private final List<Estimate> estimates = new ArrayList<>();

    private CurveParameters(CalibrationFit fit, PlateCalibration plate) {
        this.fit = fit;
        this.level = plate.protocol().level();
        this.signal = plate.plate().units().signal();
        this.concentration = plate.plate().units().concentration();
    }

    static List<Estimate> of(CalibrationFit fit, PlateCalibration plate) {
        CurveParameters parameters = new CurveParameters(fit, plate);
        switch (fit.curve()) {
            case PolynomialCalibration line -> parameters.polynomial(line);
            case SigmoidCalibration sigmoid -> parameters.sigmoid(sigmoid);
        }
        return parameters.estimates;
    }

    /** The parameters of the contract where there is no curve: null. */
    static List<Estimate> missing(PlateCalibration plate) {
        double level = plate.protocol().level();
        return List.of(
                Estimate.notEstimable("slope", "", level, "least squares"),
                Estimate.notEstimable("intercept", "", level, "least squares"));
    }

    private void polynomial(PolynomialCalibration line) {
        coefficient("slope", line, 1, per(concentration));
        coefficient("intercept", line, 0, signal);
        if (line.curvature() != 0) {
            coefficient("curvature", line, 2, per(concentration + "2"));
        }
    }

    private void coefficient(String name, PolynomialCalibration line, int place, String unit) {
        add(
                name,
                line.coefficients()[place],
                OptionalDouble.of(line.variance(place)),
                unit,
                Math.min(fit.degreesOfFreedom(), line.mostDegreesOfFreedom()[place]));
    }

    private String per(String unit) {
        return signal.isEmpty() && concentration.isEmpty() ? "" : (signal.isEmpty() ? "1" : signal) + "/(" + unit + ")";
    }

    private void sigmoid(SigmoidCalibration curve) {
        midpoint(curve);
        add("top", curve.curve().top(), curve.variance(Parameter.TOP), signal);
        add("bottom", curve.curve().bottom(), curve.variance(Parameter.BOTTOM), signal);
        add("hillSlope", curve.curve().hillSlope(), curve.variance(Parameter.HILL_SLOPE), "1");
        if (fit.spec().model().parameters() == 5) {
            add("asymmetry", curve.curve().asymmetry(), curve.variance(Parameter.ASYMMETRY), "1");
        }
    }

    /** The mid-point's interval lives on its logarithm. */
    private void midpoint(SigmoidCalibration curve) {
        double value = StrictMath.pow(10, curve.curve().logIc50());
        OptionalDouble error = error(curve.variance(Parameter.LOG_IC50));
        if (error.isEmpty()) {
            estimates.add(Estimate.descriptive("midpoint", value, concentration, "least squares"));
            return;
        }
        double factor = StrictMath.pow(10, quantile() * error.getAsDouble());
        estimates.add(Estimate.of(
                "midpoint",
                value,
                concentration,
                value / factor,
                value * factor,
                level,
                value * StrictMath.log(10) * error.getAsDouble(),
                "least squares, Wald on the logarithm"));
    }

    private void add(String name, double value, OptionalDouble relativeVariance, String unit) {
        add(name, value, relativeVariance, unit, fit.degreesOfFreedom());
    }

    private void add(String name, double value, OptionalDouble relativeVariance, String unit, double df) {
        OptionalDouble error = error(relativeVariance);
        if (error.isEmpty() || (fit.spec().model().parameters() == 1 && name.equals("intercept"))) {
            estimates.add(Estimate.descriptive(name, value, unit, "least squares"));
            return;
        }
        double half = Distributions.studentQuantile(0.5 + level / 2, df) * error.getAsDouble();
        estimates.add(Estimate.of(
                name, value, unit, value - half, value + half, level, error.getAsDouble(), "least squares"));
    }

    private double quantile() {
        return Distributions.studentQuantile(0.5 + level / 2, fit.degreesOfFreedom());
    }

    private OptionalDouble error(OptionalDouble relativeVariance) {
        OptionalDouble variance = fit.residualVariance();
        return variance.isEmpty() || relativeVariance.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Math.sqrt(variance.getAsDouble() * relativeVariance.getAsDouble()));
    }
}
