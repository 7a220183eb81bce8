package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.ImageScale;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads still pictures and films of adhesions; of two channels the first shows adhesions. */
final class AdhesionReader {
    private static final int SMALLEST = 24;
    private static final double SECONDS_PER_MINUTE = 60;

    private AdhesionReader() {}

    static AdhesionData read(List<InputFile> files, AdhesionProtocol protocol, Faults faults) {
        List<AdhesionData.Film> films = new ArrayList<>();
        List<Warning> findings = new ArrayList<>();
        Optional<TidyTable> layout = files.stream()
                .findFirst()
                .flatMap(file -> file.companion(AdhesionKeys.LAYOUT).or(file::layout))
                .flatMap(table -> TidyTable.read(table, faults));
        for (InputFile file : files) {
            ImageReader.read(file.data(), faults)
                    .ifPresent(picture -> ChannelPlanes.of(picture, file.data().name(), protocol, faults)
                            .ifPresent(channels -> {
                                findings.addAll(picture.findings());
                                findings.addAll(channels.findings());
                                add(file, picture, channels, layout, protocol, faults, films);
                            }));
        }
        return new AdhesionData(films, findings);
    }

    private static void add(
            InputFile file,
            Picture picture,
            ChannelPlanes channels,
            Optional<TidyTable> layout,
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
        Optional<TextRow> row = layout.flatMap(table -> row(table, file.data().name()));
        String role = row.map(one -> text(layout.orElseThrow(), one, "role"))
                .orElse(file.tags().getOrDefault("role", ""));
        String condition = row.map(one -> text(layout.orElseThrow(), one, "condition"))
                .orElse(file.tags().getOrDefault("condition", ""));
        films.add(new AdhesionData.Film(
                file.data().path(),
                file.data().name(),
                frames,
                channels.second(),
                picture.depth(),
                protocol.pixelSize().isPresent() ? protocol.pixelSize() : scale.pixelSize(),
                interval,
                condition,
                role.toLowerCase(Locale.ROOT).matches("control|vehicle|reference|dmso|untreated")));
    }

    private static Optional<TextRow> row(TidyTable table, String name) {
        return table.rows().stream()
                .filter(row -> {
                    String image = text(table, row, "image");
                    return name.equals(image) || name.startsWith(image + ".");
                })
                .findFirst();
    }

    private static String text(TidyTable table, TextRow row, String column) {
        return table.column(column).map(found -> found.text(row)).orElse("");
    }
}
