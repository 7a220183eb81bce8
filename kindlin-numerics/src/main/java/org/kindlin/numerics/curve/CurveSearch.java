package org.kindlin.numerics.curve;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.kindlin.numerics.regression.Dual;
import org.kindlin.numerics.sigmoid.NotEstimable;
import org.kindlin.numerics.sigmoid.SigmoidData;

/**
 * Finds the best curve of a family: at each node of a grid over the parameters that do not enter linearly, the others are
 * solved for exactly within their limits (variable projection: G. H. Golub and V. Pereyra, SIAM J. Numer. Anal. 10:413,
 * 1973); from every basin of the grid all parameters descend together; the lowest end wins.
 *
 * <p>No start is guessed, so none can be wrong, and the answer does not depend on the order of the data. Pure functions.
 */
public final class CurveSearch {
    /** Basins looked at, and the starts in them that are descended from, lowest first. */
    private static final int MOST_BASINS = 12;

    private static final int MOST_STARTS = 8;

    private final CurveFamily family;
    private final SigmoidData data;
    private final CurveOptions options;
    private final List<CurveParameter.Limits> limits;
    private final ErrorFit error;

    private CurveSearch(CurveFamily family, SigmoidData data, CurveOptions options) {
        this.family = family;
        this.data = data;
        this.options = options;
        SearchRange range = SearchRange.of(data);
        this.limits = IntStream.range(0, family.parameters().size())
                .mapToObj(j -> options.limits(family, j, range))
                .toList();
        this.error = ErrorFit.of(family, data, limits, options.error());
    }

    /** The best curve of the families given, such as the falling and the rising one of a model. */
    public static CurveOutcome fit(List<CurveFamily> families, SigmoidData data, CurveOptions options) {
        NotEstimable.@Nullable Reason reason = unusable(families.getFirst(), data, options);
        if (reason != null) {
            return new CurveOutcome.None(reason);
        }
        CurveFit best = null;
        for (CurveFamily family : families) {
            CurveFit found = new CurveSearch(family, data, options).best();
            if (found != null && (best == null || found.logLikelihood() > best.logLikelihood())) {
                best = found;
            }
        }
        return best == null ? new CurveOutcome.None(NotEstimable.Reason.NO_CURVE_WITHIN_LIMITS) : best;
    }

    private static NotEstimable.@Nullable Reason unusable(CurveFamily family, SigmoidData data, CurveOptions options) {
        for (int i = 0; i < data.size(); i++) {
            boolean finite = data.logDose()[i] < Double.POSITIVE_INFINITY && Double.isFinite(data.response()[i]);
            if (!finite || !(data.weight()[i] > 0 && data.weight()[i] < Double.POSITIVE_INFINITY)) {
                return NotEstimable.Reason.UNUSABLE_VALUE;
            }
        }
        int free = (int) family.parameters().stream()
                .filter(p -> !options.constraints().containsKey(p.name())
                        || !options.constraints().get(p.name()).isFixed())
                .count();
        if (data.size() < Math.max(1, free)) {
            return NotEstimable.Reason.TOO_FEW_POINTS;
        }
        double[] doses = Arrays.stream(data.logDose()).distinct().toArray();
        boolean noDose = Arrays.stream(doses).allMatch(dose -> dose == Double.NEGATIVE_INFINITY);
        return noDose || doses.length < free ? NotEstimable.Reason.TOO_FEW_DOSES : null;
    }

    private @Nullable CurveFit best() {
        List<double[]> basins =
                SearchGrid.of(family.parameters(), limits).basins(node -> error.score(node), MOST_BASINS);
        ErrorFit.Point best = null;
        List<ErrorFit.Point> starts = basins.stream()
                .flatMap(basin -> error.starts(basin).stream())
                .sorted(Comparator.comparingDouble(ErrorFit.Point::score))
                .limit(MOST_STARTS)
                .toList();
        for (ErrorFit.Point start : starts) {
            ErrorFit.Point end = error.descend(start.parameters());
            if (end != null && family.admits(end.parameters()) && (best == null || end.score() < best.score())) {
                best = end;
            }
        }
        return best == null ? null : CurveFit.of(family, data, options, limits, error.polished(best));
    }

    /** The responses of a curve at these doses. */
    static double[] values(CurveFamily family, double[] parameters, double[] logDose) {
        Dual[] plain = constants(parameters);
        double[] values = new double[logDose.length];
        for (int i = 0; i < values.length; i++) {
            values[i] = logDose[i] == Double.NEGATIVE_INFINITY
                    ? family.atZeroDose(plain).value()
                    : family.at(plain, Dual.constant(logDose[i])).value();
        }
        return values;
    }

    static Dual[] constants(double[] parameters) {
        return Arrays.stream(parameters).mapToObj(Dual::constant).toArray(Dual[]::new);
    }

    static Dual[] variables(double[] parameters) {
        List<Dual> variables = new ArrayList<>();
        for (int j = 0; j < parameters.length; j++) {
            variables.add(Dual.variable(parameters[j], j, parameters.length));
        }
        return variables.toArray(Dual[]::new);
    }
}
