package org.kindlin.numerics.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.random.RandomStream;

class PersistentWalkTest {

    /**
     * The filter against the density of all displacements from the first position at once: a multivariate normal whose
     * covariance follows from the mean squared displacement M, cov(x_i - x_0, x_j - x_0) = (M_i + M_j - M_|i-j|)/2.
     */
    @Test
    void likelihoodIsThatOfTheMultivariateNormal() {
        PersistentWalk walk = new PersistentWalk(3, 1.7, 0.4, 2);
        Trajectory track = WalkSimulation.of(new PersistentWalk(2, 1, 0.3, 2), 9, 0.8, RandomStream.ofSeed(1));
        double[] time = {0, 0.8, 1.6, 1.9, 4, 4.1, 5, 7.5, 8, 11};
        Trajectory uneven = new Trajectory(time, track.position());
        assertThat(WalkLikelihood.of(uneven, walk.speed(), walk.persistence(), walk.localisation()))
                .isCloseTo(multivariateNormal(uneven, walk), within(1e-9));
    }

    private static double multivariateNormal(Trajectory track, PersistentWalk walk) {
        int n = track.size() - 1;
        PersistentWalk exact = new PersistentWalk(walk.speed(), walk.persistence(), 0, walk.dimensions());
        double error = walk.localisation() * walk.localisation();
        double[][] l = new double[n][n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            for (int j = 0; j <= i; j++) {
                double ti = track.time()[i + 1];
                double tj = track.time()[j + 1];
                double own = (msd(exact, ti) + msd(exact, tj) - msd(exact, Math.abs(ti - tj))) / 2;
                double value = own / walk.dimensions() + error + (i == j ? error : 0);
                for (int k = 0; k < j; k++) {
                    value -= l[i][k] * l[j][k];
                }
                l[i][j] = i == j ? Math.sqrt(value) : value / l[j][j];
            }
        }
        for (int c = 0; c < track.dimensions(); c++) {
            double[] z = new double[n];
            for (int i = 0; i < n; i++) {
                z[i] = track.position()[i + 1][c] - track.position()[0][c];
                for (int k = 0; k < i; k++) {
                    z[i] -= l[i][k] * z[k];
                }
                z[i] /= l[i][i];
                sum += z[i] * z[i] / 2 + Math.log(l[i][i]) + Math.log(2 * Math.PI) / 2;
            }
        }
        return -sum;
    }

    private static double msd(PersistentWalk walk, double lag) {
        return lag == 0 ? 0 : walk.meanSquaredDisplacement(lag);
    }

    @Test
    void meanSquaredDisplacementBeginsStraightAndEndsAsDiffusion() {
        PersistentWalk walk = new PersistentWalk(2, 5, 0, 2);
        assertThat(walk.meanSquaredDisplacement(1e-4)).isCloseTo(4e-8, within(1e-12));
        assertThat(walk.meanSquaredDisplacement(1e6) / (4 * walk.diffusion() * 1e6))
                .isCloseTo(1, within(1e-4));
        assertThat(new PersistentWalk(2, 5, 0.5, 2).meanSquaredDisplacement(1) - walk.meanSquaredDisplacement(1))
                .isCloseTo(4 * 0.25, within(1e-12));
    }

    @Test
    void simulatedDisplacementsFollowTheFormula() {
        PersistentWalk walk = new PersistentWalk(4, 3, 0.6, 2);
        List<Trajectory> tracks = Walks.many(walk, 0, 300, 60, 1, RandomStream.ofSeed(2));
        MeanSquaredDisplacement seen = MeanSquaredDisplacement.of(tracks, 10);
        for (int k = 0; k < 10; k++) {
            double expected = walk.meanSquaredDisplacement(seen.lag()[k]);
            assertThat(seen.mean()[k]).isCloseTo(expected, within(4 * seen.standardError()[k]));
            assertThat(seen.pairs()[k]).isEqualTo(300 * (60 - k));
        }
    }

    @Test
    void gapsLeavePairsOut() {
        Trajectory track = new Trajectory(new double[] {0, 1, 3, 4}, new double[][] {{0, 0}, {1, 0}, {3, 0}, {4, 0}});
        MeanSquaredDisplacement seen = MeanSquaredDisplacement.of(List.of(track), 4);
        assertThat(seen.lag()).containsExactly(1, 2, 3, 4);
        assertThat(seen.mean()).containsExactly(1, 4, 9, 16);
        assertThat(seen.pairs()).containsExactly(2, 1, 2, 1);
    }

    /** Leaving the error of localisation out would bias the persistence by a third here. */
    @Test
    void fitFindsTheTruthWithoutBias() {
        PersistentWalk walk = new PersistentWalk(8, 4, 2, 2);
        List<Trajectory> tracks = Walks.many(walk, 0.3, 200, 50, 1, RandomStream.ofSeed(3));
        PersistentWalkFit fit = WalkRegression.fit(tracks);
        assertThat(fit.settled()).isTrue();
        assertThat(fit.walk().persistence()).isCloseTo(4, within(4 * 3 * fit.logPersistenceError()));
        assertThat(fit.logPersistenceError()).isLessThan(0.06);
        // the root of the mean squared speed over cells
        double speed = 8 * Math.exp(0.3 * 0.3);
        assertThat(Math.log(fit.walk().speed() / speed)).isCloseTo(0, within(3 * fit.logSpeedError()));
        assertThat(Math.log(fit.walk().localisation() / 2)).isCloseTo(0, within(3 * fit.logLocalisationError()));
        assertThat(WalkRegression.speedSpread(tracks, fit.walk())).isCloseTo(0.3, within(0.06));
        assertThat(Math.log(fit.walk().diffusion() / (speed * speed * 4 / 2)))
                .isCloseTo(0, within(3 * fit.logDiffusionError()));
    }

    @Test
    void oneTrackIsFitted() {
        Trajectory track = WalkSimulation.of(new PersistentWalk(5, 3, 0.5, 3), 500, 1, RandomStream.ofSeed(4));
        PersistentWalkFit fit = WalkRegression.fit(List.of(track));
        assertThat(fit.walk().dimensions()).isEqualTo(3);
        assertThat(WalkRegression.speedSpread(List.of(track), fit.walk())).isZero();
        assertThat(Math.log(fit.walk().persistence() / 3)).isCloseTo(0, within(4 * fit.logPersistenceError()));
    }
}
