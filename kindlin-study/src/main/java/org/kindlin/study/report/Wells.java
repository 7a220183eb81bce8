package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Lists of wells, with runs along a row drawn together: "A01–A24, B07". */
final class Wells {
    private static final Pattern WELL = Pattern.compile("well ([A-Z]{1,2})(\\d{1,2})");
    private static final int SHORTEST_RUN = 3;

    private record Well(String row, int column) {
        String name() {
            return String.format(Locale.ROOT, "%s%02d", row, column);
        }

        boolean precedes(Well other) {
            return row.equals(other.row) && column + 1 == other.column;
        }
    }

    private Wells() {}

    /** The places in reading order of the plate; empty where one of them is not a well. */
    static Optional<List<String>> runs(List<String> places) {
        List<Well> wells = new ArrayList<>();
        for (String place : places) {
            Matcher matcher = WELL.matcher(place);
            if (!matcher.matches()) {
                return Optional.empty();
            }
            wells.add(new Well(matcher.group(1), Integer.parseInt(matcher.group(2))));
        }
        wells.sort(Comparator.comparingInt((Well well) -> well.row().length())
                .thenComparing(Well::row)
                .thenComparingInt(Well::column));
        return Optional.of(joined(wells));
    }

    private static List<String> joined(List<Well> wells) {
        List<String> runs = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= wells.size(); i++) {
            if (i == wells.size() || !wells.get(i - 1).precedes(wells.get(i))) {
                add(runs, wells.subList(start, i));
                start = i;
            }
        }
        return runs;
    }

    private static void add(List<String> runs, List<Well> run) {
        if (run.size() >= SHORTEST_RUN) {
            runs.add(run.getFirst().name() + "–" + run.getLast().name());
        } else {
            run.forEach(well -> runs.add(well.name()));
        }
    }
}
