package org.kindlin.lab.growth;

import java.util.List;

/**
 * The truth of a growth study: exponential growth with a rate of each arm, start and rate of every animal drawn about it.
 *
 * @param animals in each arm
 * @param days of measuring
 * @param startVolume median at the first day, mm3
 * @param startLogSd between animals, ln
 * @param rateSd between animals of an arm, 1/day
 * @param readingLogSd of one reading, ln
 * @param operatorEffect how much larger the second operator reads, ln
 * @param sizeLimit volume whose reading is an animal's last, mm3
 * @param detection smallest tumour found, mm3
 * @param weight body weight without tumour, g
 */
public record TrueGrowth(
        List<Arm> arms,
        int animals,
        List<Double> days,
        double startVolume,
        double startLogSd,
        double rateSd,
        double readingLogSd,
        double operatorEffect,
        double sizeLimit,
        double detection,
        double weight) {

    public TrueGrowth {
        arms = List.copyOf(arms);
        days = List.copyOf(days);
    }

    /**
     * One arm.
     *
     * @param rate of log volume, 1/day
     * @param toxicity hazard of death by treatment, 1/day
     */
    public record Arm(String name, double rate, double toxicity) {}

    /** The same truth with other numbers of animals. */
    public TrueGrowth with(int n) {
        return new TrueGrowth(
                arms,
                n,
                days,
                startVolume,
                startLogSd,
                rateSd,
                readingLogSd,
                operatorEffect,
                sizeLimit,
                detection,
                weight);
    }

    /** The same truth where no animal is removed for size. */
    public TrueGrowth withoutLimit() {
        return new TrueGrowth(
                arms,
                animals,
                days,
                startVolume,
                startLogSd,
                rateSd,
                readingLogSd,
                operatorEffect,
                Double.MAX_VALUE,
                detection,
                weight);
    }

    /** Arithmetic mean volume of an arm's animals on a day, had none been removed: log-normal. */
    public double meanVolume(Arm arm, double day) {
        double time = day - days.getFirst();
        double variance = startLogSd * startLogSd + rateSd * rateSd * time * time;
        return startVolume * StrictMath.exp(arm.rate() * time + variance / 2);
    }

    /** Inhibition 100 (1 - ΔT/ΔC) of those means, with the first arm as control. */
    public double inhibition(Arm arm, double day) {
        double start = meanVolume(arm, days.getFirst());
        double gain = meanVolume(arm, day) - start;
        double control = meanVolume(arms.getFirst(), day) - start;
        return 100 * (1 - gain / control);
    }
}
