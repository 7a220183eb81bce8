package org.kindlin.benchmarks.images;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.numerics.motion.PersistentWalk;
import org.kindlin.numerics.motion.PersistentWalkFit;
import org.kindlin.numerics.motion.Trajectory;
import org.kindlin.numerics.motion.WalkRegression;
import org.kindlin.numerics.motion.WalkSimulation;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Bias of persistence time, speed and diffusion coefficient of simulated walks, and how often their 95 % intervals hold the
 * truth. The bias of an experiment is that of the logarithm, in percent: ratios are what is compared. Run: {@code java -cp "$CP"
 * org.kindlin.benchmarks.images.TracksCalibration [experiments of each class] [seed] [classes as a regular expression]}.
 */
public final class TracksCalibration {
    private static final double INTERVAL = 5;
    private static final double LEVEL = 0.95;

    /**
     * An experiment.
     *
     * @param persistence in minutes, frames being five apart
     * @param localisation micrometres, where cells move 3 in five minutes
     * @param spread of the logarithm of speeds between cells
     * @param faster factor of the speed of every second cell
     * @param lost part of the positions that is missing
     */
    private record Kind(
            String name,
            int cells,
            int steps,
            double persistence,
            double localisation,
            double spread,
            double faster,
            double lost) {}

    private static final List<Kind> KINDS = List.of(
            new Kind("plain", 60, 60, 15, 0.6, 0.25, 1, 0),
            new Kind("exact places", 60, 60, 15, 0.02, 0.25, 1, 0),
            new Kind("blurred places", 60, 60, 15, 1.5, 0.25, 1, 0),
            new Kind("short tracks", 100, 15, 15, 0.6, 0.25, 1, 0),
            new Kind("few cells", 20, 60, 15, 0.6, 0.25, 1, 0),
            new Kind("gaps", 60, 60, 15, 0.6, 0.25, 1, 0.2),
            new Kind("two populations", 60, 60, 15, 0.6, 0.25, 2.5, 0),
            new Kind("slow turning", 60, 60, 60, 0.6, 0.25, 1, 0));

    private TracksCalibration() {}

    public static void main(String[] args) {
        int experiments = args.length > 0 ? Integer.parseInt(args[0]) : 500;
        long seed = args.length > 1 ? Long.parseLong(args[1]) : 1;
        String chosen = args.length > 2 ? args[2] : ".*";
        System.out.println("class              n    persistence: bias %  +-   sd   held %   speed: bias %  +-   held %"
                + "   diffusion: bias %  +-   held %");
        for (Kind kind : KINDS) {
            if (kind.name().matches(chosen)) {
                row(kind, experiments, RandomStream.ofSeed(seed).child(kind.name()));
            }
        }
    }

    private static void row(Kind kind, int experiments, RandomStream random) {
        Tally persistence = new Tally();
        Tally speed = new Tally();
        Tally diffusion = new Tally();
        double rms = 0.6 * Math.sqrt((1 + kind.faster() * kind.faster()) / 2);
        PersistentWalk truth = new PersistentWalk(rms, kind.persistence(), kind.localisation(), 2);
        for (int i = 0; i < experiments; i++) {
            PersistentWalkFit fit = WalkRegression.fit(WalkRegression.usable(tracks(kind, random.child(i))));
            int degrees = fit.tracks() - 1;
            persistence.add(fit.walk().persistence() / truth.persistence(), fit.logPersistenceError(), degrees);
            speed.add(fit.walk().speed() / truth.speed(), fit.logSpeedError(), degrees);
            diffusion.add(fit.walk().diffusion() / truth.diffusion(), fit.logDiffusionError(), degrees);
        }
        System.out.printf(
                Locale.ROOT,
                "%-16s %4d  %18.2f %5.2f %5.1f %5.1f  %14.2f %5.2f %5.1f  %18.2f %5.2f %5.1f%n",
                kind.name(),
                experiments,
                persistence.bias(),
                persistence.error(),
                persistence.deviation(),
                persistence.held(),
                speed.bias(),
                speed.error(),
                speed.held(),
                diffusion.bias(),
                diffusion.error(),
                diffusion.held());
    }

    private static List<Trajectory> tracks(Kind kind, RandomStream random) {
        List<Trajectory> tracks = new ArrayList<>();
        for (int cell = 0; cell < kind.cells(); cell++) {
            RandomStream own = random.child(cell);
            // a log-normal factor whose mean square is one
            double factor = own.nextLogNormal(StrictMath.exp(-kind.spread() * kind.spread()), kind.spread());
            double speed = 0.6 * factor * (cell % 2 == 0 ? 1 : kind.faster());
            PersistentWalk walk = new PersistentWalk(speed, kind.persistence(), kind.localisation(), 2);
            tracks.add(thinned(WalkSimulation.of(walk, kind.steps(), INTERVAL, own), kind.lost(), own));
        }
        return tracks;
    }

    private static Trajectory thinned(Trajectory track, double lost, RandomStream random) {
        List<Integer> kept = new ArrayList<>();
        for (int k = 0; k < track.size(); k++) {
            if (lost == 0 || random.nextDouble() >= lost) {
                kept.add(k);
            }
        }
        return new Trajectory(
                kept.stream().mapToDouble(k -> track.time()[k]).toArray(),
                kept.stream().map(k -> track.position()[k]).toArray(double[][]::new));
    }

    /** Logarithms of estimates over truths. */
    private static final class Tally {
        private final Errors errors = new Errors();
        private int held;

        void add(double ratio, double logError, int degrees) {
            double log = StrictMath.log(ratio);
            errors.add(100 * log);
            held += Math.abs(log) <= Distributions.studentQuantile(0.5 + LEVEL / 2, degrees) * logError ? 1 : 0;
        }

        double bias() {
            return errors.bias();
        }

        double error() {
            return errors.error();
        }

        double deviation() {
            return errors.deviation();
        }

        double held() {
            return 100.0 * held / errors.count();
        }
    }
}
