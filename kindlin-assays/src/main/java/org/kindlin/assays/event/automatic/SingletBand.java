package org.kindlin.assays.event.automatic;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;
import org.kindlin.numerics.statistics.OrderStatistics;
import org.kindlin.numerics.statistics.RobustLine;

/**
 * Where single cells lie in area and height of a scatter channel: {@code H = a + b A} by a robust line whose scatter is
 * proportional to A, fitted as {@code H/A = b + a/A}, within four robust standard deviations.
 *
 * @param channels area and height
 * @param line {@code H/A} over {@code 1/A}
 * @param largest greatest area
 * @param half half the median area
 * @param belowShare share of the events with at least half the median area that lie below the band
 */
record SingletBand(Scatter.AreaAndHeight channels, RobustLine line, double largest, double half, double belowShare) {
    private static final double WIDTH = 4;
    private static final int LEAST_EVENTS = 200;
    private static final double LEAST_SCALE = 1e-3;

    /** The band of the events inside; empty without such channels, or with fewer than 200 events. */
    static Optional<SingletBand> of(GateDraft events) {
        return Scatter.AreaAndHeight.of(events).flatMap(channels -> of(events, channels));
    }

    private static Optional<SingletBand> of(GateDraft events, Scatter.AreaAndHeight channels) {
        int[] inside = events.events();
        double[] area = events.values(channels.area(), inside);
        double[] height = events.values(channels.height(), inside);
        double least = 1e-3 * events.top(channels.area());
        int[] used = IntStream.range(0, area.length)
                .filter(i -> area[i] > least && Double.isFinite(area[i]) && Double.isFinite(height[i]))
                .toArray();
        if (used.length < LEAST_EVENTS) {
            return Optional.empty();
        }
        double[] sizes = Arrays.stream(used).mapToDouble(i -> area[i]).toArray();
        double largest = Arrays.stream(sizes).max().orElseThrow();
        double half = OrderStatistics.select(sizes, 0, sizes.length, sizes.length / 2) / 2;
        int[] cells = Arrays.stream(used).filter(i -> area[i] >= half).toArray();
        RobustLine line = RobustLine.fit(
                Arrays.stream(cells).mapToDouble(i -> 1 / area[i]).toArray(),
                Arrays.stream(cells).mapToDouble(i -> height[i] / area[i]).toArray());
        double width = width(line);
        long below = Arrays.stream(cells)
                .filter(i -> height[i] / area[i] < line.at(1 / area[i]) - width)
                .count();
        return Optional.of(new SingletBand(channels, line, largest, half, (double) below / cells.length));
    }

    /** Events that are not below the band: single cells, and whatever is smaller than half the median area. */
    int[] notBelow(GateDraft events) {
        int[] inside = events.events();
        double[] area = events.values(channels.area(), inside);
        double[] height = events.values(channels.height(), inside);
        return IntStream.range(0, inside.length)
                .filter(i -> !(area[i] >= half && height[i] / area[i] < line.at(1 / area[i]) - width()))
                .map(i -> inside[i])
                .toArray();
    }

    /** Half the width of the band, as a share of the area. */
    double width() {
        return width(line);
    }

    private static double width(RobustLine line) {
        return WIDTH * Math.max(line.scale(), LEAST_SCALE * line.intercept());
    }
}
