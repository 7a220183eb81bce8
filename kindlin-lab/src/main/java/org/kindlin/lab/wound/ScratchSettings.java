package org.kindlin.lab.wound;

import java.util.List;
import java.util.Optional;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.DoseList;

/**
 * A scratch experiment: cells, doses, microscope. Lengths in pixels, times in hours.
 *
 * @param doses nM, 0 for vehicle
 * @param velocity of each edge without compound
 * @param left part of it at saturation
 * @param spacing between the middles of cells
 * @param gapWidth of each gap at the beginning
 * @param roughness deviation of an edge from a straight line
 * @param loose single cells in a gap
 * @param unfocused floating cells out of focus
 * @param light electrons of a pixel of bare plastic
 */
record ScratchSettings(
        List<Double> doses,
        int wells,
        int frames,
        double interval,
        double velocity,
        double ic50,
        double left,
        double wellSpread,
        int width,
        int height,
        double pixelSize,
        double spacing,
        int gaps,
        double gapWidth,
        double roughness,
        int loose,
        int debris,
        int unfocused,
        double contrast,
        double unevenness,
        double light,
        int bits,
        List<Spoilt> spoilt) {
    private static final Key<List<Double>> DOSES = DoseList.key("0, 30, 100, 300, 1000, 3000");
    private static final Key<Double> WELLS = Key.number("wells", 1, 96, "2", "wells of each dose");
    private static final Key<Double> FRAMES = Key.number("frames", 1, 200, "7", "frames of each well");
    private static final Key<Quantity> INTERVAL =
            Key.positive("frameInterval", Unit.HOUR, "4 h", "time between frames");
    private static final Key<Double> VELOCITY =
            Key.number("velocity", 0, 200, "8", "velocity of each edge without compound, um/h (an assumption)");
    private static final Key<Quantity> IC50 =
            Key.positive("ic50", Unit.NANOMOLAR, "300 nM", "dose of half the effect on velocity (an assumption)");
    private static final Key<Double> LEFT =
            Key.number("leftPercent", 0, 100, "35", "velocity left at saturation, % (an assumption)");
    private static final Key<Double> WELL_CV =
            Key.number("wellCvPercent", 0, 100, "5", "variation of velocity between wells, %");
    private static final Key<Double> WIDTH = Key.number("width", 64, 4096, "420", "pixels across a frame");
    private static final Key<Double> HEIGHT = Key.number("height", 64, 4096, "320", "pixels down a frame");
    private static final Key<Double> PIXEL_SIZE = Key.number("pixelSize", 0.05, 50, "2.6", "width of a pixel, um");
    private static final Key<Double> CELL = Key.number("cellSize", 2, 200, "21", "between the middles of cells, um");
    private static final Key<Double> GAPS = Key.number("gaps", 1, 6, "1", "gaps side by side");
    private static final Key<Double> GAP = Key.number("gapWidth", 10, 10_000, "480", "width of each gap, um");
    private static final Key<Double> ROUGHNESS =
            Key.number("roughness", 0, 500, "14", "deviation of an edge from a straight line, um");
    private static final Key<Double> LOOSE = Key.number("looseCells", 0, 500, "3", "single cells in the gap");
    private static final Key<Double> DEBRIS = Key.number("debris", 0, 2000, "12", "specks of dirt");
    private static final Key<Double> UNFOCUSED = Key.number("floatingCells", 0, 500, "5", "cells out of focus");
    private static final Key<Double> CONTRAST = Key.number("contrast", 0, 2, "0.25", "seams of cells over plastic");
    private static final Key<Double> UNEVEN =
            Key.number("unevenPercent", 0, 100, "30", "unevenness of illumination, %");
    private static final Key<Double> LIGHT =
            Key.number("electrons", 20, 100_000, "6000", "electrons of a pixel of bare plastic; sets the shot noise");
    private static final Key<Double> BITS =
            Key.number("bits", "8", "bits of a sample, 8 or 16").onlyIf("8 or 16", bits -> bits == 8 || bits == 16);
    private static final Key<List<Spoilt>> SPOILT = new Key<>(
            "spoilt",
            "WELL/FRAME=KIND, ...",
            "",
            "none",
            "frames that cannot be measured; * for all; out-of-focus, no-wound, no-cells, sparse, dark or overexposed",
            Spoilt::parse,
            all -> new Value.Text(
                    all.isEmpty()
                            ? "none"
                            : String.join(", ", all.stream().map(Spoilt::text).toList())));

    static final List<Key<?>> KEYS = List.of(
            DOSES,
            WELLS,
            FRAMES,
            INTERVAL,
            VELOCITY,
            IC50,
            LEFT,
            WELL_CV,
            WIDTH,
            HEIGHT,
            PIXEL_SIZE,
            CELL,
            GAPS,
            GAP,
            ROUGHNESS,
            LOOSE,
            DEBRIS,
            UNFOCUSED,
            CONTRAST,
            UNEVEN,
            LIGHT,
            BITS,
            SPOILT);

    ScratchSettings {
        doses = List.copyOf(doses);
        spoilt = List.copyOf(spoilt);
    }

    static ScratchSettings of(Resolved settings) {
        double pixel = settings.get(PIXEL_SIZE);
        return new ScratchSettings(
                settings.get(DOSES),
                whole(settings, WELLS),
                whole(settings, FRAMES),
                settings.get(INTERVAL).in(Unit.HOUR),
                settings.get(VELOCITY) / pixel,
                settings.get(IC50).in(Unit.NANOMOLAR),
                settings.get(LEFT) / 100,
                settings.get(WELL_CV) / 100,
                whole(settings, WIDTH),
                whole(settings, HEIGHT),
                pixel,
                settings.get(CELL) / pixel,
                whole(settings, GAPS),
                settings.get(GAP) / pixel,
                settings.get(ROUGHNESS) / pixel,
                whole(settings, LOOSE),
                whole(settings, DEBRIS),
                whole(settings, UNFOCUSED),
                settings.get(CONTRAST),
                settings.get(UNEVEN) / 100,
                settings.get(LIGHT),
                whole(settings, BITS),
                settings.get(SPOILT));
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }

    /** Velocity under a dose: {@code v (left + (1 - left) / (1 + dose / ic50))}. */
    double velocityAt(double dose) {
        return velocity * (left + (1 - left) / (1 + dose / ic50));
    }

    /** What is wrong with a frame; empty where nothing is. */
    Optional<Spoilt.Kind> fault(String well, int frame) {
        return spoilt.stream()
                .filter(one -> one.isOf(well, frame))
                .map(Spoilt::kind)
                .findFirst();
    }
}
