package org.kindlin.assays.blot;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.MeasuredLane;

/**
 * Weight by distance run: the logarithm of the weight, interpolated between the ladder's bands.
 *
 * @param rows of the ladder's bands, from the top
 * @param logWeights natural logarithms of their weights
 */
record WeightScale(double[] rows, double[] logWeights) {

    /** The scale of a ladder's lane; empty where its bands are not as many as its weights. */
    static Optional<WeightScale> of(MeasuredLane lane, List<Double> weights) {
        List<Band> bands = lane.bands();
        if (bands.size() > weights.size()) {
            double faintest = bands.stream()
                    .map(Band::volume)
                    .sorted(java.util.Comparator.reverseOrder())
                    .skip(weights.size() - 1L)
                    .findFirst()
                    .orElseThrow();
            bands = bands.stream().filter(band -> band.volume() >= faintest).toList();
        }
        if (bands.size() != weights.size()) {
            return Optional.empty();
        }
        return Optional.of(new WeightScale(
                bands.stream().mapToDouble(Band::position).toArray(),
                weights.stream().mapToDouble(StrictMath::log).toArray()));
    }

    /** The weight at a row; empty beyond the ladder. */
    OptionalDouble at(double row) {
        for (int i = 0; i + 1 < rows.length; i++) {
            if (row >= rows[i] && row <= rows[i + 1]) {
                double part = (row - rows[i]) / (rows[i + 1] - rows[i]);
                return OptionalDouble.of(StrictMath.exp(logWeights[i] + part * (logWeights[i + 1] - logWeights[i])));
            }
        }
        return OptionalDouble.empty();
    }

    /** The row of a weight; empty beyond the ladder. */
    OptionalDouble rowOf(double weight) {
        double log = StrictMath.log(weight);
        for (int i = 0; i + 1 < rows.length; i++) {
            if (log <= logWeights[i] && log >= logWeights[i + 1]) {
                double part = (log - logWeights[i]) / (logWeights[i + 1] - logWeights[i]);
                return OptionalDouble.of(rows[i] + part * (rows[i + 1] - rows[i]));
            }
        }
        return OptionalDouble.empty();
    }
}
