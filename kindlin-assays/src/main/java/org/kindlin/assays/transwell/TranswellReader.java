package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.reader.ImageReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads pictures of membranes with their table, or a table of absorbances. */
final class TranswellReader {
    private static final int SMALLEST = 24;
    private static final String MIGRATION = "migration";

    private final Faults faults;
    private final List<TranswellData.Field> fields = new ArrayList<>();
    private final List<TranswellData.Reading> readings = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();

    private TranswellReader(Faults faults) {
        this.faults = faults;
    }

    static TranswellData read(List<InputFile> files, Faults faults) {
        TranswellReader reader = new TranswellReader(faults);
        Optional<TidyTable> layout = files.stream()
                .findFirst()
                .flatMap(file -> file.companion(TranswellKeys.LAYOUT).or(file::layout))
                .flatMap(table -> TidyTable.read(table, faults));
        for (InputFile file : files) {
            if (ImageReader.isImage(file.data().bytes())) {
                ImageReader.read(file.data(), faults).ifPresent(picture -> reader.add(file, picture, layout));
            } else {
                reader.absorbances(file.data());
            }
        }
        if (!faults.any() && !reader.fields.isEmpty() && !reader.readings.isEmpty()) {
            faults.add(files.getFirst().data().path(), "", "pictures and absorbances together", "analyse them apart");
        }
        return new TranswellData(reader.fields, reader.readings, reader.fields.isEmpty(), reader.findings);
    }

    private void add(InputFile file, Picture picture, Optional<TidyTable> layout) {
        findings.addAll(picture.findings());
        List<ImagePlane> planes = picture.series();
        for (int i = 0; i < planes.size(); i++) {
            String name = file.data().name() + (planes.size() == 1 ? "" : " page " + (i + 1));
            ImagePlane plane = planes.get(i);
            if (plane.width() < SMALLEST || plane.height() < SMALLEST) {
                faults.add(
                        file.data().path(), "", "the picture is smaller than 24 x 24 pixels", "give the whole field");
                return;
            }
            Insert insert = layout.map(table -> insert(table, name, file)).orElse(insert(file, name));
            fields.add(new TranswellData.Field(file.data().path(), name, plane, insert));
        }
    }

    private static Insert insert(InputFile file, String name) {
        String role = file.tags().getOrDefault("role", "");
        return new Insert(
                file.tags().getOrDefault("insert", name),
                isControl(role),
                isBlank(role),
                file.tags().getOrDefault("membrane", MIGRATION),
                file.tags().getOrDefault("compound", ""),
                OptionalDouble.empty());
    }

    private Insert insert(TidyTable table, String name, InputFile file) {
        for (TextRow row : table.rows()) {
            String image = text(table, row, "image", "file");
            if (name.equals(image)
                    || name.startsWith(image + ".")
                    || file.data().path().endsWith("/" + image)) {
                return insert(table, row, name);
            }
        }
        faults.add(table.file(), "", "no row speaks of the picture " + name, "name it in the column image");
        return insert(file, name);
    }

    private Insert insert(TidyTable table, TextRow row, String otherwise) {
        String role = text(table, row, "role");
        String name = text(table, row, "insert", "well");
        String membrane = text(table, row, "membrane").toLowerCase(Locale.ROOT);
        OptionalDouble dose = table.column("dose", "concentration")
                .map(column -> column.numberIfPresent(row, faults))
                .orElse(OptionalDouble.empty());
        return new Insert(
                name.isEmpty() ? otherwise : name,
                isControl(role),
                isBlank(role),
                membrane.isEmpty() ? MIGRATION : membrane,
                text(table, row, "compound"),
                dose);
    }

    private static boolean isControl(String role) {
        return role.toLowerCase(Locale.ROOT).matches("control|vehicle|reference|dmso|untreated");
    }

    private static boolean isBlank(String role) {
        return role.toLowerCase(Locale.ROOT).matches("blank|no-cells|background");
    }

    private void absorbances(RawFile file) {
        Optional<TidyTable> table = TidyTable.read(file, faults);
        table.ifPresent(rows -> rows.column("absorbance", "A570", "od", "signal")
                .ifPresentOrElse(
                        column -> {
                            for (TextRow row : rows.rows()) {
                                OptionalDouble value = column.number(row, faults);
                                if (value.isPresent()) {
                                    readings.add(new TranswellData.Reading(
                                            file.path(),
                                            row.place(),
                                            value.getAsDouble(),
                                            insert(rows, row, row.place())));
                                }
                            }
                        },
                        () -> faults.add(
                                file.path(),
                                "header",
                                "there is no column 'absorbance'",
                                "give pictures, or a table with the columns insert, role and absorbance")));
    }

    private static String text(TidyTable table, TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row)).orElse("");
    }
}
