package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.ScaleBars;
import org.kindlin.assays.image.layout.FrameOrder;
import org.kindlin.assays.image.layout.PictureLayout;
import org.kindlin.assays.image.layout.PictureRow;
import org.kindlin.assays.image.layout.Role;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/**
 * Reads still pictures and films of adhesions; of two channels the first shows adhesions. A film is a file of several frames, or several
 * files that a layout names as one, or all files where each holds one frame and an interval is stated.
 */
final class AdhesionReader {
    private static final int SMALLEST = 24;
    private static final double SECONDS_PER_MINUTE = 60;
    private static final String FILM = "film";

    private final AdhesionProtocol protocol;
    private final Faults faults;
    private final PictureLayout layout;
    private final List<Warning> findings = new ArrayList<>();

    private AdhesionReader(AdhesionProtocol protocol, PictureLayout layout, Faults faults) {
        this.protocol = protocol;
        this.layout = layout;
        this.faults = faults;
    }

    /**
     * One file.
     *
     * @param film that it is a part of; empty for one of its own
     */
    private record Part(
            InputFile file, Picture picture, ChannelPlanes channels, String film, String condition, boolean isControl) {
        String path() {
            return file.data().path();
        }
    }

    static AdhesionData read(List<InputFile> files, AdhesionProtocol protocol, Faults faults) {
        AdhesionReader reader =
                new AdhesionReader(protocol, PictureLayout.read(files, AdhesionKeys.LAYOUT, faults), faults);
        List<Part> parts = new ArrayList<>();
        for (InputFile file : files) {
            ImageReader.read(file.data(), faults)
                    .ifPresent(picture -> ChannelPlanes.of(picture, file.data().name(), protocol, faults)
                            .ifPresent(channels -> parts.add(reader.part(file, picture, channels))));
        }
        List<AdhesionData.Film> films = reader.grouped(parts).stream()
                .flatMap(one -> reader.film(one).stream())
                .toList();
        reader.findings.addAll(reader.layout.unused());
        return new AdhesionData(films, reader.findings);
    }

    private Part part(InputFile file, Picture picture, ChannelPlanes channels) {
        findings.addAll(picture.findings());
        findings.addAll(channels.findings());
        Optional<PictureRow> row = layout.row(file, file.data().name());
        Map<String, String> tags = file.tags();
        Role role =
                row.map(one -> one.role(Role.OF_CELLS, faults)).orElseGet(() -> Role.of(file, Role.OF_CELLS, faults));
        return new Part(
                file,
                picture,
                channels,
                row.map(one -> one.text(FILM)).orElse(tags.getOrDefault(FILM, "")),
                row.map(one -> one.text("condition")).orElse(tags.getOrDefault("condition", "")),
                role == Role.CONTROL);
    }

    /** The parts of each film. */
    private List<List<Part>> grouped(List<Part> parts) {
        boolean isOneFilm = parts.size() > 1
                && protocol.interval().isPresent()
                && parts.stream()
                        .allMatch(part -> part.film().isEmpty()
                                && part.condition().isEmpty()
                                && part.channels().first().size() == 1);
        if (isOneFilm) {
            findings.add(new Warning(
                    "frames-as-film",
                    parts.size()
                            + " files of one frame, and an interval: they were taken for the frames of one film; leave"
                            + " interval out if they are pictures of different fields"));
            return List.of(parts);
        }
        Map<String, List<Part>> films = new LinkedHashMap<>();
        for (int i = 0; i < parts.size(); i++) {
            String film = parts.get(i).film();
            films.computeIfAbsent(film.isEmpty() ? "\0" + i : film, _ -> new ArrayList<>())
                    .add(parts.get(i));
        }
        return List.copyOf(films.values());
    }

    private Optional<AdhesionData.Film> film(List<Part> given) {
        List<Part> parts = FrameOrder.of(given, Part::path, findings);
        Part one = parts.getFirst();
        String name = one.film().isEmpty() ? one.file().data().name() : one.film();
        List<ImagePlane> frames = ScaleBars.removed(
                parts.stream().flatMap(part -> part.channels().first().stream()).toList(), name, findings);
        List<ImagePlane> second = ScaleBars.removed(
                parts.stream()
                        .flatMap(part -> part.channels().second().stream())
                        .toList(),
                name,
                findings);
        ImagePlane size = frames.getFirst();
        boolean isAlike = parts.stream().allMatch(part -> part.condition().equals(one.condition()))
                && (second.isEmpty() || second.size() == frames.size())
                && Stream.concat(frames.stream(), second.stream()).allMatch(size::isAsLargeAs);
        if (!isAlike || size.width() < SMALLEST || size.height() < SMALLEST) {
            faults.add(
                    one.path(),
                    "",
                    isAlike
                            ? "the picture is smaller than 24 x 24 pixels"
                            : "the frames differ in size, channels or condition",
                    "give the whole field, all frames alike");
            return Optional.empty();
        }
        ImageScale scale = one.picture().scale();
        OptionalDouble interval = protocol.interval().isPresent()
                ? protocol.interval()
                : scale.frameInterval().isPresent()
                        ? OptionalDouble.of(scale.frameInterval().getAsDouble() / SECONDS_PER_MINUTE)
                        : OptionalDouble.empty();
        return Optional.of(new AdhesionData.Film(
                one.path(),
                name,
                frames,
                second,
                one.picture().depth(),
                protocol.pixelSize().isPresent() ? protocol.pixelSize() : scale.pixelSize(),
                interval,
                one.condition(),
                one.isControl()));
    }
}
