package org.kindlin.numerics.mixed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The reference studies as models, and what R says about them. */
final class GrowthSets {
    private GrowthSets() {}

    private static List<String[]> rows(String file) {
        try (var stream = Objects.requireNonNull(GrowthSets.class.getResourceAsStream(file))) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.replace("\"", "").split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** R's answer for one quantity of one model. */
    static double[] expected(String model, String quantity) {
        return rows("expected.csv").stream()
                .filter(row -> row[0].equals(model) && row[1].equals(quantity))
                .mapToDouble(row -> Double.parseDouble(row[3]))
                .toArray();
    }

    /** Reaction ~ Days with a random intercept, and a random slope where asked for. */
    static MixedData sleep(boolean slope) {
        Map<String, List<String[]>> subjects = new LinkedHashMap<>();
        rows("sleepstudy.csv")
                .forEach(row ->
                        subjects.computeIfAbsent(row[2], _ -> new ArrayList<>()).add(row));
        return new MixedData(subjects.values().stream()
                .map(rows -> {
                    double[][] x = design(rows, row -> new double[] {1, number(row[1])});
                    double[][] z = slope ? x : design(rows, _ -> new double[] {1});
                    return new Subject(
                            rows.stream().mapToDouble(row -> number(row[0])).toArray(), x, z);
                })
                .toList());
    }

    private static double number(String text) {
        return Double.parseDouble(text);
    }

    private static double[][] design(List<String[]> rows, Function<String[], double[]> row) {
        return rows.stream().map(row).toArray(double[][]::new);
    }

    private static Map<String, List<String[]>> animals(String set) {
        Map<String, List<String[]>> animals = new LinkedHashMap<>();
        rows(set + "_long.csv").stream()
                .filter(row -> number(row[3]) > 0)
                .forEach(row ->
                        animals.computeIfAbsent(row[4], _ -> new ArrayList<>()).add(row));
        return animals;
    }

    private static List<String> arms(Map<String, List<String[]>> animals) {
        return animals.values().stream()
                .map(rows -> rows.getFirst()[0])
                .distinct()
                .toList();
    }

    /** log TV ~ Day * Treatment + (Day | ID). */
    static MixedData interceptAndSlope(String set) {
        Map<String, List<String[]>> animals = animals(set);
        List<String> arms = arms(animals);
        return new MixedData(animals.values().stream()
                .map(rows -> {
                    int arm = arms.indexOf(rows.getFirst()[0]);
                    double[] y = rows.stream()
                            .mapToDouble(row -> Math.log(number(row[3])))
                            .toArray();
                    double[][] x = design(rows, row -> {
                        double[] line = new double[2 * arms.size()];
                        line[0] = 1;
                        line[1] = number(row[2]);
                        if (arm > 0) {
                            line[1 + arm] = 1;
                            line[arms.size() + arm] = number(row[2]);
                        }
                        return line;
                    });
                    return new Subject(y, x, design(rows, row -> new double[] {1, number(row[2])}));
                })
                .toList());
    }

    /** log(TV / TV0) ~ 0 + Day:Treatment + (0 + Day | ID), days after the first. */
    static MixedData relative(String set) {
        Map<String, List<String[]>> animals = animals(set);
        List<String> arms = arms(animals);
        return new MixedData(animals.values().stream()
                .map(all -> {
                    int arm = arms.indexOf(all.getFirst()[0]);
                    List<String[]> rows =
                            all.stream().filter(row -> number(row[2]) > 0).toList();
                    double[] y = rows.stream()
                            .mapToDouble(row -> Math.log(number(row[3]) / number(row[5])))
                            .toArray();
                    double[][] x = design(rows, row -> {
                        double[] line = new double[arms.size()];
                        line[arm] = number(row[2]);
                        return line;
                    });
                    double[] time =
                            rows.stream().mapToDouble(row -> number(row[2])).toArray();
                    int[] stratum = new int[time.length];
                    Arrays.fill(stratum, arm);
                    return new Subject(y, x, design(rows, row -> new double[] {number(row[2])}), time, stratum);
                })
                .toList());
    }
}
