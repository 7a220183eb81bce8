package org.kindlin.numerics.survival;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Numbers of a reference file by path, and the classic data sets (from R's survival package, long published). */
public final class Reference {
    private final Map<String, String> values = new HashMap<>();

    public Reference(String file) {
        lines(file).filter(line -> !line.startsWith("#")).forEach(line -> {
            int equals = line.indexOf(" = ");
            values.put(line.substring(0, equals), line.substring(equals + 3));
        });
    }

    private static Stream<String> lines(String file) {
        try (InputStream in = Reference.class.getResourceAsStream(
                "/org/kindlin/numerics/" + (file.contains("/") ? file : "survival/" + file))) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8).lines();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public boolean has(String path) {
        return values.containsKey(path);
    }

    public String text(String path) {
        return Objects.requireNonNull(values.get(path), path);
    }

    public double number(String path) {
        return Double.parseDouble(text(path));
    }

    public double[] numbers(String path) {
        return Arrays.stream(text(path).split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    /** A data set: columns by name, rows in order. */
    public static final class Table {
        private final List<String> names;
        private final List<String[]> rows = new ArrayList<>();

        public Table(String file) {
            List<String> lines = lines(file).toList();
            names = Arrays.stream(lines.getFirst().split(",", -1))
                    .map(Table::bare)
                    .toList();
            lines.stream()
                    .skip(1)
                    .forEach(line -> rows.add(
                            Arrays.stream(line.split(",", -1)).map(Table::bare).toArray(String[]::new)));
        }

        private Table(List<String> names, List<String[]> rows) {
            this.names = names;
            this.rows.addAll(rows);
        }

        private static String bare(String cell) {
            return cell.replace("\"", "");
        }

        public String[] texts(String column) {
            int at = names.indexOf(column);
            return rows.stream().map(row -> row[at]).toArray(String[]::new);
        }

        public double[] numbers(String column) {
            return Arrays.stream(texts(column))
                    .mapToDouble(text -> text.isEmpty() ? Double.NaN : Double.parseDouble(text))
                    .toArray();
        }

        /** The rows without a missing value in these columns. */
        public Table complete(String... columns) {
            List<String[]> kept = rows.stream()
                    .filter(row -> Arrays.stream(columns).noneMatch(c -> row[names.indexOf(c)].isEmpty()))
                    .toList();
            return new Table(names, kept);
        }

        /** Codes from 0 in the order of the sorted values. */
        public int[] codes(String column) {
            String[] texts = texts(column);
            List<String> levels = Arrays.stream(texts).distinct().sorted().toList();
            return Arrays.stream(texts).mapToInt(levels::indexOf).toArray();
        }

        public SurvivalSample sample(String time, String event) {
            double[] happened = numbers(event);
            boolean[] events = new boolean[happened.length];
            for (int i = 0; i < events.length; i++) {
                events[i] = happened[i] == 1;
            }
            return SurvivalSample.of(numbers(time), events);
        }
    }
}
