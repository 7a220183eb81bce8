package org.kindlin.lab.plan.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import org.kindlin.assays.growth.GrowthTests;
import org.kindlin.lab.growth.SimulatedStudy;
import org.kindlin.lab.growth.TrueGrowth;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

/**
 * What studies of several sizes will show, by simulation of the assumed truth, removal at the size limit included, and the very
 * analysis that will be used.
 *
 * @param test what is to be shown
 * @param simulations studies of each size
 */
public record PowerCurve(Test test, int simulations, double wanted, List<Point> points) {
    private static final double LEVEL = 0.05;
    private static final double CONFIDENCE = 0.95;

    public PowerCurve {
        points = List.copyOf(points);
    }

    /** Whether animals have a stated cost. */
    public boolean isCosted() {
        return points.stream().anyMatch(point -> point.cost() > 0);
    }

    /** What a study is to show. */
    public enum Test {
        /** The last arm grows otherwise than the control, two-sided 5 %. */
        DIFFERENCE,
        /** The fourth arm departs from Bliss independence, two-sided 5 %. */
        BLISS,
        /** The fourth arm grows more slowly than both single agents, one-sided 2.5 %. */
        HSA
    }

    /**
     * One size of study.
     *
     * @param animals in each arm
     * @param power share of studies that show it, with Wilson's interval of 95 %
     * @param removed mean number of animals that leave for their tumour's size in each study
     * @param cost of all animals; zero where not stated
     */
    public record Point(int animals, double power, double low, double high, double removed, double cost) {}

    /** The curve over sizes. */
    static PowerCurve of(
            TrueGrowth truth,
            GrowthTests tests,
            Test test,
            List<Integer> sizes,
            int simulations,
            double wanted,
            double costPerAnimal,
            RandomStream random,
            IntConsumer progress) {
        List<Point> points = new ArrayList<>();
        for (int size : sizes) {
            progress.accept(size);
            points.add(point(truth.with(size), tests, test, simulations, costPerAnimal, random.child(size)));
        }
        return new PowerCurve(test, simulations, wanted, points);
    }

    private static Point point(
            TrueGrowth truth, GrowthTests tests, Test test, int simulations, double cost, RandomStream random) {
        List<String> arms = truth.arms().stream().map(TrueGrowth.Arm::name).toList();
        int shown = 0;
        long removed = 0;
        for (int i = 0; i < simulations; i++) {
            SimulatedStudy study = SimulatedStudy.draw(truth, random.child(i));
            removed += study.animals().stream()
                    .filter(animal -> animal.departure().isPresent())
                    .count();
            Optional<GrowthTests.Outcome> outcome = tests.test(study.data(arms));
            shown += outcome.filter(found -> shows(found, test)).isPresent() ? 1 : 0;
        }
        double z = Distributions.normalQuantile((1 + CONFIDENCE) / 2);
        double p = (double) shown / simulations;
        double centre = (p + z * z / (2 * simulations)) / (1 + z * z / simulations);
        double half = z
                / (1 + z * z / simulations)
                * Math.sqrt(p * (1 - p) / simulations + z * z / (4.0 * simulations * simulations));
        return new Point(
                truth.animals(),
                p,
                Math.max(0, centre - half),
                Math.min(1, centre + half),
                (double) removed / simulations,
                cost * truth.animals() * arms.size());
    }

    private static boolean shows(GrowthTests.Outcome outcome, Test test) {
        return switch (test) {
            case DIFFERENCE -> outcome.differences().getLast().p() < LEVEL;
            case BLISS -> outcome.bliss().filter(bliss -> bliss.p() < LEVEL).isPresent();
            case HSA -> outcome.hsa() < LEVEL / 2;
        };
    }

    /** The smallest size simulated whose power reaches what is wanted; empty where none does. */
    public OptionalInt smallest() {
        return points.stream()
                .filter(point -> point.power() >= wanted)
                .mapToInt(Point::animals)
                .min();
    }
}
