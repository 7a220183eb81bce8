package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TextTable;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.workbook.WorkbookReader;
import org.kindlin.assays.xport.XportReader;
import org.kindlin.fault.Faults;

/**
 * Reads growth studies: a row a reading or a row an animal, one table or several (measurements, allocation, fates), text, XLSX or
 * the domains of CDISC SEND in SAS transport files.
 */
final class GrowthReader {
    private static final int HEADER_WITHIN = 60;

    private final GrowthProtocol protocol;
    private final Faults faults;
    private final Calipers calipers;
    private final List<MeasuredRow> rows = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();
    private final List<Warning> findings = new ArrayList<>();
    private final Swaps swaps = new Swaps();
    private final FormulaCheck formulas;
    private final SendTables send;
    private String armColumn = "";
    private String animalColumn = "";

    private GrowthReader(GrowthProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
        this.calipers = new Calipers(protocol.reading(), faults);
        this.formulas = new FormulaCheck(protocol.reading().formula());
        this.send = new SendTables(protocol.reading());
    }

    static GrowthData read(List<InputFile> files, GrowthProtocol protocol, Faults faults) {
        GrowthReader reader = new GrowthReader(protocol, faults);
        files.forEach(file -> reader.read(file.data()));
        if (!reader.send.isEmpty()) {
            reader.rows.addAll(reader.send.rows(faults));
            reader.armColumn = "ARM";
            reader.animalColumn = "USUBJID";
        }
        if (!faults.any() && reader.rows.isEmpty()) {
            faults.add(files.getFirst().data().path(), "", "holds no reading", "give a table with one row a reading");
        }
        reader.swaps.warning().ifPresent(reader.findings::add);
        reader.formulas.warning().ifPresent(reader.findings::add);
        return new StudyAssembly(protocol, faults, reader.findings, reader.exclusions)
                .assemble(
                        reader.rows,
                        reader.armColumn.isEmpty() ? "arm" : reader.armColumn,
                        reader.animalColumn.isEmpty() ? "animal" : reader.animalColumn,
                        reader.send.exposures(faults),
                        files.stream().anyMatch(file -> file.data().simulated()));
    }

    private void read(RawFile file) {
        if (XportReader.isXport(file)) {
            send.add(file, XportReader.read(file, faults));
        } else if (isZip(file)) {
            List<TextTable> sheets = WorkbookReader.read(file, faults);
            List<TextTable> fitting =
                    sheets.stream().filter(sheet -> header(sheet) >= 0).toList();
            if (!sheets.isEmpty() && fitting.isEmpty()) {
                noHeader(file.path());
            }
            fitting.forEach(sheet -> read(file.path(), sheet));
        } else {
            TextTable.read(file, faults).ifPresent(table -> {
                if (header(table) < 0) {
                    noHeader(file.path());
                } else {
                    read(file.path(), table);
                }
            });
        }
    }

    private static boolean isZip(RawFile file) {
        byte[] bytes = file.bytes();
        return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3 && bytes[3] == 4;
    }

    private void noHeader(String path) {
        faults.add(
                path,
                "",
                "has no header with an animal and a day, volume, length and width or weight",
                "name the columns animal, arm, day, volume (or length, width), or state them: animal=COLUMN, day=COLUMN ...");
    }

    /** The row that names the columns; exports put study and dates above it. */
    private int header(TextTable table) {
        boolean stated = protocol.columns().animal().isPresent()
                || protocol.columns().day().isPresent();
        for (int i = 0; i < Math.min(table.rows().size(), HEADER_WITHIN); i++) {
            TextRow row = table.rows().get(i);
            boolean isRemark = row.isBlank() || row.cell(0).startsWith("#");
            if (!isRemark && (GrowthColumns.isHeader(row.cells()) || (stated && names(row)))) {
                return i;
            }
        }
        return -1;
    }

    private boolean names(TextRow row) {
        return List.of(
                        protocol.columns().animal(),
                        protocol.columns().day(),
                        protocol.columns().arm())
                .stream()
                .flatMap(Optional::stream)
                .anyMatch(name ->
                        row.cells().stream().anyMatch(cell -> cell.strip().equalsIgnoreCase(name.strip())));
    }

    private void read(String path, TextTable table) {
        List<TextRow> below = table.rows().subList(header(table), table.rows().size());
        TextTable part = new TextTable(
                path,
                table.separator(),
                table.decimalMark(),
                below,
                table.endsWithLineEnd(),
                table.findings(),
                table.sheet());
        TidyTable.of(part, faults).ifPresent(tidy -> read(path, tidy));
    }

    private void read(String path, TidyTable table) {
        GrowthColumns columns = GrowthColumns.of(table, protocol.columns(), faults);
        if (columns.animal().isEmpty()) {
            faults.add(
                    path,
                    "header",
                    "no column names the animal",
                    "state animal=COLUMN; the columns are: " + names(table));
            return;
        }
        if (columns.day().isEmpty() && columns.hasVolumes() && columns.wide().isEmpty()) {
            faults.add(path, "header", "no column names the day", "state day=COLUMN; the columns are: " + names(table));
            return;
        }
        animalColumn = animalColumn.isEmpty() ? columns.animal().get().name() : animalColumn;
        columns.arm().filter(_ -> armColumn.isEmpty()).ifPresent(column -> armColumn = column.name());
        findings.addAll(table.findings());
        for (TextRow row : table.rows()) {
            if (columns.wide().isEmpty()) {
                rows.add(row(path, row, columns));
            } else {
                wide(path, row, columns);
            }
        }
    }

    private static String names(TidyTable table) {
        return String.join(", ", table.columns().stream().map(TidyColumn::name).toList());
    }

    private static String text(Optional<TidyColumn> column, TextRow row) {
        return column.map(found -> found.text(row)).orElse("");
    }

    private MeasuredRow row(String path, TextRow row, GrowthColumns columns) {
        String exclusion = text(columns.exclude(), row);
        String reason = text(columns.reason(), row);
        Sizes sizes = NumberText.isMissing(exclusion) ? sizes(row, columns) : Sizes.NONE;
        return new MeasuredRow(
                path,
                row.place(),
                columns.animal().orElseThrow().requiredText(row, faults),
                text(columns.arm(), row),
                columns.day().flatMap(column -> when(column, row)),
                sizes.volume,
                sizes.length,
                columns.weight().map(column -> calipers.grams(column, row)).orElse(OptionalDouble.empty()),
                NumberText.isMissing(reason) ? "" : reason,
                columns.departureDay()
                        .filter(column -> !NumberText.isMissing(column.text(row)))
                        .flatMap(column -> when(column, row)),
                text(columns.operator(), row),
                columns.tumourWeight()
                        .map(column -> calipers.milligrams(column, row))
                        .orElse(OptionalDouble.empty()),
                NumberText.isMissing(exclusion) ? "" : exclusion);
    }

    private Optional<StudyDays.When> when(TidyColumn column, TextRow row) {
        if (column.requiredText(row, faults).isEmpty()) {
            return Optional.empty();
        }
        Optional<StudyDays.When> when = StudyDays.parse(column.text(row));
        if (when.isEmpty()) {
            column.fault(
                    row,
                    "'" + column.name() + "': '" + column.text(row) + "' is neither a study day nor a date",
                    "write 7, or a date such as 2024-03-05",
                    faults);
        }
        return when;
    }

    /** Volume and caliper length of a row. */
    private record Sizes(OptionalDouble volume, OptionalDouble length) {
        static final Sizes NONE = new Sizes(OptionalDouble.empty(), OptionalDouble.empty());
    }

    private Sizes sizes(TextRow row, GrowthColumns columns) {
        OptionalDouble stated =
                columns.volume().map(column -> calipers.volume(column, row)).orElse(OptionalDouble.empty());
        if (!columns.hasCalipers()) {
            return new Sizes(stated, OptionalDouble.empty());
        }
        OptionalDouble first = calipers.length(columns.length().orElseThrow(), row);
        OptionalDouble second = calipers.length(columns.width().orElseThrow(), row);
        if (first.isEmpty() || second.isEmpty()) {
            if (first.isPresent() != second.isPresent()) {
                TidyColumn missing = (first.isEmpty() ? columns.length() : columns.width()).orElseThrow();
                if (!NumberText.isMissing(missing.text(row))) {
                    return new Sizes(stated, OptionalDouble.empty()); // it was refused with its own reason
                }
                missing.fault(
                        row,
                        "'" + missing.name() + "' is missing beside its fellow",
                        "give both diameters or neither",
                        faults);
            }
            return new Sizes(stated, OptionalDouble.empty());
        }
        if ((first.getAsDouble() == 0) != (second.getAsDouble() == 0)) {
            columns.length()
                    .orElseThrow()
                    .fault(
                            row,
                            "one diameter is 0 and the other is not",
                            "give 0 for both where no tumour is found",
                            faults);
            return Sizes.NONE;
        }
        double length = Math.max(first.getAsDouble(), second.getAsDouble());
        double width = Math.min(first.getAsDouble(), second.getAsDouble());
        if (first.getAsDouble() < second.getAsDouble()) {
            swaps.add(row.place());
        }
        OptionalDouble height =
                columns.height().map(column -> calipers.length(column, row)).orElse(OptionalDouble.empty());
        VolumeFormula formula = protocol.reading().formula();
        if (formula == VolumeFormula.ELLIPSOID && height.isEmpty()) {
            faults.add(
                    columns.length().orElseThrow().file(),
                    row.place(),
                    "there is no height",
                    "state another formula than ellipsoid");
            return Sizes.NONE;
        }
        double volume = formula.of(length, width, height.orElse(0));
        stated.ifPresent(value -> formulas.compare(value, length, width));
        return new Sizes(OptionalDouble.of(volume), OptionalDouble.of(length));
    }

    private void wide(String path, TextRow row, GrowthColumns columns) {
        String animal = columns.animal().orElseThrow().requiredText(row, faults);
        String arm = text(columns.arm(), row);
        Optional<StudyDays.When> lastMeasured = Optional.empty();
        for (TidyColumn column : columns.wide()) {
            Optional<StudyDays.When> when = StudyDays.parse(column.name());
            String cell = column.text(row);
            if (NumberText.isMissing(cell)) {
                continue;
            }
            boolean isWord = cell.chars().noneMatch(Character::isDigit);
            OptionalDouble volume = isWord ? OptionalDouble.empty() : calipers.volume(column, row);
            rows.add(new MeasuredRow(
                    path,
                    row.place(column.index()),
                    animal,
                    arm,
                    isWord ? lastMeasured : when,
                    volume,
                    OptionalDouble.empty(),
                    OptionalDouble.empty(),
                    isWord ? cell : "",
                    Optional.empty(),
                    "",
                    OptionalDouble.empty(),
                    ""));
            lastMeasured = isWord ? lastMeasured : when;
        }
        String reason = text(columns.reason(), row);
        OptionalDouble tumour = columns.tumourWeight()
                .map(column -> calipers.milligrams(column, row))
                .orElse(OptionalDouble.empty());
        rows.add(new MeasuredRow(
                path,
                row.place(),
                animal,
                arm,
                Optional.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                NumberText.isMissing(reason) ? "" : reason,
                columns.departureDay()
                        .filter(column -> !NumberText.isMissing(column.text(row)))
                        .flatMap(column -> when(column, row)),
                "",
                tumour,
                ""));
    }
}
