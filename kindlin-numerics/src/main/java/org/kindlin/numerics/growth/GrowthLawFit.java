package org.kindlin.numerics.growth;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.statistics.Distributions;

/**
 * A law of growth fitted to the animals of one arm in two stages: each animal has a start and a rate of its own, all share the bend.
 * The bend minimises the sum of squares of log volume over all animals (profiled over starts and rates); its interval holds every
 * bend whose sum of squares is within F of the least (D. M. Bates and D. G. Watts, Nonlinear Regression Analysis, 1988, chapter 6).
 *
 * @param bend decline, capacity or linear rate; empty for the exponential, and where the exponential is as good
 * @param low limit of the bend; empty where the interval is open
 * @param high limit of the bend; empty where the interval is open
 * @param rates of the animals, in their order
 * @param squares sum of squared residuals of log volume
 * @param readings of all animals
 * @param parameters starts, rates and the bend
 */
public record GrowthLawFit(
        GrowthShape shape,
        OptionalDouble bend,
        OptionalDouble low,
        OptionalDouble high,
        double[] rates,
        double squares,
        int readings,
        int parameters) {
    private static final int GRID = 40;
    private static final int GOLDEN_STEPS = 60;
    private static final double GOLDEN = (3 - Math.sqrt(5)) / 2;

    /** Whether every animal's rate is told by its readings. */
    public boolean hasRates() {
        return Arrays.stream(rates).allMatch(rate -> Math.abs(rate) < CourseFit.FASTEST);
    }

    /** Residual degrees of freedom. */
    public int degreesOfFreedom() {
        return readings - parameters;
    }

    /** Standard deviation of a reading about its animal's curve, of log volume. */
    public double residualSd() {
        return Math.sqrt(squares / degreesOfFreedom());
    }

    /** Akaike's criterion with the correction for small samples (C. M. Hurvich and C.-L. Tsai 1989); the variance counts too. */
    public double akaike() {
        double k = parameters + 1.0;
        double n = readings;
        return n * Math.log(squares / n) + 2 * k * n / (n - k - 1);
    }

    /** F of the bend against the exponential, with 1 and this fit's degrees of freedom. */
    public double ratioOver(GrowthLawFit exponential) {
        return Math.max(0, exponential.squares - squares) / (squares / degreesOfFreedom());
    }

    /** p of that F; by Student's t of its root. */
    public double pOver(GrowthLawFit exponential) {
        return Distributions.studentTwoSided(Math.sqrt(ratioOver(exponential)), degreesOfFreedom());
    }

    /**
     * Fits a law; empty where readings are fewer than its parameters and four.
     *
     * @param level of the bend's interval
     */
    public static Optional<GrowthLawFit> of(List<GrowthCourse> courses, GrowthShape shape, double level) {
        int readings = courses.stream().mapToInt(course -> course.time().length).sum();
        boolean isBent = shape != GrowthShape.EXPONENTIAL;
        int parameters = 2 * courses.size() + (isBent ? 1 : 0);
        if (courses.isEmpty() || readings - parameters < 3) {
            return Optional.empty();
        }
        GrowthLawFit line = exponential(courses, readings);
        return isBent && line.squares > 0
                ? Optional.of(new Search(courses, shape, line).fit(level))
                : isBent ? Optional.empty() : Optional.of(line);
    }

    private static GrowthLawFit exponential(List<GrowthCourse> courses, int readings) {
        List<CourseFit> lines = courses.stream().map(CourseFit::line).toList();
        return new GrowthLawFit(
                GrowthShape.EXPONENTIAL,
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                lines.stream().mapToDouble(CourseFit::rate).toArray(),
                lines.stream().mapToDouble(CourseFit::squares).sum(),
                readings,
                2 * courses.size());
    }

    /** The search for the bend on a logarithmic scale. */
    private static final class Search {
        private final List<GrowthCourse> courses;
        private final GrowthShape shape;
        private final GrowthLawFit line;
        private final double largest;
        private final double from;
        private final double to;
        private final CourseFit[] last;

        Search(List<GrowthCourse> courses, GrowthShape shape, GrowthLawFit line) {
            this.courses = courses;
            this.shape = shape;
            this.line = line;
            double span = courses.stream()
                    .mapToDouble(course -> course.time()[course.time().length - 1])
                    .max()
                    .orElse(1);
            largest = courses.stream().mapToDouble(GrowthCourse::largest).max().orElse(1);
            from = Math.log(
                    switch (shape) {
                        case GOMPERTZ -> 1e-4 / span;
                        case LOGISTIC -> 1e-4;
                        default -> 1e-2 * largest / span;
                    });
            to = Math.log(
                    switch (shape) {
                        case GOMPERTZ -> 20 / span;
                        case LOGISTIC -> 1e4;
                        default -> 1e5 * largest / span;
                    });
            last = courses.stream().map(CourseFit::line).toArray(CourseFit[]::new);
        }

        /** The bend at a place of the search: capacities are sought by how far they lie above the largest volume. */
        private double bend(double at) {
            return shape == GrowthShape.LOGISTIC ? largest * (1 + Math.exp(at)) : Math.exp(at);
        }

        private double squares(double at) {
            double sum = 0;
            for (int i = 0; i < last.length; i++) {
                last[i] = CourseFit.of(courses.get(i), shape, bend(at), last[i]);
                sum += last[i].squares();
            }
            return sum;
        }

        /** As {@link #squares}, from the straight line too. */
        private double squaresAnew(double at) {
            double sum = 0;
            for (int i = 0; i < last.length; i++) {
                CourseFit warm = CourseFit.of(courses.get(i), shape, bend(at), last[i]);
                CourseFit anew = CourseFit.of(courses.get(i), shape, bend(at), CourseFit.line(courses.get(i)));
                last[i] = anew.squares() < warm.squares() ? anew : warm;
                sum += last[i].squares();
            }
            return sum;
        }

        GrowthLawFit fit(double level) {
            double[] at = new double[GRID + 1];
            double[] squares = new double[GRID + 1];
            int best = 0;
            for (int i = 0; i <= GRID; i++) {
                at[i] = from + i * (to - from) / GRID;
                squares[i] = squaresAnew(at[i]);
                best = squares[i] < squares[best] ? i : best;
            }
            double found = golden(at[Math.max(0, best - 1)], at[Math.min(GRID, best + 1)]);
            double least = squaresAnew(found);
            double[] rates = new double[last.length];
            for (int i = 0; i < rates.length; i++) {
                rates[i] = last[i].rate();
            }
            int parameters = line.parameters + 1;
            int df = line.readings - parameters;
            boolean isBent = least < line.squares * (1 - 1e-9) && best > 0 && best < GRID;
            double t = Distributions.studentQuantile((1 + level) / 2, df);
            double allowed = least * (1 + t * t / df);
            return new GrowthLawFit(
                    shape,
                    isBent ? OptionalDouble.of(bend(found)) : OptionalDouble.empty(),
                    isBent ? limit(found, from, allowed) : OptionalDouble.empty(),
                    isBent ? limit(found, to, allowed) : OptionalDouble.empty(),
                    rates,
                    Math.min(least, line.squares),
                    line.readings,
                    parameters);
        }

        private double golden(double low, double high) {
            double a = low;
            double b = high;
            double x = a + GOLDEN * (b - a);
            double y = b - GOLDEN * (b - a);
            double fx = squares(x);
            double fy = squares(y);
            for (int i = 0; i < GOLDEN_STEPS && b - a > 1e-6; i++) {
                if (fx <= fy) {
                    b = y;
                    y = x;
                    fy = fx;
                    x = a + GOLDEN * (b - a);
                    fx = squares(x);
                } else {
                    a = x;
                    x = y;
                    fx = fy;
                    y = b - GOLDEN * (b - a);
                    fy = squares(y);
                }
            }
            return fx <= fy ? x : y;
        }

        /** Where the sum of squares reaches what is allowed, by bisection; empty where it never does. */
        private OptionalDouble limit(double inside, double end, double allowed) {
            if (squaresAnew(end) <= allowed) {
                return OptionalDouble.empty();
            }
            double in = inside;
            double out = end;
            for (int i = 0; i < GOLDEN_STEPS && Math.abs(out - in) > 1e-4; i++) {
                double middle = (in + out) / 2;
                if (squaresAnew(middle) <= allowed) {
                    in = middle;
                } else {
                    out = middle;
                }
            }
            return OptionalDouble.of(bend((in + out) / 2));
        }
    }
}
