package org.kindlin.assays.wound;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.IntFunction;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.ScaleBars;
import org.kindlin.assays.image.layout.FrameOrder;
import org.kindlin.assays.image.layout.PictureLayout;
import org.kindlin.assays.image.layout.PictureRow;
import org.kindlin.assays.image.layout.Role;
import org.kindlin.assays.image.layout.TaggedDose;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.image.BitMask;

/**
 * Reads the frames of wounds, one after the other: a file each, or the pages of one. A layout or tags say which wound a file
 * shows; without them all show one.
 */
final class WoundReader {
    private static final int SMALLEST = 48;
    private static final double SECONDS_PER_HOUR = 3600;

    private final WoundProtocol protocol;
    private final Faults faults;
    private final Map<String, Open> wounds = new LinkedHashMap<>();
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
        PictureLayout layout = PictureLayout.read(files, WoundKeys.LAYOUT, faults);
        for (InputFile file : files) {
            Entry entry =
                    layout.row(file, file.data().name()).map(reader::entry).orElseGet(() -> reader.tagged(file));
            ImageReader.read(file.data(), faults).ifPresent(picture -> reader.add(file, entry, picture));
        }
        reader.findings.addAll(layout.unused());
        Optional<BitMask> roi = files.isEmpty() ? Optional.empty() : reader.roi(files.getFirst());
        if (!faults.any()) {
            reader.check(roi, files.getFirst());
        }
        List<WoundData.Wound> wounds = reader.finished();
        return new WoundData(wounds, roi, reader.pixelSize, reader.findings);
    }

    /** What is known of a file beside its pictures. */
    private record Entry(String wound, Treatment treatment, String time) {}

    /** The frames of a wound so far. */
    private record Open(Treatment treatment, List<WoundData.Frame> frames) {}

    private Entry entry(PictureRow row) {
        boolean isControl = row.role(Role.OF_CELLS, faults) == Role.CONTROL;
        Treatment treatment = new Treatment(row.text("compound"), row.dose(faults), isControl);
        return new Entry(row.text("wound", "well", "position"), treatment, row.text("time"));
    }

    private Entry tagged(InputFile file) {
        Map<String, String> tags = file.tags();
        boolean isControl = Role.of(file, Role.OF_CELLS, faults) == Role.CONTROL;
        return new Entry(
                tags.getOrDefault("wound", tags.getOrDefault("well", "")),
                new Treatment(tags.getOrDefault("compound", ""), TaggedDose.of(file, faults), isControl),
                tags.getOrDefault("time", ""));
    }

    private void add(InputFile file, Entry entry, Picture picture) {
        findings.addAll(picture.findings());
        if (pixelSize.isEmpty()) {
            pixelSize = picture.scale().pixelSize();
        }
        if (interval.isEmpty()
                && picture.pages().size() > 1
                && picture.scale().frameInterval().isPresent()) {
            interval = OptionalDouble.of(picture.scale().frameInterval().getAsDouble() / SECONDS_PER_HOUR);
        }
        OptionalDouble tagged = time(file, entry.time());
        Open open = wounds.computeIfAbsent(entry.wound(), _ -> new Open(entry.treatment(), new ArrayList<>()));
        if (!open.treatment().equals(entry.treatment())) {
            faults.add(
                    file.data().path(),
                    "",
                    "wound '" + entry.wound() + "' has two treatments",
                    "name each wound of its own in the column wound");
        }
        List<ImagePlane> series =
                ScaleBars.removed(picture.series(), file.data().name(), findings);
        for (int i = 0; i < series.size(); i++) {
            String name = file.data().name() + (series.size() == 1 ? "" : " frame " + (i + 1));
            WoundData.Frame frame = new WoundData.Frame(file.data().path(), name, series.get(i), tagged);
            frames.add(frame);
            open.frames().add(frame);
        }
    }

    private OptionalDouble time(InputFile file, String text) {
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

    private Optional<BitMask> roi(InputFile file) {
        Optional<RawFile> companion = file.companion(WoundKeys.ROI);
        return companion
                .flatMap(mask -> ImageReader.read(mask, faults))
                .map(picture -> picture.first().greyPlane().notBlack());
    }

    private void check(Optional<BitMask> roi, InputFile first) {
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
        wounds.forEach((name, open) -> {
            if (!protocol.times().isEmpty()
                    && protocol.times().size() != open.frames().size()) {
                faults.add(
                        "--set",
                        "times",
                        protocol.times().size() + " times for " + open.frames().size() + " frames"
                                + (name.isEmpty() ? "" : " of wound " + name),
                        "state one for each");
            }
        });
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

    private List<WoundData.Wound> finished() {
        List<WoundData.Wound> finished = new ArrayList<>();
        wounds.forEach((name, open) -> finished.add(new WoundData.Wound(name, open.treatment(), timed(open.frames()))));
        return finished;
    }

    /** Stated times first, which ascend, then those of the layout or tags, then the interval. */
    private List<WoundData.Frame> timed(List<WoundData.Frame> untimed) {
        boolean areStated = protocol.times().size() == untimed.size();
        List<WoundData.Frame> tagged =
                untimed.stream().filter(frame -> frame.hours().isPresent()).toList();
        if (!areStated && tagged.size() == untimed.size()) {
            return timed(untimed, i -> untimed.get(i).hours());
        }
        untimed.stream()
                .filter(frame ->
                        !areStated && !tagged.isEmpty() && frame.hours().isEmpty())
                .findFirst()
                .ifPresent(frame -> faults.add(
                        frame.path(), "time", "the frame has no time, where others have", "state it for all or none"));
        List<WoundData.Frame> ordered = FrameOrder.of(untimed, WoundData.Frame::path, findings);
        return timed(
                ordered,
                i -> areStated
                        ? OptionalDouble.of(protocol.times().get(i))
                        : interval.isPresent()
                                ? OptionalDouble.of(i * interval.getAsDouble())
                                : OptionalDouble.empty());
    }

    private static List<WoundData.Frame> timed(List<WoundData.Frame> frames, IntFunction<OptionalDouble> hours) {
        List<WoundData.Frame> timed = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            WoundData.Frame frame = frames.get(i);
            timed.add(new WoundData.Frame(frame.path(), frame.name(), frame.plane(), hours.apply(i)));
        }
        timed.sort(Comparator.comparingDouble(frame -> frame.hours().orElse(0)));
        return timed;
    }
}
