package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.NameList;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;

/** Every protocol key of the wound assay. */
final class WoundKeys {
    static final Key<String> ROI =
            Key.file("roi", "Mask of the part that is looked at: an image as large as the frames, not black inside");
    static final Key<String> LAYOUT = Key.file(
            "layout",
            "Table of the pictures: image, and as needed wound, time, compound, dose, role (control); without it all show one"
                    + " wound");
    static final Key<String> DOSE_UNIT = Key.text("doseUnit", null, "Unit of the doses, such as nM");
    static final Key<String> MASK = Key.fileToWrite(
            "mask", "PNG to write: the open area of every frame in white, frames side by side in order");
    static final Key<Double> PIXEL_SIZE =
            Key.number("pixelSize", 1e-4, 1e4, null, "Width of a pixel in um; by default what the files say");
    static final Key<Quantity> INTERVAL =
            Key.positive("interval", Unit.HOUR, null, "Time between frames; by default what the files say");
    static final Key<List<Double>> TIMES = new Key<>(
            "times",
            "quantities",
            "h",
            null,
            "Times of the frames in order, separated by commas, where they are not evenly spaced",
            WoundKeys::times,
            times -> new Value.Text(
                    String.join(", ", times.stream().map(time -> time + " h").toList())));
    static final Key<Double> CELL_SIZE = Key.number(
            "cellSize", 2, 500, null, "Pixels across a cell; by default a hundredth of the shorter side of a frame");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.9999, "0.95", "Confidence level of intervals");

    static final List<Key<?>> ALL =
            List.of(ROI, LAYOUT, MASK, PIXEL_SIZE, INTERVAL, TIMES, CELL_SIZE, DOSE_UNIT, LEVEL);

    private WoundKeys() {}

    static WoundProtocol protocol(Resolved settings) {
        return new WoundProtocol(
                number(settings.find(PIXEL_SIZE)),
                number(settings.find(INTERVAL).map(time -> time.in(Unit.HOUR))),
                settings.find(TIMES).orElse(List.of()),
                number(settings.find(CELL_SIZE)),
                settings.find(DOSE_UNIT).orElse(""),
                settings.get(LEVEL));
    }

    private static OptionalDouble number(Optional<Double> value) {
        return value.map(OptionalDouble::of).orElse(OptionalDouble.empty());
    }

    private static Optional<List<Double>> times(String text) {
        List<Double> times = new ArrayList<>();
        for (String one : NameList.of(text)) {
            Optional<Quantity> time = Quantity.parse(one, Unit.HOUR)
                    .filter(quantity -> quantity.unit().dimension() == Unit.HOUR.dimension());
            if (time.isEmpty() || (!times.isEmpty() && time.get().in(Unit.HOUR) <= times.getLast())) {
                return Optional.empty();
            }
            times.add(time.get().in(Unit.HOUR));
        }
        return times.isEmpty() ? Optional.empty() : Optional.of(times);
    }
}
