package org.kindlin.assays.wound;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.numerics.statistics.Distributions;

/**
 * How fast the edges move, and when half of the wound is closed.
 *
 * <p>Width is area over length, single cells within the gap counted as gap; its slope over time, by least squares while more than a tenth is open, is that of two edges:
 * each moves at half of it. Its error is that of the line and, as the outline errs alike in all frames, half the difference of the
 * slopes under the stricter and the looser threshold. The half-time is read off the line between the frames about it; its interval is where lines
 * shifted by the interval of the areas cross.
 *
 * @param velocity micrometres per hour of one edge
 * @param halfTime hours; empty where the wound was never seen half closed
 * @param lastHours time of the last frame, for a limit on the half-time
 * @param lacking why there is no velocity; empty where there is
 */
record WoundKinetics(
        OptionalDouble velocity,
        OptionalDouble velocityError,
        int degreesOfFreedom,
        OptionalDouble halfTime,
        OptionalDouble halfTimeLow,
        OptionalDouble halfTimeHigh,
        OptionalDouble lastHours,
        String lacking) {
    private static final double NEARLY_CLOSED = 0.1;

    static WoundKinetics none(String why) {
        OptionalDouble no = OptionalDouble.empty();
        return new WoundKinetics(no, no, 0, no, no, no, no, why);
    }

    static WoundKinetics of(List<MeasuredFrame> frames, double length, OptionalDouble pixelSize, double level) {
        List<MeasuredFrame> measured =
                frames.stream().filter(MeasuredFrame::isMeasured).toList();
        if (measured.size() < 2) {
            return none("fewer than two frames were measured");
        }
        if (!measured.stream().allMatch(frame -> frame.frame().hours().isPresent())) {
            return none("the times of the frames are not known: state interval or times");
        }
        double[] hours = measured.stream()
                .mapToDouble(frame -> frame.frame().hours().getAsDouble())
                .toArray();
        double[] area = measured.stream().mapToDouble(MeasuredFrame::pixels).toArray();
        double[] least = measured.stream().mapToDouble(MeasuredFrame::least).toArray();
        double[] most = measured.stream().mapToDouble(MeasuredFrame::most).toArray();
        Slope slope = Slope.of(
                hours, measured.stream().mapToDouble(MeasuredFrame::between).toArray());
        double outline =
                Math.abs(Slope.of(hours, most).value() - Slope.of(hours, least).value()) / 2;
        Optional<Double> scale = pixelSize.isPresent() && length > 0
                ? Optional.of(pixelSize.getAsDouble() / (2 * length))
                : Optional.empty();
        OptionalDouble low = crossing(hours, least, 0.5 * area[0]);
        OptionalDouble high = crossing(hours, most, 0.5 * area[0]);
        return new WoundKinetics(
                scale.map(factor -> OptionalDouble.of(-slope.value() * factor)).orElse(OptionalDouble.empty()),
                scale.filter(_ -> slope.degreesOfFreedom() > 0)
                        .map(factor -> OptionalDouble.of(Math.hypot(slope.error(), outline) * factor))
                        .orElse(OptionalDouble.empty()),
                slope.degreesOfFreedom(),
                crossing(hours, area, 0.5 * area[0]),
                low,
                high,
                OptionalDouble.of(hours[hours.length - 1]),
                scale.isEmpty() ? "the size of a pixel is not known: state pixelSize" : "");
    }

    /** When a falling line between the points first reaches a level. */
    private static OptionalDouble crossing(double[] x, double[] y, double level) {
        for (int i = 1; i < x.length; i++) {
            if (y[i] <= level && y[i - 1] > level) {
                return OptionalDouble.of(x[i - 1] + (x[i] - x[i - 1]) * (y[i - 1] - level) / (y[i - 1] - y[i]));
            }
        }
        return OptionalDouble.empty();
    }

    /** Half the width of the velocity's interval; empty with two frames. */
    OptionalDouble halfWidth(double level) {
        return velocityError.isPresent()
                ? OptionalDouble.of(
                        Distributions.studentQuantile(0.5 + level / 2, degreesOfFreedom) * velocityError.getAsDouble())
                : OptionalDouble.empty();
    }

    /** The straight line through the areas before the wound is nearly closed. */
    private record Slope(double value, double error, int degreesOfFreedom) {
        static Slope of(double[] x, double[] y) {
            int n = 0;
            while (n < x.length && (n < 2 || y[n] > NEARLY_CLOSED * y[0])) {
                n++;
            }
            double mx = 0;
            double my = 0;
            for (int i = 0; i < n; i++) {
                mx += x[i] / n;
                my += y[i] / n;
            }
            double sxx = 0;
            double sxy = 0;
            for (int i = 0; i < n; i++) {
                sxx += (x[i] - mx) * (x[i] - mx);
                sxy += (x[i] - mx) * (y[i] - my);
            }
            double slope = sxy / sxx;
            double rss = 0;
            for (int i = 0; i < n; i++) {
                double r = y[i] - my - slope * (x[i] - mx);
                rss += r * r;
            }
            return new Slope(slope, n > 2 ? Math.sqrt(rss / (n - 2) / sxx) : 0, n - 2);
        }
    }
}
