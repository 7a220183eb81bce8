package org.kindlin.lab.adhesion;

import java.util.List;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.optics.Camera;

/**
 * An experiment on adhesions: rates, microscope, camera. Lengths in pixels, times in minutes.
 *
 * @param frames 1 for stills in two channels
 * @param phospho true ratio of the second channel to the first
 * @param bleaching part of the dye lost per minute
 * @param ground electrons of a pixel of the cell beside adhesions
 * @param top electrons of the brightest pixel of an adhesion, above the ground
 */
record AdhesionSettings(
        List<TurnoverCondition> conditions,
        int films,
        int adhesions,
        int frames,
        double interval,
        int side,
        double pixelSize,
        double psf,
        double phospho,
        double bleaching,
        double ground,
        double top,
        Camera camera) {
    private static final Key<List<TurnoverCondition>> CONDITIONS = new Key<>(
            "conditions",
            "NAME=ASSEMBLY|DISASSEMBLY, ...",
            "",
            "vehicle=0.15|0.12, defactinib=0.15|0.05",
            "conditions with rates per minute, the first being the control (assumptions)",
            TurnoverCondition::parse,
            list -> new Value.Text(String.join(
                    ", ",
                    list.stream()
                            .map(one -> one.name() + "=" + one.assembly() + "|" + one.disassembly())
                            .toList())));
    private static final Key<Double> FILMS = Key.number("films", 1, 100, "2", "cells filmed under each condition");
    private static final Key<Double> ADHESIONS = Key.number("adhesions", 1, 400, "16", "adhesions of a cell, in rows");
    private static final Key<Double> FRAMES =
            Key.number("frames", 1, 2000, "120", "frames of a film; 1 for stills of paxillin and pFAK");
    private static final Key<Quantity> INTERVAL =
            Key.positive("frameInterval", Unit.MINUTE, "0.5 min", "time between frames");
    private static final Key<Double> PIXEL_SIZE = Key.number("pixelSize", 0.01, 2, "0.1", "width of a pixel, um");
    private static final Key<Double> PITCH =
            Key.number("pitch", 20, 200, "46", "pixels between the middles of neighbouring adhesions");
    private static final Key<Double> PSF =
            Key.number("psf", 0, 10, "1.2", "standard deviation of the point spread function, pixels");
    private static final Key<Double> PHOSPHO = Key.number(
            "phosphoRatio", 0, 100, "0.6", "pFAK over paxillin in stills of the control; other conditions have half");
    private static final Key<Double> BLEACHING = Key.number("bleachingPercent", 0, 50, "0.3", "dye lost per minute, %");
    private static final Key<Double> GROUND =
            Key.number("ground", 0, 1e5, "200", "electrons of a pixel of the cell beside adhesions");
    private static final Key<Double> TOP =
            Key.number("brightness", 10, 1e5, "900", "electrons at the top of an adhesion above the ground");
    private static final Key<Double> GAIN = Key.number("gain", 0.01, 1000, "0.5", "electrons per count of the camera");
    private static final Key<Double> OFFSET =
            Key.number("offset", 0, 5000, "100", "counts of the camera without light");
    private static final Key<Double> READ =
            Key.number("readNoise", 0, 1000, "1.6", "read noise of the camera, electrons");
    private static final Key<Double> BITS =
            Key.number("bits", "16", "bits of a sample, 8 or 16").onlyIf("8 or 16", bits -> bits == 8 || bits == 16);

    static final List<Key<?>> KEYS = List.of(
            CONDITIONS,
            FILMS,
            ADHESIONS,
            FRAMES,
            INTERVAL,
            PIXEL_SIZE,
            PITCH,
            PSF,
            PHOSPHO,
            BLEACHING,
            GROUND,
            TOP,
            GAIN,
            OFFSET,
            READ,
            BITS);

    AdhesionSettings {
        conditions = List.copyOf(conditions);
    }

    static AdhesionSettings of(Resolved settings) {
        int adhesions = whole(settings, ADHESIONS);
        int across = (int) Math.ceil(Math.sqrt(adhesions));
        return new AdhesionSettings(
                settings.get(CONDITIONS),
                whole(settings, FILMS),
                adhesions,
                whole(settings, FRAMES),
                settings.get(INTERVAL).in(Unit.MINUTE),
                (int) Math.rint(across * settings.get(PITCH)),
                settings.get(PIXEL_SIZE),
                settings.get(PSF),
                settings.get(PHOSPHO),
                settings.get(BLEACHING) / 100,
                settings.get(GROUND),
                settings.get(TOP),
                new Camera(settings.get(GAIN), settings.get(OFFSET), settings.get(READ), whole(settings, BITS)));
    }

    private static int whole(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }

    boolean isStill() {
        return frames == 1;
    }

    /** Minutes of the whole film. */
    double duration() {
        return interval * frames;
    }

    /** Side of a square that holds one adhesion. */
    double pitch() {
        return side / Math.ceil(Math.sqrt(adhesions));
    }
}
