package org.kindlin.mechanism.inference;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.kindlin.mechanism.petab.PetabParameter;
import org.kindlin.mechanism.petab.Scale;

/**
 * Where a search may go, on the parameters' scales, and how far a step of ordinary length is for each: a decade or a factor e on a
 * logarithmic scale; on the linear one a tenth of the width between the bounds, for values there may be of any size.
 *
 * @param lower bounds, which may be infinite
 * @param upper bounds, likewise
 * @param unit length of a step
 */
public record Box(double[] lower, double[] upper, double[] unit) {
    private static final double PART = 0.1;

    /** A box whose steps have length one. */
    public static Box of(double[] lower, double[] upper) {
        double[] unit = new double[lower.length];
        Arrays.fill(unit, 1);
        return new Box(lower.clone(), upper.clone(), unit);
    }

    /** The box of a problem. */
    public static Box of(CompiledProblem problem) {
        double[] lower = problem.lower();
        double[] upper = problem.upper();
        double[] unit = new double[lower.length];
        for (int i = 0; i < unit.length; i++) {
            PetabParameter parameter = problem.estimated().get(i);
            double width = upper[i] - lower[i];
            boolean wide = parameter.scale() == Scale.LIN && Double.isFinite(width);
            unit[i] = wide ? PART * width : 1;
        }
        return new Box(lower, upper, unit);
    }

    int size() {
        return lower.length;
    }

    /** The box of some of its variables. */
    Box of(int[] places) {
        return new Box(part(lower, places), part(upper, places), part(unit, places));
    }

    private static double[] part(double[] values, int[] places) {
        return IntStream.of(places).mapToDouble(i -> values[i]).toArray();
    }

    double clamp(int variable, double place) {
        return Math.clamp(place, lower[variable], upper[variable]);
    }
}
