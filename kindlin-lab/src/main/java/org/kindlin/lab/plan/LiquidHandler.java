package org.kindlin.lab.plan;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What moves liquid from well to well, with the volumes it can move and the steps it can be set in. */
public enum LiquidHandler {
    /** Piston pipettes of 2, 20, 200 and 1000 µL, with the steps of their volume scales. */
    HAND("piston pipettes", range(1, 2, 0.05), range(2, 20, 0.1), range(20, 200, 0.5), range(200, 1000, 2)),
    /** Independent channels of 1000 µL. */
    HAMILTON("Hamilton STAR, 1000 µL channels", range(1, 1000, 0.1)),
    /** P20 and P300 GEN2 single-channel pipettes (Opentrons Python API, "Loading Pipettes"). */
    OPENTRONS_OT2("Opentrons OT-2, P20 and P300 GEN2", range(1, 300, 0.1)),
    /** 50 µL and 1000 µL single-channel pipettes (Opentrons Python API, "Loading Pipettes"). */
    OPENTRONS_FLEX("Opentrons Flex, 50 and 1000 µL", range(1, 1000, 0.1)),
    /** Acoustic: droplets of 2.5 nL from the source plate straight into the assay plate. */
    ECHO("Echo acoustic dispenser", range(0.0025, 10, 0.0025));

    /** Volumes from least to most, in steps. */
    record Range(Volume least, Volume most, Volume step) {}

    private final String title;

    @SuppressWarnings("ImmutableEnumChecker") // an unmodifiable list of records
    private final List<Range> ranges;

    LiquidHandler(String title, Range... ranges) {
        this.title = title;
        this.ranges = List.of(ranges);
    }

    private static Range range(double least, double most, double step) {
        return new Range(Volume.microlitres(least), Volume.microlitres(most), Volume.microlitres(step));
    }

    /** The instrument in words. */
    public String title() {
        return title;
    }

    /** The file name of its pick list, and the word for it in settings. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public Volume least() {
        return ranges.getFirst().least();
    }

    /** The least it is asked for while there is a choice: fingers are surer above 2 µL. */
    Volume comfortable() {
        return this == HAND ? Volume.microlitres(2) : least();
    }

    /** The most it moves in one stroke; more takes several. */
    public Volume most() {
        return ranges.getLast().most();
    }

    public boolean isRobot() {
        return this != HAND;
    }

    /** The step in which a volume of this size can be set. */
    public Volume stepAt(Volume volume) {
        return ranges.stream()
                .filter(range -> volume.compareTo(range.most()) <= 0)
                .findFirst()
                .orElse(ranges.getLast())
                .step();
    }

    /** The volume nearest to this that can be set. */
    public Volume settable(Volume volume) {
        return volume.rounded(stepAt(volume));
    }

    /** Why a volume cannot be moved, with what could be; empty where it can. */
    public Optional<String> objection(Volume volume) {
        if (volume.compareTo(least()) < 0) {
            return Optional.of(volume + " is less than the " + least() + " that " + title + " move reliably");
        }
        Volume stroke = stroke(volume);
        Volume step = stepAt(stroke);
        return stroke.isMultipleOf(step)
                ? Optional.empty()
                : Optional.of(volume + " is no multiple of " + step + "; nearest: " + settable(volume));
    }

    /** Into how many equal strokes a volume is split. */
    public long strokes(Volume volume) {
        return Math.max(1, Math.ceilDiv(volume.picolitres(), most().picolitres()));
    }

    private Volume stroke(Volume volume) {
        return new Volume(volume.picolitres() / strokes(volume));
    }
}
