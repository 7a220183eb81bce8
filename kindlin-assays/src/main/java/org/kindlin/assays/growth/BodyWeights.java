package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Body weights without the tumour, as percent change from the first.
 *
 * @param points day and percent change, first day included
 * @param greatestLoss in percent, with its day; at least zero
 */
record BodyWeights(Animal animal, List<double[]> points, double greatestLoss, double day) {
    private static final double MG_PER_G = 1000;

    /** The course of an animal; empty where it was weighed fewer than two times. */
    static Optional<BodyWeights> of(Animal animal, double density) {
        List<double[]> net = new ArrayList<>();
        double volume = 0;
        for (Reading reading : animal.readings()) {
            volume = reading.volume().orElse(volume);
            OptionalDouble weight = reading.weight();
            if (weight.isPresent()) {
                net.add(new double[] {reading.day(), weight.getAsDouble() - density * volume / MG_PER_G});
            }
        }
        if (net.size() < 2 || !(net.getFirst()[1] > 0)) {
            return Optional.empty();
        }
        List<double[]> points = new ArrayList<>();
        double worst = 0;
        double day = net.getFirst()[0];
        for (double[] one : net) {
            double change = 100 * (one[1] / net.getFirst()[1] - 1);
            points.add(new double[] {one[0], change});
            if (-change > worst) {
                worst = -change;
                day = one[0];
            }
        }
        return Optional.of(new BodyWeights(animal, points, worst, day));
    }
}
