package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.motion.PersistentWalkFit;
import org.kindlin.numerics.statistics.Distributions;
import org.kindlin.numerics.statistics.RandomEffects;

/**
 * Speed, persistence time and diffusion coefficient of a group: of all its tracks together, or, with three replicates and
 * more, the mean of the replicates on the logarithmic scale with their variation.
 */
final class WalkEstimates {
    /** A logarithm so badly known says nothing: the interval would span a factor of fifty. */
    private static final double UNKNOWN = 1;

    private static final int LEAST_DEGREES = 3;
    private static final int PERSISTENCE = 1;

    private final TracksData data;
    private final double level;
    private final PersistentWalkFit fit;
    private final List<PersistentWalkFit> replicates;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    /** Estimates with the warnings that explain them. */
    record Told(List<Estimate> estimates, List<Warning> warnings) {}

    private WalkEstimates(TracksData data, double level, PersistentWalkFit fit, List<PersistentWalkFit> replicates) {
        this.data = data;
        this.level = level;
        this.fit = fit;
        this.replicates = replicates;
    }

    static Told of(TracksData data, double level, PersistentWalkFit fit, List<PersistentWalkFit> replicates) {
        WalkEstimates told = new WalkEstimates(data, level, fit, replicates);
        told.tell();
        return new Told(told.estimates, told.warnings);
    }

    /** Nothing moves, or too few positions. */
    static Told none(TracksData data, double level) {
        String unit = data.lengthUnit();
        String method = "persistent random walk";
        return new Told(
                List.of(
                        Estimate.notEstimable("speed", data.speedUnit(), level, method),
                        Estimate.notEstimable("persistenceTime", data.timeUnit(), level, method),
                        Estimate.notEstimable("diffusion", unit + "^2/" + data.timeUnit(), level, method)),
                List.of(new Warning(
                        "no-walk",
                        "No track has three positions and moves: there is no speed, persistenceTime or diffusion.")));
    }

    private void tell() {
        boolean known = !fit.atLimit()[PERSISTENCE]
                && fit.logPersistenceError() < UNKNOWN
                && fit.logSpeedError() < UNKNOWN
                && fit.settled();
        String length = data.lengthUnit();
        if (known) {
            add("speed", data.speedUnit(), f -> f.walk().speed(), PersistentWalkFit::logSpeedError);
            add(
                    "persistenceTime",
                    data.timeUnit(),
                    f -> f.walk().persistence(),
                    PersistentWalkFit::logPersistenceError);
        } else {
            estimates.add(Estimate.notEstimable("speed", data.speedUnit(), level, method(false)));
            estimates.add(Estimate.notEstimable("persistenceTime", data.timeUnit(), level, method(false)));
            warnings.add(new Warning(
                    "persistence-not-determined",
                    "The persistence time cannot be told from these tracks, and speed hangs together with it: "
                            + reason() + "."));
        }
        double diffusionError = fit.logDiffusionError();
        if (fit.settled() && diffusionError > 0 && diffusionError < UNKNOWN && !atUpperPersistence()) {
            add(
                    "diffusion",
                    length + "^2/" + data.timeUnit(),
                    f -> f.walk().diffusion(),
                    PersistentWalkFit::logDiffusionError);
        } else {
            estimates.add(Estimate.notEstimable("diffusion", length + "^2/" + data.timeUnit(), level, method(false)));
            warnings.add(new Warning(
                    "diffusion-not-determined",
                    "No track is long enough beyond the persistence time: there is no diffusion coefficient."));
        }
        estimates.add(
                Estimate.descriptive("localisationError", fit.walk().localisation(), length, "persistent random walk"));
    }

    private boolean atUpperPersistence() {
        return fit.atLimit()[PERSISTENCE] && fit.walk().persistence() > longest();
    }

    private double longest() {
        return data.tracks().stream()
                .mapToDouble(track -> track.trajectory().duration())
                .max()
                .orElse(0);
    }

    private String reason() {
        if (!fit.settled()) {
            return "the fit did not settle";
        }
        if (atUpperPersistence()) {
            return "the tracks hardly turn";
        }
        return fit.atLimit()[PERSISTENCE]
                ? "cells turn between one frame and the next, so only their diffusion is seen"
                : "the tracks are too short or too few";
    }

    private String method(boolean overReplicates) {
        return overReplicates
                ? "persistent random walk in each replicate, mean over replicates"
                : "persistent random walk, maximum likelihood; interval by cells";
    }

    private void add(
            String name,
            String unit,
            ToDoubleFunction<PersistentWalkFit> value,
            ToDoubleFunction<PersistentWalkFit> logError) {
        Optional<RandomEffects> over = overReplicates(value, logError);
        double centre = over.map(RandomEffects::mean).orElseGet(() -> StrictMath.log(value.applyAsDouble(fit)));
        double error = over.map(RandomEffects::standardError).orElseGet(() -> logError.applyAsDouble(fit));
        double half = over.map(effects -> effects.halfWidth(level))
                .orElseGet(() -> Distributions.studentQuantile(0.5 + level / 2, degreesOfFreedom()) * error);
        double estimate = StrictMath.exp(centre);
        estimates.add(Estimate.of(
                name,
                estimate,
                unit,
                StrictMath.exp(centre - half),
                StrictMath.exp(centre + half),
                level,
                estimate * error,
                method(over.isPresent())));
    }

    private int degreesOfFreedom() {
        return Math.max(LEAST_DEGREES, fit.tracks() > 1 ? fit.tracks() - 1 : fit.steps() - LEAST_DEGREES);
    }

    private Optional<RandomEffects> overReplicates(
            ToDoubleFunction<PersistentWalkFit> value, ToDoubleFunction<PersistentWalkFit> logError) {
        boolean usable = replicates.size() >= RandomEffects.LEAST_GROUPS
                && replicates.stream().allMatch(f -> f.settled() && logError.applyAsDouble(f) > 0);
        return usable
                ? Optional.of(RandomEffects.of(
                        replicates.stream()
                                .mapToDouble(f -> StrictMath.log(value.applyAsDouble(f)))
                                .toArray(),
                        replicates.stream().mapToDouble(logError).toArray()))
                : Optional.empty();
    }
}
