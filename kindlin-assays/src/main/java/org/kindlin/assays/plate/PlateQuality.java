package org.kindlin.assays.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.numerics.statistics.Descriptive;
import org.kindlin.numerics.statistics.SeparationFactor;

/**
 * The quality figures of one plate, from its control wells.
 *
 * <p>Z′ and its robust form after Zhang et al., J. Biomol. Screen. 4:67-73 (1999), at least 0.5; coefficients of variation
 * at most 20 % and drift and edge effects at most 20 % after P. W. Iversen et al., "HTS Assay Validation", Assay Guidance
 * Manual (NCBI Bookshelf NBK83783). Only measured wells that are not excluded count; a figure that too few wells are
 * there for has no value.
 */
public final class PlateQuality {
    private static final double Z_PRIME = 0.5;
    private static final double SIGNAL_TO_BACKGROUND = 2;
    private static final double PERCENT = 20;
    private static final int FEWEST_FOR_TREND = 4;

    private PlateQuality() {}

    /**
     * Every figure.
     *
     * @param high role of the wells with full signal, such as {@link WellRole#VEHICLE}
     * @param low role of the wells with least signal, such as {@link WellRole#NO_ENZYME}
     */
    public static List<QualityCheck> checks(PlateFormat format, List<WellReading> wells, WellRole high, WellRole low) {
        double[] highs = values(wells, high);
        double[] lows = values(wells, low);
        List<QualityCheck> checks = new ArrayList<>();
        checks.add(QualityCheck.atLeast("z-prime", orNaN(SeparationFactor.zPrime(highs, lows)), Z_PRIME));
        checks.add(QualityCheck.atLeast("robust-z-prime", orNaN(SeparationFactor.robustZPrime(highs, lows)), Z_PRIME));
        checks.add(QualityCheck.atLeast("signal-to-background", ratio(highs, lows), SIGNAL_TO_BACKGROUND));
        for (WellRole role : List.of(high, low)) {
            double[] group = role == high ? highs : lows;
            checks.add(QualityCheck.info("count-" + role.label(), group.length));
            checks.add(QualityCheck.atMost("cv-" + role.label(), coefficientOfVariation(group), PERCENT));
        }
        checks.add(QualityCheck.atMost("edge-effect", edgeEffect(format, wells, high), PERCENT));
        checks.add(QualityCheck.atMost("row-gradient", gradient(format, wells, high, true), PERCENT));
        checks.add(QualityCheck.atMost("column-gradient", gradient(format, wells, high, false), PERCENT));
        return checks;
    }

    /** The measured values of a role's wells that are not excluded, in the order of the wells. */
    public static double[] values(List<WellReading> wells, WellRole role) {
        return values(wells, role, well -> true);
    }

    /** |median of outer wells / median of inner wells - 1| in percent, of one role; NaN where either is missing. */
    static double edgeEffect(PlateFormat format, List<WellReading> wells, WellRole role) {
        double[] outer = values(wells, role, format::isEdge);
        double[] inner = values(wells, role, well -> !format.isEdge(well));
        if (outer.length < 2 || inner.length < 2) {
            return Double.NaN;
        }
        return 100 * Math.abs(Descriptive.median(outer) / Descriptive.median(inner) - 1);
    }

    /**
     * The fitted change of a role's signal from the first to the last row (or column), in percent of its mean: an ordinary
     * least-squares line through the wells; NaN below four wells or where all stand in one row.
     */
    static double gradient(PlateFormat format, List<WellReading> wells, WellRole role, boolean alongRows) {
        ToIntFunction<WellAddress> place = alongRows ? WellAddress::row : WellAddress::column;
        int steps = (alongRows ? format.rows() : format.columns()) - 1;
        double[] y = values(wells, role);
        double[] x = wells.stream()
                .filter(well -> counts(well, role))
                .mapToDouble(well -> place.applyAsInt(well.well().address()))
                .toArray();
        if (y.length < FEWEST_FOR_TREND) {
            return Double.NaN;
        }
        double meanX = Descriptive.mean(x);
        double meanY = Descriptive.mean(y);
        double cross = 0;
        double square = 0;
        for (int i = 0; i < x.length; i++) {
            cross += (x[i] - meanX) * (y[i] - meanY);
            square += (x[i] - meanX) * (x[i] - meanX);
        }
        return 100 * Math.abs(cross / square * steps / meanY);
    }

    private static double[] values(List<WellReading> wells, WellRole role, Predicate<WellAddress> where) {
        return wells.stream()
                .filter(well -> counts(well, role) && where.test(well.well().address()))
                .mapToDouble(well -> well.reading().value().orElseThrow())
                .toArray();
    }

    private static boolean counts(WellReading well, WellRole role) {
        return well.well().role() == role
                && !well.well().excluded()
                && well.reading().isMeasured();
    }

    private static double coefficientOfVariation(double[] values) {
        return values.length < 2
                ? Double.NaN
                : 100 * Descriptive.standardDeviation(values) / Math.abs(Descriptive.mean(values));
    }

    private static double ratio(double[] highs, double[] lows) {
        return highs.length == 0 || lows.length == 0 ? Double.NaN : Descriptive.mean(highs) / Descriptive.mean(lows);
    }

    private static double orNaN(OptionalDouble value) {
        return value.orElse(Double.NaN);
    }
}
