package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.layout.PictureLayout;
import org.kindlin.assays.image.layout.PictureRow;
import org.kindlin.assays.image.layout.Role;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Reads still pictures and films of adhesions; of two channels the first shows adhesions. */
final class AdhesionReader {
    private static final int SMALLEST = 24;
    private static final double SECONDS_PER_MINUTE = 60;

    private AdhesionReader() {}

    static AdhesionData read(List<InputFile> files, AdhesionProtocol protocol, Faults faults) {
        List<AdhesionData.Film> films = new ArrayList<>();
        List<Warning> findings = new ArrayList<>();
        PictureLayout layout = PictureLayout.read(files, AdhesionKeys.LAYOUT, faults);
        for (InputFile file : files) {
            ImageReader.read(file.data(), faults)
                    .ifPresent(picture -> ChannelPlanes.of(picture, file.data().name(), protocol, faults)
                            .ifPresent(channels -> {
                                findings.addAll(picture.findings());
                                findings.addAll(channels.findings());
                                add(file, picture, channels, layout, protocol, faults, films);
                            }));
        }
        findings.addAll(layout.unused());
        return new AdhesionData(films, findings);
    }

    private static void add(
            InputFile file,
            Picture picture,
            ChannelPlanes channels,
            PictureLayout layout,
            AdhesionProtocol protocol,
            Faults faults,
            List<AdhesionData.Film> films) {
        List<ImagePlane> frames = channels.first();
        ImagePlane size = frames.getFirst();
        boolean sameSize =
                Stream.concat(frames.stream(), channels.second().stream()).allMatch(size::isAsLargeAs);
        if (!sameSize || size.width() < SMALLEST || size.height() < SMALLEST) {
            faults.add(
                    file.data().path(),
                    "",
                    sameSize ? "the picture is smaller than 24 x 24 pixels" : "the frames differ in size",
                    "give the whole field, all frames alike");
            return;
        }
        ImageScale scale = picture.scale();
        OptionalDouble interval = protocol.interval().isPresent()
                ? protocol.interval()
                : scale.frameInterval().isPresent()
                        ? OptionalDouble.of(scale.frameInterval().getAsDouble() / SECONDS_PER_MINUTE)
                        : OptionalDouble.empty();
        Optional<PictureRow> row = layout.row(file, file.data().name());
        Role role = row.map(one -> one.role(Role.OF_CELLS, faults))
                .orElseGet(() -> Role.of(
                        file.tags().getOrDefault("role", ""),
                        Role.OF_CELLS,
                        file.data().path(),
                        "role",
                        faults));
        String condition =
                row.map(one -> one.text("condition")).orElse(file.tags().getOrDefault("condition", ""));
        films.add(new AdhesionData.Film(
                file.data().path(),
                file.data().name(),
                frames,
                channels.second(),
                picture.depth(),
                protocol.pixelSize().isPresent() ? protocol.pixelSize() : scale.pixelSize(),
                interval,
                condition,
                role == Role.CONTROL));
    }
}
