package org.kindlin.assays.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/**
 * A spillover matrix in a text file: a line of parameter names, then one line per dye, with its name first or without. Lines
 * named like the columns belong to those columns, in whatever order they stand. Lines before the names, as FlowJo 9 writes them,
 * are titles. Columns are separated by tabs, semicolons, commas or spaces; names may be quoted.
 */
public final class SpilloverTable {
    private static final String REMEDY = "give a line of n parameter names and n lines of n numbers";

    private SpilloverTable() {}

    /** The matrix; empty where faults were added. */
    public static Optional<Spillover> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(decoded -> parse(file.path(), decoded.text(), faults));
    }

    /**
     * The matrix as it applies to a data set: its detectors by the names they have there, percent as fractions.
     *
     * @param file the matrix's file, for faults
     * @return empty, after a fault, where a detector is not there
     */
    public static Optional<Spillover> applied(Spillover matrix, String file, FcsDataSet set, Findings findings) {
        List<String> absent = matrix.detectors().stream()
                .filter(name -> DetectorName.resolve(name, set).isEmpty())
                .toList();
        List<String> detectors = matrix.detectors().stream()
                .flatMap(name -> DetectorName.resolve(name, set).stream())
                .toList();
        if (!absent.isEmpty() || detectors.stream().distinct().count() < detectors.size()) {
            findings.fault(
                    "",
                    absent.isEmpty()
                            ? "two rows of the spillover matrix " + file + " name one channel"
                            : "has no channel '" + absent.getFirst() + "', which the spillover matrix " + file
                                    + " names",
                    "channels are: "
                            + String.join(
                                    ", ",
                                    set.parameters().stream()
                                            .map(FcsParameter::name)
                                            .toList()));
            return Optional.empty();
        }
        if (matrix.isPercent()) {
            findings.note("spillover", file + " has 100 along the diagonal: read as percent");
        }
        return Optional.of(
                new Spillover(detectors, matrix.isPercent() ? matrix.ofPercent().matrix() : matrix.matrix()));
    }

    private static Optional<Spillover> parse(String file, String text, Faults faults) {
        List<String> all =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
        int titles = titles(all);
        List<String> lines = all.subList(titles, all.size());
        if (lines.size() < 2) {
            faults.add(file, "", "is no spillover matrix: " + lines.size() + " lines", REMEDY);
            return Optional.empty();
        }
        String separator = separator(lines.get(1));
        List<String> names = new ArrayList<>(cells(lines.getFirst(), separator));
        int order = lines.size() - 1;
        if (names.size() == order + 1) {
            names.removeFirst();
        }
        if (names.size() != order || names.stream().anyMatch(String::isEmpty)) {
            faults.add(
                    file, "line " + (titles + 1), names.size() + " names over " + order + " lines of numbers", REMEDY);
            return Optional.empty();
        }
        List<String> rowNames = new ArrayList<>();
        List<double[]> rows = new ArrayList<>();
        for (int i = 0; i < order; i++) {
            List<String> cells = cells(lines.get(i + 1), separator);
            Optional<double[]> row = numbers(cells, order);
            if (row.isEmpty()) {
                faults.add(file, "line " + (titles + i + 2), "is not " + order + " numbers", REMEDY);
                return Optional.empty();
            }
            rows.add(row.get());
            rowNames.add(cells.getFirst());
        }
        boolean isNamed = rowNames.stream().distinct().count() == order && rowNames.containsAll(names);
        double[][] matrix = new double[order][];
        for (int i = 0; i < order; i++) {
            matrix[i] = rows.get(isNamed ? rowNames.indexOf(names.get(i)) : i);
        }
        return Optional.of(new Spillover(names, matrix));
    }

    /** Lines before that of the names, which is the last before one that ends in a number. */
    private static int titles(List<String> lines) {
        for (int i = 1; i < lines.size(); i++) {
            List<String> cells = cells(lines.get(i), separator(lines.get(i)));
            if (number(cells.getLast()).isPresent()) {
                return i - 1;
            }
        }
        return 0;
    }

    private static String separator(String line) {
        for (String separator : List.of("\t", ";", ",")) {
            if (line.contains(separator)) {
                return separator;
            }
        }
        return "\\s+";
    }

    private static List<String> cells(String line, String separator) {
        return Arrays.stream(line.split(separator, -1))
                .map(cell -> cell.strip().replaceAll("^\"|\"$", ""))
                .toList();
    }

    /** The last n cells as numbers; a name may stand before them. */
    private static Optional<double[]> numbers(List<String> cells, int n) {
        if (cells.size() != n && cells.size() != n + 1) {
            return Optional.empty();
        }
        double[] row = new double[n];
        for (int i = 0; i < n; i++) {
            OptionalDouble number = number(cells.get(cells.size() - n + i));
            if (number.isEmpty()) {
                return Optional.empty();
            }
            row[i] = number.getAsDouble();
        }
        return Optional.of(row);
    }

    private static OptionalDouble number(String cell) {
        return Keywords.parse(cell.replace(',', '.'));
    }
}
