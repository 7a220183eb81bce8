package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Mask;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Reads the frames of a wound, one after the other: a file each, or the pages of one. */
final class WoundReader {
    private static final int SMALLEST = 48;
    private static final double SECONDS_PER_HOUR = 3600;

    private final WoundProtocol protocol;
    private final Faults faults;
    private final List<WoundData.Frame> frames = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private OptionalDouble pixelSize;
    private OptionalDouble interval;

    private WoundReader(WoundProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
        this.pixelSize = protocol.pixelSize();
        this.interval = protocol.interval();
    }

    static WoundData read(List<InputFile> files, WoundProtocol protocol, Faults faults) {
        WoundReader reader = new WoundReader(protocol, faults);
        for (InputFile file : files) {
            ImageReader.read(file.data(), faults).ifPresent(picture -> reader.add(file, picture));
        }
        Optional<Mask> roi = files.isEmpty() ? Optional.empty() : reader.roi(files.getFirst());
        if (!faults.any()) {
            reader.check(roi, files.getFirst());
        }
        return new WoundData(reader.timed(), roi, reader.pixelSize, reader.findings);
    }

    private void add(InputFile file, Picture picture) {
        findings.addAll(picture.findings());
        if (pixelSize.isEmpty()) {
            pixelSize = picture.scale().pixelSize();
        }
        if (interval.isEmpty()
                && picture.pages().size() > 1
                && picture.scale().frameInterval().isPresent()) {
            interval = OptionalDouble.of(picture.scale().frameInterval().getAsDouble() / SECONDS_PER_HOUR);
        }
        OptionalDouble tagged = time(file);
        List<ImagePlane> series = picture.series();
        for (int i = 0; i < series.size(); i++) {
            String name = file.data().name() + (series.size() == 1 ? "" : " frame " + (i + 1));
            frames.add(new WoundData.Frame(file.data().path(), name, series.get(i), tagged));
        }
    }

    private OptionalDouble time(InputFile file) {
        String text = file.tags().getOrDefault("time", "");
        if (text.isEmpty()) {
            return OptionalDouble.empty();
        }
        Optional<Quantity> time = Quantity.parse(text, Unit.HOUR)
                .filter(quantity -> quantity.unit().dimension() == Unit.HOUR.dimension());
        if (time.isEmpty()) {
            faults.add(file.data().path(), "time", "'" + text + "' is no time", "state it as in 12 h");
        }
        return time.map(quantity -> OptionalDouble.of(quantity.in(Unit.HOUR))).orElse(OptionalDouble.empty());
    }

    private Optional<Mask> roi(InputFile file) {
        Optional<RawFile> companion = file.companion(WoundKeys.ROI);
        return companion
                .flatMap(mask -> ImageReader.read(mask, faults))
                .map(picture -> Mask.notBlack(picture.first().greyPlane()));
    }

    private void check(Optional<Mask> roi, InputFile first) {
        ImagePlane size = frames.getFirst().plane();
        for (WoundData.Frame frame : frames) {
            if (!frame.plane().isAsLargeAs(size)) {
                faults.add(
                        frame.path(),
                        frame.name(),
                        "the frame has " + pixels(frame.plane()) + " where the first has " + pixels(size),
                        "give the frames of one position, uncropped");
            }
        }
        if (size.width() < SMALLEST || size.height() < SMALLEST) {
            faults.add(
                    frames.getFirst().path(),
                    "",
                    "the frame has " + pixels(size),
                    "give frames of at least 48 x 48 pixels");
        }
        if (!protocol.times().isEmpty() && protocol.times().size() != frames.size()) {
            faults.add(
                    "--set",
                    "times",
                    protocol.times().size() + " times for " + frames.size() + " frames",
                    "state one for each");
        }
        roi.filter(mask -> mask.width() != size.width() || mask.height() != size.height() || mask.count() == 0)
                .ifPresent(mask -> faults.add(
                        first.companion(WoundKeys.ROI).map(RawFile::path).orElse("roi"),
                        "",
                        "the mask has " + mask.width() + " x " + mask.height() + " pixels, " + mask.count()
                                + " of them inside, for frames of " + pixels(size),
                        "draw it on a frame, not black inside"));
    }

    private static String pixels(ImagePlane plane) {
        return plane.width() + " x " + plane.height() + " pixels";
    }

    /** Stated times first, then tags of the files, then the interval. */
    private List<WoundData.Frame> timed() {
        List<WoundData.Frame> timed = new ArrayList<>();
        boolean allTagged = frames.stream().allMatch(frame -> frame.hours().isPresent());
        for (int i = 0; i < frames.size(); i++) {
            WoundData.Frame frame = frames.get(i);
            OptionalDouble hours = protocol.times().size() == frames.size()
                    ? OptionalDouble.of(protocol.times().get(i))
                    : allTagged
                            ? frame.hours()
                            : interval.isPresent()
                                    ? OptionalDouble.of(i * interval.getAsDouble())
                                    : OptionalDouble.empty();
            timed.add(new WoundData.Frame(frame.path(), frame.name(), frame.plane(), hours));
        }
        return timed;
    }
}
