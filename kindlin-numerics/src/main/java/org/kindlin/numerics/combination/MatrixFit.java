package org.kindlin.numerics.combination;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kindlin.numerics.combination.DoseMatrix.Cell;
import org.kindlin.numerics.sigmoid.KnownStartFit;

/**
 * Both agents alone, fitted to the means of a matrix.
 *
 * @param isNormalised whether effects are counted from the very untreated wells of the matrix
 */
@SuppressWarnings("ArrayRecordComponent")
record MatrixFit(MatrixDesign design, boolean isNormalised, double[] mean, NullSurface surface) {
    /** Untreated wells whose mean effect is nearer zero are what the effects were counted from. */
    private static final double ZERO = 1e-9;

    static MatrixFit of(DoseMatrix matrix) {
        MatrixDesign design = MatrixDesign.of(matrix);
        double[] mean = matrix.cells().stream().mapToDouble(Cell::mean).toArray();
        return of(design, Math.abs(mean[design.untreated()]) < ZERO, mean);
    }

    /** The same with other means; counted from their own untreated wells where these are. */
    MatrixFit with(double[] means) {
        double[] changed = means.clone();
        if (isNormalised) {
            double left = 1 - means[design.untreated()];
            for (int c = 0; c < changed.length; c++) {
                changed[c] = 1 - (1 - means[c]) / left;
            }
            changed[design.untreated()] = 0;
        }
        return of(design, isNormalised, changed);
    }

    private static MatrixFit of(MatrixDesign design, boolean isNormalised, double[] mean) {
        double baseline = mean[design.untreated()];
        return new MatrixFit(
                design,
                isNormalised,
                mean,
                new NullSurface(agent(design.first(), mean, baseline), agent(design.second(), mean, baseline)));
    }

    private static SingleAgent agent(Axis alone, double[] mean, double baseline) {
        return alone.rising(mean, baseline)
                .map(fit -> new SingleAgent(baseline, fit.amplitude(), fit.lnIc50(), fit.hillSlope()))
                .orElseGet(() -> SingleAgent.inactive(baseline));
    }

    /** The agents on their curves, the combinations as they are. */
    double[] effects() {
        double[] effects = mean.clone();
        for (int c = 0; c < effects.length; c++) {
            Cell cell = design.cells().get(c);
            if (!cell.isCombination()) {
                effects[c] = cell.firstDose() > 0
                        ? surface.first().effect(cell.firstDose())
                        : surface.second().effect(cell.secondDose());
            }
        }
        return effects;
    }

    /** Observed less expected effects in the order of the combinations, for each of these null models. */
    double[][] departures(List<NullModel> models) {
        double[][] departures = new double[models.size()][];
        for (int m = 0; m < departures.length; m++) {
            NullModel model = models.get(m);
            departures[m] = model == NullModel.ZIP ? fittedEffects() : means();
            for (int i = 0; i < departures[m].length; i++) {
                Cell cell = design.pair(i);
                departures[m][i] -= surface.expected(model, cell.firstDose(), cell.secondDose());
            }
        }
        return departures;
    }

    private double[] means() {
        double[] means = new double[design.pair().length];
        for (int i = 0; i < means.length; i++) {
            means[i] = mean[design.pair()[i]];
        }
        return means;
    }

    /** The mean of the two fitted effects, along each agent at the fixed dose of the other (Yadav 2015, equation 9). */
    private double[] fittedEffects() {
        Map<Double, Optional<KnownStartFit>> alongFirst = curves(design.alongFirst(), surface.second());
        Map<Double, Optional<KnownStartFit>> alongSecond = curves(design.alongSecond(), surface.first());
        double[] fitted = new double[design.pair().length];
        for (int i = 0; i < fitted.length; i++) {
            Cell cell = design.pair(i);
            double observed = mean[design.pair()[i]];
            fitted[i] = 0.5 * at(alongFirst, cell.secondDose(), cell.firstDose(), observed)
                    + 0.5 * at(alongSecond, cell.firstDose(), cell.secondDose(), observed);
        }
        return fitted;
    }

    private Map<Double, Optional<KnownStartFit>> curves(Map<Double, Axis> axes, SingleAgent fixed) {
        Map<Double, Optional<KnownStartFit>> curves = new TreeMap<>();
        axes.forEach((dose, axis) -> curves.put(dose, axis.eitherWay(mean, fixed.effect(dose))));
        return curves;
    }

    private static double at(
            Map<Double, Optional<KnownStartFit>> curves, double fixed, double varied, double otherwise) {
        return curves.getOrDefault(fixed, Optional.empty())
                .map(curve -> curve.value(StrictMath.log(varied)))
                .orElse(otherwise);
    }
}
