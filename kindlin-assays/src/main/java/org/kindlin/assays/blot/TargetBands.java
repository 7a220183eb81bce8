package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.blot.gel.Band;
import org.kindlin.assays.blot.gel.MeasuredLane;

/**
 * Which band of a lane is the target's: the one nearest to where the layout expects it by weight or row; where it says
 * nothing, the row of bands that holds most of the picture's signal.
 */
final class TargetBands {
    private static final double NEAR_PART = 0.06; // of the picture's height

    private TargetBands() {}

    static List<TargetBand> of(MeasuredBlot blot) {
        List<LaneUse> uses = blot.picture().uses();
        List<TargetBand> found = new ArrayList<>();
        double main = mainRow(blot, uses);
        for (LaneUse use : uses) {
            boolean isMeasured = use.role() != LaneRole.LADDER && use.role() != LaneRole.EMPTY;
            if (isMeasured && use.lane() <= blot.gel().lanes().size()) {
                found.add(find(blot, use, main));
            }
        }
        return found;
    }

    private static TargetBand find(MeasuredBlot blot, LaneUse use, double main) {
        String target = target(blot.picture(), use);
        if (blot.gel().isUncertain()) {
            return missing(
                    blot, use, "the numbers of the lanes of " + blot.picture().name() + " are uncertain");
        }
        OptionalDouble expected = expected(blot, use, main);
        if (expected.isEmpty()) {
            return missing(
                    blot,
                    use,
                    "the weight of " + target + ", " + use.weight().orElseThrow() + ", lies beyond the ladder of "
                            + blot.picture().name());
        }
        double row = expected.getAsDouble();
        double near = NEAR_PART * blot.picture().plane().height();
        return blot.gel().lanes().get(use.lane() - 1).bands().stream()
                .filter(one -> Math.abs(one.position() - row) <= near)
                .max(Comparator.comparingDouble(
                        one -> one.volume() * (1 - Math.abs(one.position() - row) / (2 * near))))
                .map(band -> new TargetBand(use, blot, target, membrane(blot, use), Optional.of(band), ""))
                .orElseGet(() -> missing(blot, use, "no band of " + target + " stands out in lane " + use.lane()));
    }

    private static TargetBand missing(MeasuredBlot blot, LaneUse use, String reason) {
        return new TargetBand(use, blot, target(blot.picture(), use), membrane(blot, use), Optional.empty(), reason);
    }

    /** By weight where the picture has a scale of weights, else by row, else where most signal is; empty beyond the ladder. */
    private static OptionalDouble expected(MeasuredBlot blot, LaneUse use, double main) {
        if (use.weight().isPresent() && blot.weights().isPresent()) {
            OptionalDouble byWeight = blot.weights().get().rowOf(use.weight().getAsDouble());
            return byWeight.isPresent() ? byWeight : use.row();
        }
        return OptionalDouble.of(use.row().orElse(main));
    }

    /** The target by the layout, else by the file's tag, else by its name. */
    static String target(BlotData.Picture picture, LaneUse use) {
        String tagged = picture.tags().getOrDefault("target", "");
        return !use.target().isEmpty() ? use.target() : !tagged.isEmpty() ? tagged : stem(picture.name());
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
