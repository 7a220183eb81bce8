package org.kindlin.assays.tracks;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.numerics.motion.TrackLinker;

/** Every protocol key of the tracks assay. */
final class TracksKeys {
    static final Key<String> TRACK =
            Key.text("trackColumn", null, "Column with the track; found by its name where not stated");
    static final Key<String> TIME =
            Key.text("timeColumn", null, "Column with the time or the frame; found by its name");
    static final Key<String> X = Key.text("xColumn", null, "Column with x; found by its name");
    static final Key<String> Y = Key.text("yColumn", null, "Column with y; found by its name");
    static final Key<String> Z = Key.text("zColumn", null, "Column with z; found by its name");
    static final Key<String> BY =
            Key.text("by", null, "Columns or tags that tell groups apart, separated by commas (treatment, dose)");
    static final Key<String> REPLICATE =
            Key.text("replicate", null, "Column or tag with the replicate (donor, dish, day)");
    static final Key<Double> PIXEL_SIZE =
            Key.number("pixelSize", 1e-6, 1e6, null, "Micrometres in a pixel, for files in pixels");
    static final Key<Quantity> FRAME_INTERVAL =
            Key.positive("frameInterval", Unit.MINUTE, null, "Time between frames, for files in frames");
    static final Key<Double> SPOT_DIAMETER = Key.number(
            "spotDiameter",
            2,
            1000,
            null,
            "Diameter of a cell in a film, in pixels; by default that at which the first frame's cells stand out most");
    static final Key<Double> SPOT_CONTRAST = Key.number(
            "spotContrast",
            1,
            1000,
            "6",
            "Height above the ground from which on a maximum in a film is a cell, in the ground's robust deviations");
    static final Key<Boolean> DARK_CELLS =
            Key.flag("darkCells", false, "Whether cells of a film are darker than the ground");
    static final Key<Double> LINK_DISTANCE = Key.number(
            "linkDistance",
            0,
            1e9,
            "15",
            "Largest step when detections are linked, in the unit of the file (pixels of a film)");
    static final Key<Double> GAP_DISTANCE = Key.number(
            "gapDistance",
            0,
            1e9,
            "15",
            "Largest step over a gap when detections are linked, in the unit of the file (pixels of a film)");
    static final Key<Double> MOST_GAP =
            Key.number("mostGap", 0, 100, "1", "Frames that a linked track may miss in a row");
    static final Key<Boolean> SPLITS = Key.flag("splits", false, "Whether linked tracks may split");
    static final Key<Double> FEWEST_POINTS =
            Key.number("fewestPoints", 2, 1e6, "2", "Positions that a track must have to count");
    static final Key<Double> GRADIENT = Key.number(
            "gradient",
            -360,
            360,
            null,
            "Direction of a chemotactic gradient in degrees from the x axis towards the y axis");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.999, "0.95", "Confidence level of every interval");

    static final List<Key<?>> ALL = List.of(
            TRACK,
            TIME,
            X,
            Y,
            Z,
            BY,
            REPLICATE,
            PIXEL_SIZE,
            FRAME_INTERVAL,
            SPOT_DIAMETER,
            SPOT_CONTRAST,
            DARK_CELLS,
            LINK_DISTANCE,
            GAP_DISTANCE,
            MOST_GAP,
            SPLITS,
            FEWEST_POINTS,
            GRADIENT,
            LEVEL);

    private TracksKeys() {}

    static TracksProtocol protocol(Resolved settings) {
        return new TracksProtocol(
                new TracksProtocol.Columns(
                        settings.find(TRACK),
                        settings.find(TIME),
                        settings.find(X),
                        settings.find(Y),
                        settings.find(Z)),
                settings.find(BY).map(NameList::of).orElse(List.of()),
                settings.find(REPLICATE),
                number(settings.find(PIXEL_SIZE)),
                number(settings.find(FRAME_INTERVAL).map(q -> q.in(Unit.MINUTE))),
                new SpotDetection(
                        number(settings.find(SPOT_DIAMETER)), settings.get(SPOT_CONTRAST), settings.get(DARK_CELLS)),
                new TrackLinker(
                        settings.get(LINK_DISTANCE),
                        settings.get(GAP_DISTANCE),
                        (int) Math.rint(settings.get(MOST_GAP)),
                        settings.get(SPLITS)),
                (int) Math.rint(settings.get(FEWEST_POINTS)),
                number(settings.find(GRADIENT)),
                settings.get(LEVEL));
    }

    private static OptionalDouble number(Optional<Double> number) {
        return number.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }
}
