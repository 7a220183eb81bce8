package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.MeasuredLane;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Which band of a lane is the target's: the one nearest to where the layout expects it by weight or row; where it says
 * nothing, the row of bands that holds most of the picture's signal.
 */
final class TargetBands {
    private static final double NEAR_PART = 0.06; // of the picture's height

    private TargetBands() {}

    static List<TargetBand> of(MeasuredBlot blot, List<LaneUse> uses) {
        List<TargetBand> found = new ArrayList<>();
        double main = mainRow(blot, uses);
        for (LaneUse use : uses) {
            boolean isMeasured = use.role() != LaneRole.LADDER && use.role() != LaneRole.EMPTY;
            if (isMeasured
                    && use.isOf(blot.picture().name())
                    && use.lane() <= blot.gel().lanes().size()) {
                found.add(find(blot, use, main));
            }
        }
        return found;
    }

    private static TargetBand find(MeasuredBlot blot, LaneUse use, double main) {
        MeasuredLane lane = blot.gel().lanes().get(use.lane() - 1);
        OptionalDouble byWeight = use.weight().isPresent() && blot.weights().isPresent()
                ? blot.weights().get().rowOf(use.weight().getAsDouble())
                : OptionalDouble.empty();
        double expected = byWeight.orElse(use.row().orElse(main));
        double near = NEAR_PART * blot.picture().plane().height();
        Optional<Band> band = lane.bands().stream()
                .filter(one -> Math.abs(one.position() - expected) <= near)
                .max(Comparator.comparingDouble(
                        one -> one.volume() * (1 - Math.abs(one.position() - expected) / (2 * near))));
        double limit = 3.3 * lane.profile().noise() * Math.sqrt(typicalRows(blot));
        return new TargetBand(use, blot, target(blot, use), membrane(blot, use), band, limit);
    }

    private static double typicalRows(MeasuredBlot blot) {
        double[] rows = blot.gel().lanes().stream()
                .flatMap(lane -> lane.bands().stream())
                .mapToDouble(band -> band.end() - band.start() + 1.0)
                .toArray();
        return rows.length == 0 ? 10 : Descriptive.median(rows);
    }

    private static String target(MeasuredBlot blot, LaneUse use) {
        String tagged = blot.picture().tags().getOrDefault("target", "");
        return !use.target().isEmpty()
                ? use.target()
                : !tagged.isEmpty() ? tagged : stem(blot.picture().name());
    }

    private static String membrane(MeasuredBlot blot, LaneUse use) {
        String tagged =
                blot.picture().tags().getOrDefault("blot", blot.picture().tags().getOrDefault("replicate", ""));
        return !use.blot().isEmpty() ? use.blot() : tagged.isEmpty() ? "1" : tagged;
    }

    private static String stem(String name) {
        int dot = name.lastIndexOf('.');
        return dot > 0 && !name.toLowerCase(Locale.ROOT).contains(" page ") ? name.substring(0, dot) : name;
    }

    /** The row around which the bands of the sample lanes hold most signal. */
    private static double mainRow(MeasuredBlot blot, List<LaneUse> uses) {
        List<Band> bands = new ArrayList<>();
        for (MeasuredLane lane : blot.gel().lanes()) {
            boolean isLadder = uses.stream()
                    .anyMatch(use -> use.lane() == lane.lane().number()
                            && use.isOf(blot.picture().name())
                            && (use.role() == LaneRole.LADDER || use.role() == LaneRole.EMPTY));
            if (!isLadder) {
                bands.addAll(lane.bands());
            }
        }
        double near = NEAR_PART * blot.picture().plane().height();
        double best = 0;
        double row = blot.picture().plane().height() / 2.0;
        for (Band candidate : bands) {
            double mass = 0;
            double moment = 0;
            for (Band band : bands) {
                if (Math.abs(band.position() - candidate.position()) <= near) {
                    double weight = Math.sqrt(Math.max(0, band.volume()));
                    mass += weight;
                    moment += weight * band.position();
                }
            }
            if (mass > best) {
                best = mass;
                row = moment / mass;
            }
        }
        return row;
    }
}
