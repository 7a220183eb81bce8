package org.kindlin.lab.plan;

import java.util.Optional;

/**
 * A dilution in volumes that can be pipetted: source into diluent.
 *
 * @param source volume of what is diluted
 * @param diluent volume it goes into
 */
public record Mixture(Volume source, Volume diluent) {
    /** Past this relative error of the factor a mixture is not what was asked for. */
    static final double TOLERANCE = 0.01;

    private static final double EXACT = 1e-9;
    private static final double FAIR = 1e-3;
    private static final int MOST_TRIALS = 20_000;

    public Volume total() {
        return source.plus(diluent);
    }

    /** Total over source. */
    public double factor() {
        return (double) total().picolitres() / source.picolitres();
    }

    /**
     * The smallest mixture that makes at least this much and fits the vessel.
     *
     * <p>Volumes that give the factor exactly go first, then within 0.1 %, then the nearest within 1 %.
     *
     * @param factor total over source, at least 1
     * @return empty where no volumes the handler can set come within 1 %
     */
    static Optional<Mixture> find(double factor, Volume atLeast, Volume capacity, LiquidHandler handler) {
        return find(factor, atLeast, capacity, handler, handler.comfortable())
                .or(() -> find(factor, atLeast, capacity, handler, handler.least()));
    }

    private static Optional<Mixture> find(
            double factor, Volume atLeast, Volume capacity, LiquidHandler handler, Volume floor) {
        Volume first = floor.larger(atLeast.scaled(1 / factor));
        Volume source = first.roundedUp(handler.stepAt(first));
        Volume most = new Volume((long) Math.floor(capacity.picolitres() / factor * (1 + EXACT)));
        Optional<Mixture> best = Optional.empty();
        for (int i = 0; i < MOST_TRIALS && source.compareTo(most) <= 0; i++) {
            Optional<Mixture> tried = tryOne(source, factor, atLeast, capacity, handler);
            if (tried.isPresent() && tried.get().error(factor) <= EXACT) {
                return tried;
            }
            double least = best.map(found -> found.error(factor)).orElse(TOLERANCE);
            if (tried.isPresent() && least > FAIR && tried.get().error(factor) < least) {
                best = tried;
            }
            boolean fairAndLarger = least <= FAIR && source.picolitres() > 2 * first.picolitres();
            if (fairAndLarger) {
                return best;
            }
            source = source.plus(handler.stepAt(source.plus(new Volume(1))));
        }
        return best;
    }

    private static Optional<Mixture> tryOne(
            Volume source, double factor, Volume atLeast, Volume capacity, LiquidHandler handler) {
        Volume wished = source.scaled(factor - 1);
        if (wished.picolitres() <= source.picolitres() * EXACT) {
            return Optional.of(new Mixture(source, Volume.NONE));
        }
        Volume diluent = handler.settable(wished);
        Mixture mixture = new Mixture(source, diluent);
        boolean fits = handler.objection(source).isEmpty()
                && handler.objection(diluent).isEmpty()
                && mixture.total().compareTo(atLeast) >= 0
                && mixture.total().compareTo(capacity) <= 0;
        return fits ? Optional.of(mixture) : Optional.empty();
    }

    /** The smallest whole multiple of this mixture that makes at least this much, fits, and can be set. */
    Optional<Mixture> multiple(Volume atLeast, Volume capacity, LiquidHandler handler) {
        long times = Math.max(1, Math.ceilDiv(atLeast.picolitres(), total().picolitres()));
        for (; total().times(times).compareTo(capacity) <= 0; times++) {
            Mixture larger = new Mixture(source.times(times), diluent.times(times));
            boolean settable = handler.objection(larger.source()).isEmpty()
                    && (diluent.isNone() || handler.objection(larger.diluent()).isEmpty());
            if (settable) {
                return Optional.of(larger);
            }
        }
        return Optional.empty();
    }

    double error(double factor) {
        return Math.abs(factor() / factor - 1);
    }
}
