package org.kindlin.numerics.sigmoid;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The synthetic reference curves (10 half-log doses x 3) and their trusted optima. Origin: the project's reference data,
 * {@code doseresponse/synthetic}; simulated; free to ship.
 */
record SyntheticSet(Map<String, SigmoidData> curves, List<Expected> expected) {

    /** Reference answer; plateaus are those at zero and at infinite dose. */
    record Expected(
            String curve,
            double logIc50,
            double hill,
            double atZeroDose,
            double atInfiniteDose,
            double sse,
            boolean atBound,
            double seLogIc50,
            double seHill,
            double seAtZeroDose,
            double seAtInfiniteDose,
            double lower,
            double upper) {}

    static SyntheticSet load(String name) {
        Map<String, List<double[]>> points = new LinkedHashMap<>();
        for (String line : lines("curves_" + name + ".csv.gz")) {
            String[] cells = line.split(",", -1);
            points.computeIfAbsent(cells[0], _ -> new ArrayList<>())
                    .add(new double[] {number(cells[1]), number(cells[3])});
        }
        Map<String, SigmoidData> curves = new LinkedHashMap<>();
        points.forEach((curve, rows) -> curves.put(curve, data(rows)));
        return new SyntheticSet(
                curves,
                lines("expected_" + name + ".csv.gz").stream()
                        .map(SyntheticSet::expected)
                        .toList());
    }

    /** The observations of a reference curve. */
    SigmoidData data(Expected expected) {
        return Objects.requireNonNull(curves.get(expected.curve()));
    }

    private static SigmoidData data(List<double[]> rows) {
        return SigmoidData.ofDoses(
                rows.stream().mapToDouble(r -> r[0]).toArray(),
                rows.stream().mapToDouble(r -> r[1]).toArray());
    }

    private static Expected expected(String line) {
        String[] c = line.split(",", -1);
        return new Expected(
                c[0],
                number(c[1]),
                number(c[2]),
                number(c[3]),
                number(c[4]),
                number(c[5]),
                c[6].equals("1"),
                number(c[7]),
                number(c[8]),
                number(c[9]),
                number(c[10]),
                number(c[11]),
                number(c[12]));
    }

    /** Numbers as the reference prints them, with its inf and nan. */
    static double number(String text) {
        return switch (text) {
            case "inf" -> Double.POSITIVE_INFINITY;
            case "-inf" -> Double.NEGATIVE_INFINITY;
            case "nan", "-nan" -> Double.NaN;
            default -> Double.parseDouble(text);
        };
    }

    /** The lines of a resource without its header. */
    static List<String> lines(String resource) {
        try (InputStream raw = Objects.requireNonNull(SyntheticSet.class.getResourceAsStream(resource))) {
            InputStream plain = resource.endsWith(".gz") ? new GZIPInputStream(raw) : raw;
            var reader = new BufferedReader(new InputStreamReader(plain, StandardCharsets.US_ASCII));
            return reader.lines().skip(1).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
