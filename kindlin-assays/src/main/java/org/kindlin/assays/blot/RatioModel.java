package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.kindlin.numerics.mixed.CrossedData;
import org.kindlin.numerics.mixed.CrossedFit;
import org.kindlin.numerics.mixed.CrossedModel;

/**
 * The mixed model of log ratios: {@code ln ratio = fixed + blot + blot x condition + lane}, blots and their conditions random.
 *
 * <p>A blot's effect is its exposure and development, which all its lanes share: it cancels between lanes of a blot. That of a condition
 * on a blot is told from that of a lane where a blot carries a condition on several lanes. To every lane's variance
 * the picture's own noise is added as known, so that faint bands count less.
 *
 * @param lanes all with a ratio
 * @param condition of each lane, by number
 */
record RatioModel(List<LaneRatio> lanes, int[] condition) {

    /** @param condition anything that is the same for lanes of one condition */
    static <C> RatioModel of(List<LaneRatio> lanes, Function<LaneRatio, C> condition) {
        Map<C, Integer> numbers = new LinkedHashMap<>();
        int[] of = new int[lanes.size()];
        for (int i = 0; i < of.length; i++) {
            of[i] = number(numbers, condition.apply(lanes.get(i)));
        }
        return new RatioModel(List.copyOf(lanes), of);
    }

    private static <C> int number(Map<C, Integer> numbers, C key) {
        int next = numbers.size();
        return Objects.requireNonNullElse(numbers.putIfAbsent(key, next), next);
    }

    /** Number of blots. */
    int blots() {
        return (int) lanes.stream().map(LaneRatio::blot).distinct().count();
    }

    int conditions() {
        return Arrays.stream(condition).max().orElse(-1) + 1;
    }

    List<LaneRatio> lanesOf(int number) {
        return IntStream.range(0, condition.length)
                .filter(i -> condition[i] == number)
                .mapToObj(lanes::get)
                .toList();
    }

    double[] logRatios() {
        return lanes.stream()
                .mapToDouble(lane -> StrictMath.log(lane.ratio().orElseThrow()))
                .toArray();
    }

    /** One fixed effect for every condition. */
    Optional<CrossedFit> byCondition() {
        double[][] fixed = new double[lanes.size()][conditions()];
        for (int i = 0; i < fixed.length; i++) {
            fixed[i][condition[i]] = 1;
        }
        return fit(logRatios(), fixed);
    }

    /** Any fixed effects; the first factor is the blot. */
    Optional<CrossedFit> fit(double[] response, double[][] fixed) {
        double[] known = lanes.stream()
                .mapToDouble(lane -> lane.logError() * lane.logError())
                .toArray();
        return CrossedModel.fit(new CrossedData(response, fixed, known, groups()));
    }

    /** Blots where there are several, and conditions on them where lanes of a blot repeat one. */
    private List<int[]> groups() {
        Map<String, Integer> blots = new LinkedHashMap<>();
        Map<List<Integer>, Integer> cells = new LinkedHashMap<>();
        int[] blot = new int[lanes.size()];
        int[] cell = new int[lanes.size()];
        for (int i = 0; i < blot.length; i++) {
            blot[i] = number(blots, lanes.get(i).blot());
            cell[i] = number(cells, List.of(blot[i], condition[i]));
        }
        List<int[]> groups = new ArrayList<>();
        if (blots.size() > 1) {
            groups.add(blot);
            if (cells.size() < lanes.size()) {
                groups.add(cell);
            }
        }
        return groups;
    }

    /** The predicted effect of every lane's blot; zero with a single one. */
    double[] blotEffects(CrossedFit fit) {
        double[] effects = new double[lanes.size()];
        List<int[]> groups = groups();
        if (!groups.isEmpty()) {
            double[] ofBlot = fit.effects(0);
            for (int i = 0; i < effects.length; i++) {
                effects[i] = ofBlot[groups.getFirst()[i]];
            }
        }
        return effects;
    }

    /** The variance of a lane's log ratio within its blot, the picture's noise aside. */
    double withinBlots(CrossedFit fit) {
        return fit.residualVariance() + (groups().size() > 1 ? fit.variance(1) : 0);
    }
}
