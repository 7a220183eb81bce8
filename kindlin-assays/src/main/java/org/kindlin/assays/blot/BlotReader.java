package org.kindlin.assays.blot;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.blot.gel.Orientation;
import org.kindlin.assays.image.ImagePage;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

/** Reads pictures of blots and the table that says what is in their lanes. */
final class BlotReader {
    private static final int SMALLEST = 24;

    private BlotReader() {}

    static BlotData read(List<InputFile> files, BlotProtocol protocol, Faults faults) {
        List<BlotData.Picture> pictures = new ArrayList<>();
        Map<String, List<LayoutRow>> layouts = layouts(files, faults);
        for (InputFile file : files) {
            Optional<List<LayoutRow>> layout = layouts.size() == 1
                    ? layouts.values().stream().findFirst()
                    : layout(file).map(table -> layouts.get(table.path()));
            ImageReader.read(file.data(), faults)
                    .ifPresent(picture -> add(picture, file, layout, protocol, faults, pictures));
        }
        if (!faults.any()) {
            layouts.values().forEach(rows -> LayoutCheck.pictures(rows, pictures, faults));
            LayoutCheck.loadingControl(pictures, protocol.loadingControl(), faults);
            pictures.forEach(picture -> LayoutCheck.rows(picture, protocol.gel().lanes(), faults));
        }
        return new BlotData(pictures);
    }

    /** Every layout by its path: one for all files, or each for its own. */
    private static Map<String, List<LayoutRow>> layouts(List<InputFile> files, Faults faults) {
        Map<String, List<LayoutRow>> layouts = new LinkedHashMap<>();
        for (InputFile file : files) {
            layout(file).ifPresent(table -> layouts.computeIfAbsent(table.path(), _ -> LaneLayout.read(table, faults)));
        }
        return layouts;
    }

    private static Optional<RawFile> layout(InputFile file) {
        return file.companion(BlotKeys.LAYOUT).or(file::layout);
    }

    private static void add(
            Picture picture,
            InputFile file,
            Optional<List<LayoutRow>> layout,
            BlotProtocol protocol,
            Faults faults,
            List<BlotData.Picture> pictures) {
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
            List<LayoutRow> rows = layout.orElse(List.of()).stream()
                    .filter(row -> row.use().isOf(name))
                    .toList();
            if (layout.isPresent() && rows.isEmpty()) {
                findings.add(new Warning(
                        "not-in-layout",
                        "the layout has no row for " + name + ": its bands are measured, and enter no ratio"));
            }
            plane.map(orientation::upright)
                    .ifPresent(part -> pictures.add(new BlotData.Picture(
                            file.data().path(), name, part, picture.depth(), Map.copyOf(file.tags()), rows, findings)));
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
}
