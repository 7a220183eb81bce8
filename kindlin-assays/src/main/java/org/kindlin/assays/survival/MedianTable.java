package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.text.TextRow;
import org.kindlin.assays.text.TidyColumn;
import org.kindlin.assays.text.TidyTable;
import org.kindlin.assays.workbook.TidyFile;
import org.kindlin.fault.Faults;

/** Medians as a publication prints them: one row for each arm, and perhaps its size. */
final class MedianTable {
    private MedianTable() {}

    static SurvivalData read(List<InputFile> files, SurvivalProtocol protocol, Faults faults) {
        List<ArmMedian> medians = new ArrayList<>();
        files.forEach(
                file -> TidyFile.read(file.data(), faults).ifPresent(table -> read(table, protocol, medians, faults)));
        return new SurvivalData(
                List.of(),
                medians.stream().map(ArmMedian::arm).toList(),
                "Only the medians of the arms are known.",
                List.of(),
                List.of(),
                List.of(),
                medians);
    }

    private static void read(TidyTable table, SurvivalProtocol protocol, List<ArmMedian> medians, Faults faults) {
        Optional<TidyColumn> median = table.required(protocol.medians().orElseThrow(), faults);
        Optional<TidyColumn> arm = table.required(protocol.columns().arm().orElse("arm"), faults);
        List<TidyColumn> factors = protocol.columns().factors().stream()
                .flatMap(name -> table.required(name, faults).stream())
                .toList();
        if (median.isEmpty()
                || arm.isEmpty()
                || factors.size() != protocol.columns().factors().size()) {
            return;
        }
        for (TextRow row : table.rows()) {
            OptionalDouble value = median.get().number(row, faults);
            if (value.isPresent() && !(value.getAsDouble() > 0)) {
                median.get().fault(row, "a median of " + median.get().text(row), "give a time above zero", faults);
            } else if (value.isPresent()) {
                double n = table.column("n")
                        .map(column -> column.numberIfPresent(row, faults).orElse(0))
                        .orElse(0.0);
                medians.add(new ArmMedian(
                        arm.get().text(row),
                        value.getAsDouble(),
                        (int) Math.rint(Math.clamp(n, 0, 1e9)),
                        given(factors, 0, row, faults),
                        given(factors, 1, row, faults)));
            }
        }
    }

    private static boolean given(List<TidyColumn> factors, int which, TextRow row, Faults faults) {
        if (factors.size() <= which) {
            return false;
        }
        Optional<Boolean> given = GivenText.parse(factors.get(which).text(row));
        if (given.isEmpty()) {
            factors.get(which)
                    .fault(
                            row,
                            "'" + factors.get(which).text(row) + "' does not say whether the agent was given",
                            "write 0 or 1",
                            faults);
        }
        return given.orElse(false);
    }
}
