package org.kindlin.assays.calibration;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Reads standard-curve plates from a tidy table: one reading per row, with the columns {@code role} and {@code signal}, {@code
 * concentration} for standards, and perhaps those of a {@link SpecimenSheet}. Roles are those of plate maps, or the
 * identifiers readers write: {@code STD3}, {@code BLK}, {@code SPL12}, {@code SPL1:2}.
 */
final class StandardCurveTable {
    private static final String[] SIGNAL = {"signal", "response", "absorbance", "od", "reading", "rfu", "fluorescence"};
    private static final String[] CONCENTRATION = {
        "concentration", "conc", "nominal", "nominal conc", "nominal concentration", "standard"
    };
    private static final Pattern IDENTIFIER =
            Pattern.compile("(?i)(STD|BLK|SPL|CTL|UNK)[ _-]?(\\d{0,4})(?::(\\d{1,4}))?");

    private final TidyTable table;
    private final StandardCurveProtocol.Source source;
    private final Faults faults;
    private final Map<Map<String, String>, Building> plates = new LinkedHashMap<>();

    private StandardCurveTable(TidyTable table, StandardCurveProtocol.Source source, Faults faults) {
        this.table = table;
        this.source = source;
        this.faults = faults;
    }

    /** Whether a file is such a table rather than a plate. */
    static boolean fits(RawFile file, StandardCurveProtocol.Source source) {
        Optional<TidyTable> table = TidyTable.read(file, new Faults());
        return !source.by().isEmpty()
                || table.filter(found ->
                                role(found).isPresent() && found.column(SIGNAL).isPresent())
                        .isPresent();
    }

    static List<StandardCurvePlate> read(InputFile file, StandardCurveProtocol.Source source, Faults faults) {
        Optional<TidyTable> table = TidyTable.read(file.data(), faults);
        if (table.isEmpty()) {
            return List.of();
        }
        StandardCurveTable reader = new StandardCurveTable(table.get(), source, faults);
        return reader.columns().map(columns -> reader.plates(file, columns)).orElse(List.of());
    }

    private record Columns(
            TidyColumn role, TidyColumn signal, Optional<TidyColumn> concentration, List<TidyColumn> by) {}

    private static Optional<TidyColumn> role(TidyTable table) {
        return table.column("role", "well role", "type", "well type", "well id");
    }

    private Optional<Columns> columns() {
        Optional<TidyColumn> role = role(table).or(() -> table.required("role", faults));
        Optional<TidyColumn> signal = table.column(SIGNAL).or(() -> table.required("signal", faults));
        List<TidyColumn> by = source.by().stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
        return role.isPresent()
                        && signal.isPresent()
                        && by.size() == source.by().size()
                ? Optional.of(new Columns(role.get(), signal.get(), table.column(CONCENTRATION), by))
                : Optional.empty();
    }

    /** One plate while its rows are read. */
    private record Building(
            List<StandardWell> standards,
            List<StandardCurvePlate.BlankWell> blanks,
            List<SpecimenWell> serum,
            List<SpecimenWell> specimens,
            List<Exclusion> exclusions) {
        Building() {
            this(new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        }
    }

    private List<StandardCurvePlate> plates(InputFile file, Columns columns) {
        for (TextRow row : table.rows()) {
            Map<String, String> subject = new LinkedHashMap<>(file.tags());
            columns.by().forEach(column -> subject.put(column.name(), column.text(row)));
            row(row, columns, plates.computeIfAbsent(subject, _ -> new Building()));
        }
        List<StandardCurvePlate> all = new ArrayList<>();
        plates.forEach((subject, plate) -> all.add(new StandardCurvePlate(
                table.file(),
                subject,
                new StandardCurvePlate.Units(source.unit().orElse(""), ""),
                plate.standards(),
                plate.blanks(),
                plate.serum(),
                plate.specimens(),
                plate.exclusions(),
                table.findings(),
                0)));
        return all;
    }

    private void row(TextRow row, Columns columns, Building plate) {
        if (NumberText.isMissing(columns.signal().text(row))) {
            plate.exclusions().add(new Exclusion(table.file(), "line " + row.line(), "no reading"));
            return;
        }
        OptionalDouble signal = columns.signal().number(row, faults);
        String text = columns.role().requiredText(row, faults);
        if (signal.isEmpty() || text.isEmpty()) {
            return;
        }
        Matcher identifier = IDENTIFIER.matcher(text);
        if (identifier.matches()) {
            identified(row, columns, plate, identifier, signal.getAsDouble());
            return;
        }
        Optional<WellRole> role = WellRole.parse(text);
        if (role.isEmpty()) {
            columns.role().fault(row, "'" + text + "' is no role", "the roles are: " + WellRole.all(), faults);
            return;
        }
        switch (role.get()) {
            case STANDARD -> standard(row, columns, plate, signal.getAsDouble());
            case BLANK, NO_ENZYME ->
                plate.blanks().add(new StandardCurvePlate.BlankWell(place(row), signal.getAsDouble()));
            case SERUM_BLANK -> plate.serum().add(specimen(row, "serum blank", false, signal.getAsDouble()));
            case SAMPLE, VEHICLE, UNKNOWN, POSITIVE, UNSTIMULATED ->
                plate.specimens().add(specimen(row, "line " + row.line(), true, signal.getAsDouble()));
            case EMPTY -> {}
        }
    }

    private void identified(TextRow row, Columns columns, Building plate, Matcher identifier, double signal) {
        switch (identifier.group(1).toUpperCase(Locale.ROOT)) {
            case "STD" -> standard(row, columns, plate, signal);
            case "BLK" -> plate.blanks().add(new StandardCurvePlate.BlankWell(place(row), signal));
            default -> plate.specimens().add(specimen(row, identifier.group(1) + identifier.group(2), true, signal));
        }
    }

    private void standard(TextRow row, Columns columns, Building plate, double signal) {
        if (columns.concentration().isEmpty()) {
            faults.add(
                    table.file(),
                    "header",
                    "there is no column with the concentrations of standards",
                    "name it 'concentration'");
            return;
        }
        columns.concentration()
                .get()
                .nonNegative(row, faults)
                .ifPresent(concentration -> plate.standards().add(new StandardWell(place(row), concentration, signal)));
    }

    /** A reading of a specimen; cell-free medium is no culture and has no treatment. */
    private SpecimenWell specimen(TextRow row, String otherwise, boolean culture, double signal) {
        SpecimenSheet.Entry entry = SpecimenSheet.entry(table, row, faults);
        String name = entry.sample().isEmpty() ? otherwise : entry.sample();
        Treatment treatment = culture ? treatment(row) : Treatment.NONE;
        return new SpecimenWell(
                place(row),
                new Specimen(name, SpecimenNames.fraction(entry.fraction()), treatment),
                entry.dilution(),
                entry.added(),
                entry.per(),
                signal);
    }

    private Treatment treatment(TextRow row) {
        String compound = text(row, "compound", "drug", "treatment");
        Optional<TidyColumn> dose = table.column("dose nM", "dose (nM)", "dose");
        OptionalDouble nanomolar =
                dose.isPresent() && !NumberText.isMissing(dose.get().text(row))
                        ? dose.get().nonNegative(row, faults)
                        : OptionalDouble.empty();
        boolean vehicle = WellRole.parse(compound)
                        .filter(role -> role == WellRole.VEHICLE)
                        .isPresent()
                || (!compound.isEmpty() && nanomolar.isPresent() && nanomolar.getAsDouble() == 0);
        return vehicle
                ? Treatment.VEHICLE
                : compound.isEmpty() ? Treatment.NONE : new Treatment(compound, text(row, "form"), nanomolar);
    }

    private String text(TextRow row, String... names) {
        return table.column(names).map(column -> column.text(row).strip()).orElse("");
    }

    private String place(TextRow row) {
        String well = text(row, "well", "well position", "position");
        return well.isEmpty() ? "line " + row.line() : well;
    }
}
