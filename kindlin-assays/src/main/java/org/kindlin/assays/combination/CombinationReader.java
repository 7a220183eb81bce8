package org.kindlin.assays.combination;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.text.NumberText;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.fault.Faults;

/**
 * Reads dose matrices from tidy text files (one row per well, one column for each dose and one for the response) and from
 * plates with maps.
 */
final class CombinationReader {
    private static final int FEWEST_DOSES = 3;

    private final CombinationProtocol protocol;
    private final Faults faults;
    private final Map<Map<String, String>, List<Measurement>> matrices = new LinkedHashMap<>();
    private final List<DataPoint> points = new ArrayList<>();
    private final List<Exclusion> exclusions = new ArrayList<>();

    private CombinationReader(CombinationProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static CombinationData read(List<InputFile> files, CombinationProtocol protocol, Faults faults) {
        CombinationReader reader = new CombinationReader(protocol, faults);
        List<InputFile> mapped =
                files.stream().filter(file -> file.layout().isPresent()).toList();
        CombinationPlates.Read plates = CombinationPlates.read(mapped, protocol, faults);
        plates.plates().forEach(reader::take);
        files.stream().filter(file -> file.layout().isEmpty()).forEach(reader::read);
        List<CombinationData.Matrix> matrices = new ArrayList<>();
        reader.matrices.forEach((subject, wells) -> matrices.add(new CombinationData.Matrix(subject, wells)));
        if (!faults.any()) {
            matrices.forEach(matrix -> reader.check(files.getFirst(), matrix));
        }
        return new CombinationData(
                matrices, reader.points, reader.exclusions, plates.quality().control());
    }

    /** Takes the wells of a plate; plates of one subject are one matrix. */
    private void take(CombinationPlates.MatrixPlate plate) {
        exclusions.addAll(plate.block().exclusions());
        for (CombinationPlates.PlateWell well : plate.wells()) {
            matrices.computeIfAbsent(plate.subject(), _ -> new ArrayList<>()).add(well.measurement());
            points.add(point(
                    plate.block().file(),
                    plate.block().plate(),
                    "well " + well.address(),
                    plate.subject(),
                    well.measurement()));
        }
    }

    private record Columns(
            TidyColumn first,
            TidyColumn second,
            TidyColumn response,
            List<TidyColumn> by,
            Optional<TidyColumn> exclude) {}

    private void read(InputFile file) {
        TidyTable.read(file.data(), faults)
                .ifPresent(table ->
                        columns(table).ifPresent(columns -> table.rows().forEach(row -> read(file, row, columns))));
    }

    private Optional<Columns> columns(TidyTable table) {
        CombinationProtocol.Columns names = protocol.columns();
        Optional<TidyColumn> first = table.required(names.firstDose(), faults);
        Optional<TidyColumn> second = table.required(names.secondDose(), faults);
        Optional<TidyColumn> response = table.required(names.response(), faults);
        List<TidyColumn> by = names.by().stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
        Optional<TidyColumn> exclude = names.exclude().flatMap(name -> table.required(name, faults));
        return first.isPresent()
                        && second.isPresent()
                        && response.isPresent()
                        && by.size() == names.by().size()
                        && exclude.isPresent() == names.exclude().isPresent()
                ? Optional.of(new Columns(first.get(), second.get(), response.get(), by, exclude))
                : Optional.empty();
    }

    private void read(InputFile file, TextRow row, Columns columns) {
        String reason = columns.exclude().map(column -> column.text(row)).orElse("");
        boolean stated = !NumberText.isMissing(reason);
        boolean missing = NumberText.isMissing(columns.response().text(row));
        if (stated || missing) {
            exclusions.add(new Exclusion(file.data().path(), "line " + row.line(), stated ? reason : "no response"));
            return;
        }
        OptionalDouble first = columns.first().nonNegative(row, faults);
        OptionalDouble second = columns.second().nonNegative(row, faults);
        OptionalDouble response = columns.response().number(row, faults);
        if (first.isPresent() && second.isPresent() && response.isPresent()) {
            Map<String, String> subject = new LinkedHashMap<>(file.tags());
            columns.by().forEach(column -> subject.put(column.name(), column.text(row)));
            Measurement well = new Measurement(first.getAsDouble(), second.getAsDouble(), response.getAsDouble());
            matrices.computeIfAbsent(subject, _ -> new ArrayList<>()).add(well);
            points.add(point(file.data().path(), "", "line " + row.line(), subject, well));
        }
    }

    private DataPoint point(String file, String plate, String place, Map<String, String> subject, Measurement well) {
        Map<String, String> named = new LinkedHashMap<>(subject);
        named.put("compound", protocol.first());
        named.put("compound2", protocol.second());
        named.put("dose2", DoseText.of(well.secondDose(), protocol.secondUnit()));
        return new DataPoint(
                file,
                plate,
                place,
                named,
                "sample",
                Amount.of(well.firstDose(), protocol.firstUnit()),
                Amount.none(""),
                Amount.of(well.response(), protocol.scale() == ResponseScale.SIGNAL ? "" : "%"),
                "");
    }

    /** Without untreated wells, each agent alone at three doses and one combination there is no null model. */
    private void check(InputFile file, CombinationData.Matrix matrix) {
        List<Measurement> wells = matrix.wells();
        String which = matrix.subject().isEmpty()
                ? ""
                : " for " + String.join(", ", matrix.subject().values());
        if (wells.stream().noneMatch(well -> well.firstDose() == 0 && well.secondDose() == 0)) {
            fault(file, "there is no untreated well" + which, "add rows where both doses are 0");
        }
        alone(
                file,
                protocol.first() + which,
                wells.stream()
                        .filter(well -> well.secondDose() == 0)
                        .map(Measurement::firstDose)
                        .toList());
        alone(
                file,
                protocol.second() + which,
                wells.stream()
                        .filter(well -> well.firstDose() == 0)
                        .map(Measurement::secondDose)
                        .toList());
        if (wells.stream().noneMatch(well -> well.firstDose() > 0 && well.secondDose() > 0)) {
            fault(file, "no well got both agents" + which, "for single agents use dose-response");
        }
    }

    private void alone(InputFile file, String agent, List<Double> doses) {
        long different = doses.stream().filter(dose -> dose > 0).distinct().count();
        if (different < FEWEST_DOSES) {
            fault(
                    file,
                    agent + " was given alone at " + different + " doses",
                    "its curve needs at least " + FEWEST_DOSES + " doses where the other agent's dose is 0");
        }
    }

    private void fault(InputFile file, String problem, String remedy) {
        faults.add(file.data().path(), "", problem, remedy);
    }
}
