package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Stream;
import org.kindlin.assays.image.ImagePlane;
import org.kindlin.assays.image.Picture;
import org.kindlin.assays.image.layout.PictureLayout;
import org.kindlin.assays.image.layout.PictureRow;
import org.kindlin.assays.image.layout.Role;
import org.kindlin.assays.image.layout.TaggedDose;
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
    private static final Set<Role> ROLES = EnumSet.allOf(Role.class);
    private static final String INSERT = "insert";
    private static final String WELL = "well";

    private final TranswellProtocol protocol;
    private final Faults faults;
    private final PictureLayout layout;
    private final List<TranswellData.Field> fields = new ArrayList<>();
    private final List<TranswellData.Reading> readings = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private final Map<String, Insert> inserts = new LinkedHashMap<>();
    private boolean areNamed;

    private TranswellReader(TranswellProtocol protocol, PictureLayout layout, Faults faults) {
        this.protocol = protocol;
        this.layout = layout;
        this.faults = faults;
    }

    static TranswellData read(List<InputFile> files, TranswellProtocol protocol, Faults faults) {
        List<InputFile> pictures = files.stream()
                .filter(file -> ImageReader.isImage(file.data().bytes()))
                .toList();
        TranswellReader reader =
                new TranswellReader(protocol, PictureLayout.read(pictures, TranswellKeys.LAYOUT, faults), faults);
        for (InputFile file : files) {
            if (pictures.contains(file)) {
                ImageReader.read(file.data(), faults).ifPresent(picture -> reader.add(file, picture));
            } else {
                reader.absorbances(file.data());
            }
        }
        if (!faults.any() && !reader.fields.isEmpty() && !reader.readings.isEmpty()) {
            faults.add(files.getFirst().data().path(), "", "pictures and absorbances together", "analyse them apart");
        }
        reader.check();
        return new TranswellData(reader.fields, reader.readings, reader.fields.isEmpty(), reader.findings);
    }

    private void add(InputFile file, Picture picture) {
        findings.addAll(picture.findings());
        Optional<List<ImagePlane>> planes = StainChannel.of(picture, file.data().name(), protocol, findings, faults);
        if (planes.isEmpty()) {
            return;
        }
        int count = planes.get().size();
        for (int i = 0; i < count; i++) {
            String name = file.data().name() + (count == 1 ? "" : " page " + (i + 1));
            ImagePlane plane = planes.get().get(i);
            if (plane.width() < SMALLEST || plane.height() < SMALLEST) {
                faults.add(
                        file.data().path(), "", "the picture is smaller than 24 x 24 pixels", "give the whole field");
                return;
            }
            Insert insert = layout.row(file, name)
                    .map(row -> insert(row, file.data().name()))
                    .orElseGet(() -> insert(file));
            known(insert, file.data().path());
            fields.add(new TranswellData.Field(
                    file.data().path(), name, plane, picture.scale().pixelSize(), insert));
        }
    }

    private Insert insert(InputFile file) {
        Map<String, String> tags = file.tags();
        String path = file.data().path();
        return new Insert(
                named(
                        tags.getOrDefault(INSERT, tags.getOrDefault(WELL, "")),
                        file.data().name()),
                Role.of(file, ROLES, faults),
                membrane(tags.getOrDefault("membrane", ""), path, "membrane"),
                tags.getOrDefault("compound", ""),
                TaggedDose.of(file, faults));
    }

    private Insert insert(PictureRow row, String otherwise) {
        return new Insert(
                named(row.text(INSERT, WELL), otherwise),
                row.role(ROLES, faults),
                membrane(row.text("membrane"), row.table().file(), row.row().place()),
                row.text("compound"),
                row.dose(faults));
    }

    private String named(String name, String otherwise) {
        areNamed |= !name.isEmpty();
        return name.isEmpty() ? otherwise : name;
    }

    private Membrane membrane(String text, String file, String place) {
        Optional<Membrane> membrane = Membrane.of(text);
        if (membrane.isEmpty()) {
            faults.add(
                    file,
                    place,
                    "'" + text + "' is no membrane",
                    "give migration for a bare one, invasion for one under matrix");
        }
        return membrane.orElse(Membrane.MIGRATION);
    }

    /** An insert is of one treatment, whatever speaks of it. */
    private void known(Insert insert, String file) {
        Insert before = inserts.putIfAbsent(insert.name(), insert);
        if (before != null && !before.equals(insert)) {
            faults.add(
                    file,
                    insert.name(),
                    "the insert stands under two treatments",
                    "name each insert of its own, also across plates");
        }
    }

    private void absorbances(RawFile file) {
        Optional<TidyTable> table = TidyTable.read(file, faults);
        table.ifPresent(rows -> rows.column("absorbance", "A570", "od", "signal")
                .ifPresentOrElse(
                        column -> {
                            findings.addAll(rows.findings());
                            for (TextRow row : rows.rows()) {
                                OptionalDouble value = column.number(row, faults);
                                Insert insert = insert(new PictureRow(rows, row), row.place());
                                known(insert, file.path());
                                if (value.isPresent()) {
                                    readings.add(new TranswellData.Reading(
                                            file.path(), row.place(), value.getAsDouble(), insert));
                                }
                            }
                        },
                        () -> faults.add(
                                file.path(),
                                "header",
                                "there is no column 'absorbance'",
                                "give pictures, or a table with the columns insert, role and absorbance")));
    }

    /** What a reader of the numbers must know of the pictures and their table together. */
    private void check() {
        apart();
        findings.addAll(layout.unused());
        if (fields.stream()
                        .map(field ->
                                field.plane().width() * (long) field.plane().height())
                        .distinct()
                        .count()
                > 1) {
            findings.add(new Warning(
                    "field-sizes", "fields differ in size: their counts are of different areas of membrane"));
        }
        boolean areFiles =
                fields.stream().map(TranswellData.Field::path).distinct().count() > 1;
        if (areFiles && !areNamed && !layout.hasColumn(INSERT, WELL)) {
            findings.add(new Warning(
                    "files-as-inserts",
                    "nothing names the inserts: every file is taken for one; fields of one insert are no replicates,"
                            + " name theirs in the column insert"));
        }
    }

    /** A control and a sample that differ in nothing else would be one condition. */
    private void apart() {
        Map<Map<String, String>, Insert> conditions = new LinkedHashMap<>();
        for (Insert insert : inserts.values()) {
            Insert before = insert.isBlank() ? null : conditions.putIfAbsent(insert.condition(""), insert);
            if (before != null && before.isControl() != insert.isControl()) {
                faults.add(
                        path(insert),
                        insert.name(),
                        "only its role tells it from insert " + before.name(),
                        "state compound or dose, or give both the same role");
            }
        }
    }

    private String path(Insert insert) {
        return Stream.concat(
                        fields.stream()
                                .filter(field -> field.insert().equals(insert))
                                .map(TranswellData.Field::path),
                        readings.stream()
                                .filter(reading -> reading.insert().equals(insert))
                                .map(TranswellData.Reading::path))
                .findFirst()
                .orElse("");
    }
}
