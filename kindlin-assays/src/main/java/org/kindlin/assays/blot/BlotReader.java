package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.blot.gel.Orientation;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads pictures of blots and the table that says what is in their lanes. */
final class BlotReader {
    private static final int SMALLEST = 24;
    private static final int MOST_LANES = 200;

    private BlotReader() {}

    static BlotData read(List<InputFile> files, BlotProtocol protocol, Faults faults) {
        List<BlotData.Picture> pictures = new ArrayList<>();
        for (InputFile file : files) {
            ImageReader.read(file.data(), faults).ifPresent(picture -> add(picture, file, protocol, faults, pictures));
        }
        Optional<RawFile> layout = files.isEmpty()
                ? Optional.empty()
                : files.getFirst()
                        .companion(BlotKeys.LAYOUT)
                        .or(() -> files.getFirst().layout());
        List<LaneUse> uses = layout.map(table -> uses(table, faults)).orElse(List.of());
        return new BlotData(
                pictures, uses, uses.stream().mapToInt(LaneUse::lane).max().orElse(0));
    }

    private static void add(
            Picture picture, InputFile file, BlotProtocol protocol, Faults faults, List<BlotData.Picture> pictures) {
        for (int page = 0; page < picture.pages().size(); page++) {
            String name = file.data().name() + (picture.pages().size() == 1 ? "" : " page " + (page + 1));
            ImagePage content = picture.pages().get(page);
            Optional<ImagePlane> plane = cropped(content.greyPlane(), file, protocol, faults);
            List<Warning> findings = new ArrayList<>(picture.findings());
            if (content.isColour() && !content.isGreyInColour()) {
                findings.add(new Warning(
                        "coloured-picture",
                        name + " is in colour; it was measured by its luma, a mix of the channels"));
            }
            Orientation orientation = protocol.orientation();
            if (orientation.degrees() != 0) {
                findings.add(new Warning(
                        "picture-turned",
                        name + " was turned clockwise by " + orientation.degrees()
                                + " degrees, as stated; rows and columns are those of the turned picture"));
            }
            plane.map(orientation::upright)
                    .ifPresent(part -> pictures.add(new BlotData.Picture(
                            file.data().path(), name, part, picture.depth(), Map.copyOf(file.tags()), findings)));
        }
    }

    private static Optional<ImagePlane> cropped(
            ImagePlane plane, InputFile file, BlotProtocol protocol, Faults faults) {
        BlotProtocol.Region region =
                protocol.region().orElse(new BlotProtocol.Region(0, 0, plane.width(), plane.height()));
        boolean isWithin =
                region.x() + region.width() <= plane.width() && region.y() + region.height() <= plane.height();
        if (!isWithin || region.width() < SMALLEST || region.height() < SMALLEST) {
            faults.add(
                    file.data().path(),
                    "",
                    "the part to be measured is " + region.width() + " x " + region.height() + " pixels at "
                            + region.x() + ", " + region.y() + " of a picture of " + plane.width() + " x "
                            + plane.height(),
                    "state a region within the picture of at least " + SMALLEST + " x " + SMALLEST + " pixels");
            return Optional.empty();
        }
        return Optional.of(plane.crop(region.x(), region.y(), region.width(), region.height()));
    }

    private static List<LaneUse> uses(RawFile file, Faults faults) {
        Optional<TidyTable> table = TidyTable.read(file, faults);
        List<LaneUse> uses = new ArrayList<>();
        table.ifPresent(rows -> rows.required("lane", faults)
                .ifPresent(lane ->
                        rows.rows().forEach(row -> use(rows, row, lane, faults).ifPresent(uses::add))));
        return uses;
    }

    private static Optional<LaneUse> use(TidyTable table, TextRow row, TidyColumn laneColumn, Faults faults) {
        OptionalDouble lane = laneColumn.number(row, faults);
        if (lane.isEmpty()) {
            return Optional.empty();
        }
        if (lane.getAsDouble() != Math.rint(lane.getAsDouble())
                || lane.getAsDouble() < 1
                || lane.getAsDouble() > MOST_LANES) {
            laneColumn.fault(row, "there is no lane " + laneColumn.text(row), "lanes count from 1 at the left", faults);
            return Optional.empty();
        }
        String roleText = text(table, row, "role");
        Optional<LaneRole> role = LaneRole.parse(roleText);
        if (role.isEmpty()) {
            table.column("role")
                    .orElseThrow()
                    .fault(
                            row,
                            "there is no role '" + roleText + "'",
                            "use sample, reference, ladder, standard or empty",
                            faults);
            return Optional.empty();
        }
        return Optional.of(new LaneUse(
                (int) lane.getAsDouble(),
                text(table, row, "image", "file"),
                role.get(),
                text(table, row, "sample", "cellLine"),
                text(table, row, "compound"),
                number(table, row, faults, "dose", "concentration"),
                text(table, row, "time"),
                text(table, row, "target", "antibody", "protein"),
                text(table, row, "blot", "replicate", "membrane"),
                number(table, row, faults, "amount"),
                number(table, row, faults, "row"),
                number(table, row, faults, "weight", "kDa")));
    }

    private static String text(TidyTable table, TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row)).orElse("");
    }

    private static OptionalDouble number(TidyTable table, TextRow row, Faults faults, String... names) {
        return table.column(names)
                .map(column -> column.numberIfPresent(row, faults))
                .orElse(OptionalDouble.empty());
    }
}
