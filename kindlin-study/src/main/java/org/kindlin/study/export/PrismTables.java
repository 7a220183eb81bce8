package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.assays.prism.PrismColumn;
import org.kindlin.assays.prism.PrismTable;
import org.kindlin.assays.prism.PrismValue;
import org.kindlin.assays.prism.PrismWriter;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.study.json.JsonText;

/**
 * A curve family as XY tables: X the common logarithm of the dose, as Prism's {@code log(inhibitor) vs. response} expects,
 * or the dose itself where one is zero; a data set a curve; replicates side by side; wells left out struck out.
 */
final class PrismTables {
    private final CurveFamily family;
    private final boolean logarithmic;

    private PrismTables(CurveFamily family) {
        this.family = family;
        this.logarithmic = family.hasLogarithms();
    }

    /** As many tables as Prism's limit on data sets asks for. */
    static List<PrismTable> of(CurveFamily family) {
        List<Map.Entry<String, List<DataPoint>>> curves =
                List.copyOf(family.curves().entrySet());
        List<PrismTable> tables = new ArrayList<>();
        for (int from = 0; from < curves.size(); from += PrismWriter.MOST_DATA_SETS) {
            int to = Math.min(curves.size(), from + PrismWriter.MOST_DATA_SETS);
            String part = curves.size() <= PrismWriter.MOST_DATA_SETS ? "" : " " + (from + 1) + " to " + to;
            Map<String, SortedMap<Double, List<DataPoint>>> some = new LinkedHashMap<>();
            curves.subList(from, to).forEach(curve -> some.put(curve.getKey(), CurveFamily.byDose(curve.getValue())));
            tables.add(new PrismTables(family).table(some, part));
        }
        return tables;
    }

    private PrismTable table(Map<String, SortedMap<Double, List<DataPoint>>> curves, String part) {
        int replicates = Math.min(
                PrismWriter.MOST_REPLICATES,
                curves.values().stream()
                        .flatMap(doses -> doses.values().stream())
                        .mapToInt(List::size)
                        .max()
                        .orElse(1));
        List<Double> rows = rows(curves, replicates);
        List<PrismColumn> sets = curves.entrySet().stream()
                .map(curve -> dataSet(curve.getKey(), curve.getValue(), rows, replicates))
                .toList();
        PrismColumn x = new PrismColumn(
                xTitle(), List.of(rows.stream().map(this::xValue).toList()));
        return new PrismTable(title(part), PrismTable.Kind.XY, PrismTable.REPLICATES, List.of(), Optional.of(x), sets);
    }

    private String title(String part) {
        String subject = family.common().isEmpty() ? family.experiment() : family.experiment() + ": " + family.common();
        return (family.simulated() ? "SIMULATED DATA " : "") + subject + part;
    }

    private String xTitle() {
        String dose = family.doseUnit().isEmpty() ? "dose" : "dose [" + family.doseUnit() + "]";
        return logarithmic ? "log10(" + dose + ")" : dose;
    }

    private PrismValue xValue(double dose) {
        return PrismValue.of(JsonText.number(logarithmic ? StrictMath.log10(dose) : dose));
    }

    /** The doses, each as often as the curve with the most replicates needs rows for it. */
    private static List<Double> rows(Map<String, SortedMap<Double, List<DataPoint>>> curves, int replicates) {
        TreeSet<Double> doses = curves.values().stream()
                .flatMap(curve -> curve.keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<Double> rows = new ArrayList<>();
        for (double dose : doses) {
            int most = curves.values().stream()
                    .mapToInt(curve -> curve.getOrDefault(dose, List.of()).size())
                    .max()
                    .orElse(0);
            for (int from = 0; from < most; from += replicates) {
                rows.add(dose);
            }
        }
        return rows;
    }

    private PrismColumn dataSet(
            String name, SortedMap<Double, List<DataPoint>> doses, List<Double> rows, int replicates) {
        List<List<PrismValue>> subcolumns = new ArrayList<>();
        for (int replicate = 0; replicate < replicates; replicate++) {
            List<PrismValue> cells = new ArrayList<>();
            for (int row = 0; row < rows.size(); row++) {
                int repeat = row - rows.indexOf(rows.get(row));
                int index = repeat * replicates + replicate;
                List<DataPoint> points = doses.getOrDefault(rows.get(row), List.of());
                cells.add(index < points.size() ? cell(points.get(index)) : PrismValue.BLANK);
            }
            subcolumns.add(cells);
        }
        String unit = family.responseUnit().isEmpty() ? "" : " [" + family.responseUnit() + "]";
        return new PrismColumn(name + unit, subcolumns);
    }

    private static PrismValue cell(DataPoint point) {
        return new PrismValue(JsonText.number(CurveFamily.number(point.response())), point.excluded(), 0);
    }
}
