package org.kindlin.assays.adhesion;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.kindlin.assays.image.layout.ChannelNumber;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/** Every protocol key of the adhesion assay. */
final class AdhesionKeys {
    static final Key<String> LAYOUT = Key.file(
            "layout",
            "Table of the pictures: image, and as needed film (files that are frames of one), condition and role (control); conditions are compared");
    static final Key<Double> PIXEL_SIZE =
            Key.number("pixelSize", 1e-4, 1e3, null, "Width of a pixel in um; by default what the files say");
    static final Key<Quantity> INTERVAL =
            Key.positive("interval", Unit.MINUTE, null, "Time between frames of a film; by default what the files say");
    static final Key<Double> LEAST = Key.number(
            "leastArea",
            0,
            1e6,
            null,
            "Smallest adhesion in um2 (pixels without a pixel size); 0.25 um2 or 9 pixels if not stated");
    static final Key<Double> CONTRAST = Key.number(
            "contrast", 1, 100, "5", "How many deviations of the background's noise an adhesion stands out by");
    static final Key<Double> OFFSET = Key.number(
            "cameraOffset",
            0,
            1e6,
            null,
            "Counts of the camera without light; with it films are corrected for bleaching by the fading of their"
                    + " ground");
    static final Key<Double> ADHESION_CHANNEL = Key.number(
            "adhesionChannel", 1, 16, null, "Channel that shows adhesions, such as paxillin; by default the first");
    static final Key<Double> RATIO_CHANNEL = Key.number(
            "ratioChannel", 1, 16, null, "Channel that is compared to it, such as pFAK; by default the other of two");
    static final Key<Double> BLEED_THROUGH = Key.number(
            "bleedThroughPercent",
            0,
            100,
            "0",
            "Part of the light of adhesions that shows in the channel compared to it, in %: its ratio in cells stained"
                    + " for adhesions alone, at the same exposures");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.9999, "0.95", "Confidence level of intervals");

    static final List<Key<?>> ALL = List.of(
            LAYOUT,
            PIXEL_SIZE,
            INTERVAL,
            LEAST,
            CONTRAST,
            OFFSET,
            ADHESION_CHANNEL,
            RATIO_CHANNEL,
            BLEED_THROUGH,
            LEVEL);

    private AdhesionKeys() {}

    static AdhesionProtocol protocol(Resolved settings, Faults faults) {
        OptionalInt adhesions = ChannelNumber.of(settings, ADHESION_CHANNEL, faults);
        OptionalInt ratio = ChannelNumber.of(settings, RATIO_CHANNEL, faults);
        if (adhesions.isPresent() && adhesions.equals(ratio)) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(RATIO_CHANNEL.name()),
                    "a channel is compared to itself",
                    "state two channels");
        }
        return new AdhesionProtocol(
                number(settings.find(PIXEL_SIZE)),
                number(settings.find(INTERVAL).map(time -> time.in(Unit.MINUTE))),
                number(settings.find(LEAST)),
                settings.get(CONTRAST),
                number(settings.find(OFFSET)),
                adhesions,
                ratio,
                settings.get(BLEED_THROUGH) / 100,
                settings.get(LEVEL));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
