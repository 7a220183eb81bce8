package org.kindlin.assays.pharmacokinetics;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.quantity.Dimension;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/** Reads concentration-time tables: one row per sample, what names the profile in columns of its own. */
final class PharmacokineticsReader {
    private final PharmacokineticsProtocol protocol;
    private final Faults faults;
    private final Map<Map<String, String>, ProfileDraft> drafts = new LinkedHashMap<>();
    private final List<DataPoint> points = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    private PharmacokineticsReader(PharmacokineticsProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static PharmacokineticsData read(List<InputFile> files, PharmacokineticsProtocol protocol, Faults faults) {
        PharmacokineticsReader reader = new PharmacokineticsReader(protocol, faults);
        files.forEach(reader::read);
        DoseRule doses = DoseRule.of(reader.drafts.values(), protocol);
        List<Profile> profiles = reader.drafts.values().stream()
                .map(draft -> draft.profile(doses, protocol, faults))
                .toList();
        if (profiles.isEmpty() && !faults.any()) {
            faults.add(files.getFirst().data().path(), "", "no row has a concentration", "give at least one sample");
        }
        return new PharmacokineticsData(profiles, reader.points, reader.exclusions, doses.findings());
    }

    private void read(InputFile file) {
        TidyTable.read(file.data(), faults)
                .ifPresent(table ->
                        ProfileColumns.of(table, protocol, faults).ifPresent(columns -> rows(file, table, columns)));
    }

    private void rows(InputFile file, TidyTable table, ProfileColumns columns) {
        ExposureUnits units = units(columns);
        for (TextRow row : table.rows()) {
            Map<String, String> group = new LinkedHashMap<>(file.tags());
            columns.group().forEach(column -> group.put(column.name(), column.text(row)));
            Map<String, String> subject = new LinkedHashMap<>(group);
            columns.by().forEach(column -> subject.put(column.name(), column.requiredText(row, faults)));
            ProfileDraft draft = drafts.computeIfAbsent(subject, key -> new ProfileDraft(key, group, units));
            columns.dose().ifPresent(column -> draft.dose(column, row, faults));
            columns.weight().ifPresent(column -> draft.weight(column, row, faults));
            sample(row, columns, draft);
        }
        drafts.values().removeIf(ProfileDraft::isEmpty);
    }

    private void sample(TextRow row, ProfileColumns columns, ProfileDraft draft) {
        String reason = columns.exclude().map(column -> column.text(row)).orElse("");
        boolean stated = !NumberText.isMissing(reason);
        TidyColumn column = columns.concentration();
        if (NumberText.isMissing(column.text(row))) {
            if (!draft.isDoseRow(columns.dose(), row)) {
                exclusions.add(new Exclusion(column.file(), row.place(), stated ? reason : "no concentration"));
            }
            return;
        }
        OptionalDouble time = columns.time().number(row, faults);
        Optional<Level> level = Level.read(column, row, protocol.samples().limit(), faults);
        if (time.isEmpty() || level.isEmpty()) {
            return;
        }
        PharmacokineticsProtocol.Samples samples = protocol.samples();
        if (samples.belowLimit() == BelowLimit.HALF
                && level.get().isBelowLimit()
                && level.get().limit().isEmpty()) {
            column.fault(row, "half of a limit that is not stated", "state lloq, or write <0.5", faults);
            return;
        }
        boolean outside = time.getAsDouble() < samples.from() || time.getAsDouble() > samples.to();
        String why = stated ? reason : outside ? "outside the times used" : "";
        points.add(point(column.file(), row, draft, level.get(), why));
        if (why.isEmpty()) {
            draft.add(new Sample(
                    time.getAsDouble() - protocol.dosing().time(),
                    level.get().value(),
                    level.get().isBelowLimit(),
                    level.get().limit(),
                    column.file(),
                    row.place()));
        } else {
            exclusions.add(new Exclusion(column.file(), row.place(), why));
        }
    }

    private static DataPoint point(String file, TextRow row, ProfileDraft draft, Level level, String why) {
        String unit = draft.units().concentrationSymbol();
        return new DataPoint(
                file,
                "",
                row.place(),
                draft.subject(),
                level.isBelowLimit() ? "below limit of quantification" : "sample",
                Amount.none(""),
                level.isBelowLimit() ? Amount.none(unit) : Amount.of(level.value(), unit),
                Amount.none(""),
                why);
    }

    /** What is stated, else what headers say; times are hours where nothing says otherwise. */
    private ExposureUnits units(ProfileColumns columns) {
        PharmacokineticsProtocol.StatedUnits stated = protocol.units();
        Optional<DoseUnit> doseUnit = protocol.dosing().statement() instanceof DoseStatement.Amount amount
                ? amount.unit()
                : columns.dose().flatMap(column -> HeaderUnit.of(column.name(), DoseUnit::parse));
        return new ExposureUnits(
                stated.concentration()
                        .or(() -> HeaderUnit.of(columns.concentration().name(), Unit::parse)
                                .filter(unit -> unit.dimension() == Dimension.MASS_CONCENTRATION
                                        || unit.dimension() == Dimension.AMOUNT_CONCENTRATION)),
                stated.time()
                        .or(() -> HeaderUnit.of(columns.time().name(), Unit::parse)
                                .filter(unit -> unit.dimension() == Dimension.TIME))
                        .or(() -> Optional.of(Unit.HOUR)),
                doseUnit.or(stated::dose),
                stated.molarMass());
    }
}
