package org.kindlin.assays.adhesion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePage;
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
            ImageReader.read(file.data(), faults).ifPresent(picture -> {
                findings.addAll(picture.findings());
                add(file, picture, layout, protocol, faults, films);
            });
        }
        return new AdhesionData(films, findings);
    }

    private static void add(
            InputFile file,
            Picture picture,
            Optional<TidyTable> layout,
            AdhesionProtocol protocol,
            Faults faults,
            List<AdhesionData.Film> films) {
        List<ImagePlane> frames = picture.series();
        ImagePlane size = frames.getFirst();
        boolean sameSize = frames.stream().allMatch(size::isAsLargeAs);
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
                second(picture),
                protocol.pixelSize().isPresent() ? protocol.pixelSize() : scale.pixelSize(),
                interval,
                condition,
                role.toLowerCase(Locale.ROOT).matches("control|vehicle|reference|dmso|untreated")));
    }

    /** The second channel of the first frame: side by side in a page, or as a page of its own. */
    private static Optional<ImagePlane> second(Picture picture) {
        ImagePage first = picture.first();
        if (first.channels().size() == 2 && !first.isColour()) {
            return Optional.of(first.channels().get(1));
        }
        int page = picture.scale().page(1, 0, 0);
        boolean hasPage =
                picture.scale().channels() > 1 && page < picture.pages().size();
        return hasPage ? Optional.of(picture.pages().get(page).greyPlane()) : Optional.empty();
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
