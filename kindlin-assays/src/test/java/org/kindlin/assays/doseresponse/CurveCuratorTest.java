package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * 1,196 viability curves of CTRP (A. Basu et al., Cell 154:1151, 2013; 16 doses and a control) beside CurveCurator 0.6
 * (F. P. Bayer et al., Nat. Commun. 14:7902, 2023; Apache-2.0). That program interpolates helper points between the doses
 * and bounds its parameters (slope 0.01 to 10, plateaus, mid-point inside the doses), so it is not plain least squares and
 * prints a pEC50 for every curve.
 */
class CurveCuratorTest {
    private static final String FOLDER = "curvecurator/viability_CTRP_40/";
    private static final double[] DOSES = {
        0.0, 0.0012, 0.0024, 0.0049, 0.0097, 0.019, 0.039, 0.078, 0.16, 0.31, 0.62, 1.2, 2.5, 5.0, 10.0, 20.0, 40.0
    };

    /** Where both print a value for a curve that CurveCurator calls regulated. */
    @Test
    void agreesWhereBothPrintAMidpoint() {
        double[] differences = differences();
        assertThat(differences.length).isEqualTo(254);
        assertThat(within(differences, 0.1)).isGreaterThan(0.91);
        assertThat(within(differences, 0.3)).isGreaterThan(0.97);
        assertThat(Math.abs(Descriptive.mean(differences))).isLessThan(0.025);
        assertThat(Math.abs(Descriptive.median(differences))).isLessThan(0.003);
        assertThat(Descriptive.standardDeviation(differences)).isLessThan(0.08);
    }

    private static double within(double[] differences, double most) {
        return Arrays.stream(differences).filter(d -> Math.abs(d) <= most).count() / (double) differences.length;
    }

    private static double[] differences() {
        Map<String, Double> theirs = regulated();
        List<Double> differences = new ArrayList<>();
        Map<String, String> settings = Map.of("by", "curve", "unit", "uM", "interval", "wald");
        for (SubjectResult result : ReferenceCurves.analyze(table(), settings)) {
            Double other = theirs.get(Objects.requireNonNull(result.subject().get("curve")));
            Estimate own = result.estimate("pIC50").orElseThrow();
            Double value = own.value();
            if (other != null && value != null && own.relation() == Relation.EQUAL) {
                differences.add(value - other);
            }
        }
        return differences.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static Map<String, Double> regulated() {
        List<String[]> rows = rows(FOLDER + "curves_40.0.expected.txt.gz");
        List<String> header = List.of(rows.getFirst());
        int value = header.indexOf("pEC50");
        int regulation = header.indexOf("Curve Regulation");
        Map<String, Double> found = new HashMap<>();
        for (String[] row : rows.subList(1, rows.size())) {
            if (row[regulation].equals("down") || row[regulation].equals("up")) {
                found.put(row[0], Double.parseDouble(row[value]));
            }
        }
        return found;
    }

    /** Curves whose name stands once, in long form. */
    private static RawFile table() {
        List<String[]> rows = rows(FOLDER + "dose_responses_40.0.tsv");
        Set<String> seen = new HashSet<>();
        Set<String> repeated = new HashSet<>();
        rows.forEach(row -> {
            if (!seen.add(row[0])) {
                repeated.add(row[0]);
            }
        });
        StringBuilder text = new StringBuilder("curve\tdose\tresponse\n");
        for (String[] row : rows.subList(1, rows.size())) {
            for (int i = 0; i < DOSES.length && !repeated.contains(row[0]); i++) {
                if (!row[i + 1].isEmpty()) {
                    text.append(row[0] + "\t" + DOSES[i] + "\t" + row[i + 1] + "\n");
                }
            }
        }
        return new RawFile("ctrp.tsv", text.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static List<String[]> rows(String name) {
        return new String(ReferenceCurves.file(name).bytes(), StandardCharsets.UTF_8)
                .lines()
                .map(line -> line.split("\t", -1))
                .toList();
    }
}
