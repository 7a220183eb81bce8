package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;

/** Which doses of two agents meet in a well; each dose also stands alone, or no excess could be told. */
public enum Pairing {
    /** Every dose of one with every dose of the other. */
    CHECKERBOARD,
    /** Equal steps of both series: one constant ratio, from the highest pair down. */
    RAY;

    /** A pair of steps of the two series, from 0; -1 where the agent is absent. Not both are. */
    public record Pair(int first, int second) {}

    /** The pairs of two series of so many doses, the first agent's steps together. */
    public List<Pair> pairs(int doses) {
        List<Pair> pairs = new ArrayList<>();
        for (int first = -1; first < doses; first++) {
            for (int second = -1; second < doses; second++) {
                boolean alone = first < 0 || second < 0;
                boolean meets = this == CHECKERBOARD || alone || first == second;
                if (meets && first + second > -2) {
                    pairs.add(new Pair(first, second));
                }
            }
        }
        return pairs;
    }

    /** How many pairs hold one dose of an agent. */
    public int pairsOfDose(int doses) {
        return this == CHECKERBOARD ? doses + 1 : 2;
    }
}
