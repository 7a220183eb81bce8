package org.kindlin.mechanism.petab;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the measurement table. */
final class MeasurementTable {
    private MeasurementTable() {}

    static List<Measurement> read(PetabTable table) {
        table.require("observableId", "simulationConditionId", "measurement", "time");
        List<Measurement> measurements = new ArrayList<>();
        for (PetabTable.Row row : table.rows()) {
            String before = table.text(row, "preequilibrationConditionId");
            boolean none = before.isEmpty() || before.equalsIgnoreCase("nan");
            Optional<Measurement.Censoring> censoring = censoring(table, row);
            double time = table.number(row, "time");
            if (time < 0) {
                table.fault(row, "the time is before the start of the experiment", "use a time from 0 on");
            }
            measurements.add(new Measurement(
                    row.line(),
                    table.text(row, "observableId"),
                    none ? Optional.empty() : Optional.of(before),
                    table.text(row, "simulationConditionId"),
                    time,
                    censoring.isPresent() ? Double.NaN : table.number(row, "measurement"),
                    Cells.values(table, row, "observableParameters"),
                    Cells.values(table, row, "noiseParameters"),
                    censoring));
        }
        return measurements;
    }

    /** As pyPESTO has it: {@code measurementType} censored, limits in {@code censoringBounds}. */
    private static Optional<Measurement.Censoring> censoring(PetabTable table, PetabTable.Row row) {
        String type = table.text(row, "measurementType");
        if (type.isEmpty() || type.equals("quantitative")) {
            return Optional.empty();
        }
        String[] limits = table.text(row, "censoringBounds").split(";", -1);
        try {
            switch (type) {
                case "censored" -> {
                    if (limits.length == 2) {
                        return Optional.of(new Measurement.Censoring(
                                PetabTable.parse(limits[0].strip()), PetabTable.parse(limits[1].strip())));
                    }
                }
                case "left-censored" -> {
                    return Optional.of(
                            new Measurement.Censoring(Double.NEGATIVE_INFINITY, PetabTable.parse(limits[0].strip())));
                }
                case "right-censored" -> {
                    return Optional.of(
                            new Measurement.Censoring(PetabTable.parse(limits[0].strip()), Double.POSITIVE_INFINITY));
                }
                default -> {
                    table.fault(row, "no measurement type '" + type + "'", "use quantitative or censored");
                    return Optional.empty();
                }
            }
        } catch (NumberFormatException e) {
            // told below
        }
        table.fault(row, "a censored measurement needs its limits", "write low;high in censoringBounds");
        return Optional.empty();
    }
}
