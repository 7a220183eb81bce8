package org.kindlin.numerics.regression;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * A nonlinear regression problem of the NIST Statistical Reference Datasets, parsed from its file: data, two starts,
 * certified parameters, standard deviations and residual sum of squares.
 */
record NistProblem(String name, List<double[]> rows, List<Coefficient> coefficients, double rss) {
    /** One coefficient's two starting values, certified value and certified standard deviation. */
    record Coefficient(double start1, double start2, double certified, double deviation) {}

    private static final Pattern COEFFICIENT =
            Pattern.compile("\\s*b\\d+ =\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s+(\\S+)\\s*");
    private static final Pattern RSS = Pattern.compile("Residual Sum of Squares:\\s+(\\S+)\\s*");
    private static final Pattern DATA = Pattern.compile("\\s*Data \\s*\\(lines (\\d+) to (\\d+)\\)\\s*");

    static NistProblem read(String name) {
        List<String> lines = lines(name);
        List<Coefficient> coefficients = new ArrayList<>();
        double rss = Double.NaN;
        int first = 0;
        int last = 0;
        for (String line : lines) {
            Matcher coefficient = COEFFICIENT.matcher(line);
            Matcher sum = RSS.matcher(line);
            Matcher data = DATA.matcher(line);
            if (coefficient.matches()) {
                double[] v = IntStream.rangeClosed(1, 4)
                        .mapToDouble(i -> Double.parseDouble(coefficient.group(i)))
                        .toArray();
                coefficients.add(new Coefficient(v[0], v[1], v[2], v[3]));
            } else if (sum.matches()) {
                rss = Double.parseDouble(sum.group(1));
            } else if (data.matches()) {
                first = Integer.parseInt(data.group(1));
                last = Integer.parseInt(data.group(2));
            }
        }
        List<double[]> rows = lines.subList(first - 1, last).stream()
                .map(line -> Arrays.stream(line.strip().split("\\s+", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray())
                .toList();
        return new NistProblem(name, rows, coefficients, rss);
    }

    Observations observations() {
        double[][] predictors =
                rows.stream().map(row -> Arrays.copyOfRange(row, 1, row.length)).toArray(double[][]::new);
        double[] response = rows.stream()
                .mapToDouble(row -> name.equals("Nelson") ? StrictMath.log(row[0]) : row[0])
                .toArray();
        return Observations.ofRows(predictors, response);
    }

    ParameterLayout layout(int start) {
        return ParameterLayout.of(IntStream.range(0, coefficients.size())
                .mapToObj(i -> Parameter.free(
                        "b" + (i + 1),
                        start == 1
                                ? coefficients.get(i).start1()
                                : coefficients.get(i).start2()))
                .toList());
    }

    private static List<String> lines(String name) {
        try (InputStream in = NistProblem.class.getResourceAsStream("nist/" + name + ".dat")) {
            return new String(in.readAllBytes(), StandardCharsets.US_ASCII)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
