package org.kindlin.mechanism.inference;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kindlin.numerics.random.RandomStream;

/**
 * Searches on from an optimum by displacing it and searching again, from the better of both (D. J. Wales, J. P. K. Doye, J. Phys.
 * Chem. A 101:5111, 1997, at temperature zero). Each round displaces the best by several normal steps, a part of which are
 * short, a part long, as fractions of the box; it ends after rounds without gain.
 *
 * @param hops searches in a round
 * @param patience rounds without gain after which it ends
 * @param most rounds at all
 */
record BasinHopping(int hops, int patience, int most) {
    private static final double[] LENGTHS = {0.01, 0.03, 0.1}; // of the width of the box, each component
    private static final double WIDEST = 1e3; // in place of a box without an end
    private static final double GAIN = 1e-6;

    /**
     * The best that is reached.
     *
     * @param search the optimum from a point; called from several threads
     */
    Optimum from(Optimum start, Box box, RandomStream stream, Function<double[], Optimum> search) {
        Optimum best = start;
        int idle = 0;
        for (int round = 0; round < most && idle < patience; round++) {
            RandomStream draws = stream.child(round);
            Optimum from = best;
            List<Optimum> reached = IntStream.range(0, hops)
                    .parallel()
                    .mapToObj(i -> search.apply(displaced(from, box, draws.child(i), LENGTHS[i % LENGTHS.length])))
                    .toList();
            Optimum lowest = reached.stream()
                    .min(Comparator.comparingDouble(Optimum::value))
                    .orElse(best);
            idle = lowest.value() < best.value() - GAIN * (1 + Math.abs(best.value())) ? 0 : idle + 1;
            best = lowest.value() < best.value() ? lowest : best;
        }
        return best;
    }

    private static double[] displaced(Optimum from, Box box, RandomStream stream, double length) {
        double[] point = from.point().clone();
        for (int i = 0; i < point.length; i++) {
            double width = Math.min(box.upper()[i] - box.lower()[i], WIDEST);
            point[i] = box.clamp(i, point[i] + stream.nextGaussian(0, length * width));
        }
        return point;
    }
}
