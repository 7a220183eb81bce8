package org.kindlin.assays.tracks;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.layout.FrameOrder;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.tracks.RawTrack.RawPosition;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.image.SpotFinder;

/** Cells found in the frames of a film and linked to tracks, positions in pixels, times in frames. */
final class CellFilm {
    private static final int SMALLEST = 16;
    private static final double SECONDS_PER_MINUTE = 60;

    private final TracksProtocol protocol;
    private final Faults faults;

    CellFilm(TracksProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    /** The tracks of a film that is one file of several frames, or several files of one. */
    Optional<RawTracks> read(List<InputFile> given) {
        List<ImagePlane> frames = new ArrayList<>();
        List<Warning> findings = new ArrayList<>();
        List<InputFile> files = FrameOrder.of(given, file -> file.data().path(), findings);
        String path = files.getFirst().data().path();
        ImageScale scale = ImageScale.NONE;
        for (InputFile file : files) {
            Optional<Picture> picture = ImageReader.read(file.data(), faults);
            if (picture.isEmpty()) {
                return Optional.empty();
            }
            frames.addAll(picture.get().series());
            findings.addAll(picture.get().findings());
            scale = frames.size() == picture.get().series().size()
                    ? picture.get().scale()
                    : scale;
        }
        return isFilm(path, frames) ? tracks(path, frames, scale, findings) : Optional.empty();
    }

    private boolean isFilm(String path, List<ImagePlane> frames) {
        ImagePlane first = frames.getFirst();
        boolean alike = frames.stream().allMatch(first::isAsLargeAs);
        boolean isFilm = frames.size() > 1 && alike && Math.min(first.width(), first.height()) >= SMALLEST;
        if (!isFilm) {
            faults.add(
                    path,
                    "",
                    frames.size() + " frames of " + first.width() + " x " + first.height() + " pixels"
                            + (alike ? "" : ", others of other sizes"),
                    "give a film of two frames or more of one size, at least 16 x 16 pixels");
        }
        return isFilm;
    }

    private Optional<RawTracks> tracks(String path, List<ImagePlane> frames, ImageScale scale, List<Warning> findings) {
        SpotDetection asked = protocol.detection();
        ImagePlane first = frames.getFirst();
        double diameter =
                asked.diameter().orElseGet(() -> SpotFinder.bestDiameter(values(first), first.width(), first.height()));
        SpotFinder finder = new SpotFinder(diameter, asked.contrast());
        List<RawPosition> positions = new ArrayList<>();
        for (int frame = 0; frame < frames.size(); frame++) {
            ImagePlane plane = frames.get(frame);
            for (SpotFinder.Spot spot : finder.find(values(plane), plane.width(), plane.height())) {
                positions.add(new RawPosition(frame, spot.x(), spot.y(), 0));
            }
        }
        if (!TracksReader.canLink(path, positions, faults)) {
            return Optional.empty();
        }
        findings.add(new Warning(
                "detected-here",
                String.format(
                        Locale.ROOT,
                        "%s: %d cells were found in %d frames, %s than the ground by %.3g of its robust deviations or"
                                + " more, %.3g pixels across%s, and linked here; look at the film",
                        path,
                        positions.size(),
                        frames.size(),
                        asked.isDark() ? "darker" : "brighter",
                        asked.contrast(),
                        diameter,
                        asked.diameter().isPresent() ? "" : " (as they stand out most; state spotDiameter)")));
        return Optional.of(new RawTracks(path, Detections.link(positions, protocol.linker()), units(scale), findings));
    }

    private float[] values(ImagePlane plane) {
        float[] values = plane.values();
        for (int i = 0; protocol.detection().isDark() && i < values.length; i++) {
            values[i] = -values[i];
        }
        return values;
    }

    /** What is stated counts before what the file says. */
    private RawUnits units(ImageScale scale) {
        OptionalDouble minutes = scale.frameInterval().isPresent()
                ? OptionalDouble.of(scale.frameInterval().getAsDouble() / SECONDS_PER_MINUTE)
                : OptionalDouble.empty();
        return new RawUnits(
                protocol.pixelSize().isPresent() ? protocol.pixelSize() : scale.pixelSize(),
                protocol.frameInterval().isPresent() ? protocol.frameInterval() : minutes);
    }
}
