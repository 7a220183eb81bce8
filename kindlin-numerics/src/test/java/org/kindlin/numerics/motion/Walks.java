package org.kindlin.numerics.motion;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.numerics.random.RandomStream;

/** Walks of cells whose speeds differ. */
final class Walks {
    private Walks() {}

    static List<Trajectory> many(
            PersistentWalk walk, double spread, int tracks, int steps, double dt, RandomStream random) {
        List<Trajectory> all = new ArrayList<>();
        for (int i = 0; i < tracks; i++) {
            RandomStream own = random.child(i);
            double speed = walk.speed() * Math.exp(spread * own.nextGaussian());
            PersistentWalk cell = new PersistentWalk(speed, walk.persistence(), walk.localisation(), walk.dimensions());
            all.add(WalkSimulation.of(cell, steps, dt, own));
        }
        return all;
    }
}
