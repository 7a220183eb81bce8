package org.kindlin.assays.event;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.text.TextDecoder;
import org.kindlin.fault.Faults;

/**
 * A spillover matrix in a text file: a line of parameter names, then one line per dye, with its name first or without.
 * Columns are separated by tabs, semicolons, commas or spaces; names may be quoted.
 */
public final class SpilloverTable {
    private static final String REMEDY = "give a line of n parameter names and n lines of n numbers";

    private SpilloverTable() {}

    /** The matrix; empty where faults were added. */
    public static Optional<Spillover> read(RawFile file, Faults faults) {
        return TextDecoder.decode(file, faults).flatMap(decoded -> parse(file.path(), decoded.text(), faults));
    }

    private static Optional<Spillover> parse(String file, String text, Faults faults) {
        List<String> lines =
                text.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
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
            faults.add(file, "line 1", names.size() + " names over " + order + " lines of numbers", REMEDY);
            return Optional.empty();
        }
        double[][] matrix = new double[order][];
        for (int i = 0; i < order; i++) {
            List<String> cells = cells(lines.get(i + 1), separator);
            Optional<double[]> row = numbers(cells, order);
            if (row.isEmpty()) {
                faults.add(file, "line " + (i + 2), "is not " + order + " numbers", REMEDY);
                return Optional.empty();
            }
            matrix[i] = row.get();
        }
        Spillover spillover = new Spillover(names, matrix);
        if (!spillover.isRegular()) {
            faults.add(file, "", "the matrix has no inverse: its rows depend on each other", "correct the matrix");
            return Optional.empty();
        }
        return Optional.of(spillover);
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
            String text = cells.get(cells.size() - n + i).replace(',', '.');
            try {
                row[i] = Double.parseDouble(text);
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
            if (!Double.isFinite(row[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(row);
    }
}
