package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;

/**
 * Series along rows, one after the other, controls shared out among the rows, and every row turned by one column more
 * than the row above: so no column holds all of a control and replicates of a dose stand in different columns.
 */
final class InterleavedRows {
    private final Map<Integer, List<WellAddress>> rows = new TreeMap<>();

    InterleavedRows(List<WellAddress> usable) {
        usable.forEach(
                well -> rows.computeIfAbsent(well.row(), _ -> new ArrayList<>()).add(well));
    }

    void place(List<WellContent> contents, Map<WellAddress, WellContent> placed) {
        List<List<WellContent>> filled = new ArrayList<>();
        rows.values().forEach(_ -> filled.add(new ArrayList<>()));
        List<List<WellAddress>> places = List.copyOf(rows.values());
        for (List<WellContent> line : lines(contents)) {
            layLine(line, filled, places);
        }
        List<WellContent> controls = contents.stream()
                .filter(content -> content.role() != WellRole.SAMPLE)
                .toList();
        int row = -1;
        for (WellContent control : controls) {
            row = nextWithRoom(row, filled, places);
            filled.get(row).add(control);
        }
        for (int turned = 0; turned < filled.size(); turned++) {
            turn(turned, filled.get(turned), places.get(turned), placed);
        }
    }

    /** The next row below that has room, beginning again at the top. */
    private static int nextWithRoom(int row, List<List<WellContent>> filled, List<List<WellAddress>> places) {
        int next = (row + 1) % filled.size();
        while (filled.get(next).size() == places.get(next).size()) {
            next = (next + 1) % filled.size();
        }
        return next;
    }

    /** The series, replicate by replicate. */
    private static List<List<WellContent>> lines(List<WellContent> contents) {
        Map<Integer, List<WellContent>> lines = new TreeMap<>();
        contents.stream()
                .filter(content -> content.role() == WellRole.SAMPLE)
                .forEach(content -> lines.computeIfAbsent(content.line(), _ -> new ArrayList<>())
                        .add(content));
        return List.copyOf(lines.values());
    }

    /** Into the first row with room for all of it; else wherever there is room. */
    private static void layLine(
            List<WellContent> line, List<List<WellContent>> filled, List<List<WellAddress>> places) {
        for (int row = 0; row < filled.size(); row++) {
            if (filled.get(row).size() + line.size() <= places.get(row).size()) {
                filled.get(row).addAll(line);
                return;
            }
        }
        line.forEach(content -> emptiest(filled, places).add(content));
    }

    private static List<WellContent> emptiest(List<List<WellContent>> filled, List<List<WellAddress>> places) {
        int best = 0;
        for (int row = 1; row < filled.size(); row++) {
            int room = places.get(row).size() - filled.get(row).size();
            if (room > places.get(best).size() - filled.get(best).size()) {
                best = row;
            }
        }
        return filled.get(best);
    }

    private static void turn(
            int row, List<WellContent> contents, List<WellAddress> places, Map<WellAddress, WellContent> placed) {
        for (int i = 0; i < contents.size(); i++) {
            placed.put(places.get((i + row) % places.size()), contents.get(i));
        }
    }
}
