package org.kindlin.numerics.motion;

/**
 * A persistent random walk: each coordinate of the velocity is an Ornstein-Uhlenbeck process (R. Fürth, Z. Phys. 2:244-256,
 * 1920), and positions are seen with an error.
 *
 * <p>The mean squared displacement in n dimensions is {@code 2 S^2 P (t - P (1 - exp(-t/P))) + 2 n sigma^2}; far beyond P it
 * is that of diffusion with {@code D = S^2 P / n}.
 *
 * @param speed S, root of the mean squared velocity
 * @param persistence P, over which the velocity forgets its direction
 * @param localisation sigma, standard deviation of the error of each coordinate
 * @param dimensions n
 */
public record PersistentWalk(double speed, double persistence, double localisation, int dimensions) {

    public double diffusion() {
        return speed * speed * persistence / dimensions;
    }

    /** The mean squared displacement that is seen over a lag above zero. */
    public double meanSquaredDisplacement(double lag) {
        double u = lag / persistence;
        // u - (1 - exp(-u)) without cancellation
        double bend = u < 1e-3 ? u * u * (0.5 - u / 6) : u + StrictMath.expm1(-u);
        return 2 * speed * speed * persistence * persistence * bend + 2 * dimensions * localisation * localisation;
    }
}
