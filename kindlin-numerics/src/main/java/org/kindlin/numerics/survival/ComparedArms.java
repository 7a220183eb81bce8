package org.kindlin.numerics.survival;

import java.util.stream.IntStream;

/**
 * Subjects in arms, and perhaps in strata.
 *
 * @param arm of each subject, from 0
 * @param arms how many there are
 * @param stratum of each subject, from 0; of length zero where there is one stratum
 */
public record ComparedArms(SurvivalSample sample, int[] arm, int arms, int[] stratum) {
    public ComparedArms {
        if (arm.length != sample.size() || (stratum.length != 0 && stratum.length != arm.length)) {
            throw new IllegalArgumentException("arrays of different lengths");
        }
    }

    /** One stratum. */
    public static ComparedArms of(SurvivalSample sample, int[] arm, int arms) {
        return new ComparedArms(sample, arm, arms, new int[0]);
    }

    public int strata() {
        return stratum.length == 0 ? 1 : IntStream.of(stratum).max().orElse(0) + 1;
    }

    int stratumOf(int subject) {
        return stratum.length == 0 ? 0 : stratum[subject];
    }

    /** The subjects of one arm. */
    public SurvivalSample of(int which) {
        return sample.at(
                IntStream.range(0, arm.length).filter(i -> arm[i] == which).toArray());
    }

    /** Two arms alone, the first as 0, the second as 1. */
    public ComparedArms pair(int first, int second) {
        int[] who = IntStream.range(0, arm.length)
                .filter(i -> arm[i] == first || arm[i] == second)
                .toArray();
        int[] two = IntStream.of(who).map(i -> arm[i] == first ? 0 : 1).toArray();
        int[] layers = stratum.length == 0
                ? stratum
                : IntStream.of(who).map(i -> stratum[i]).toArray();
        return new ComparedArms(sample.at(who), two, 2, layers);
    }
}
