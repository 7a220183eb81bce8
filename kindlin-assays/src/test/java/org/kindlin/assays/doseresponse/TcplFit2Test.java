package org.kindlin.assays.doseresponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/**
 * The six series of tcplfit2 0.1.7 (EPA, public domain) under its ten models and its likelihood.
 *
 * <p>Of 60 fits, 44 have the same AIC to 2e-4 and the same parameters to 1 %, and no AIC is higher than tcplfit2's by
 * more. The other 16: exp2 and exp3 (12) climb toward a limit that lies at infinite scale, where tcplfit2's Nelder-Mead
 * search stops early; three gain-loss fits and one exp5 have a higher maximum than that search found from its one start. Five of six winners agree; in series 4 exp5 wins by 0.03 of AIC over tcplfit2's choice, hill, because its
 * better maximum was found.
 */
class TcplFit2Test {
    private static final double SAME_LIKELIHOOD = 2e-4;
    private static final Map<String, Integer> PARAMETERS = Map.of(
            "cnst", 1, "hill", 4, "gnls", 6, "poly1", 2, "poly2", 3, "pow", 3, "exp2", 3, "exp3", 4, "exp4", 3, "exp5",
            4);

    private final Map<String, Map<String, String>> expected = expected();
    private final List<SubjectResult> results = analyze();

    @Test
    void agreesWithTcplFit2() {
        int same = 0;
        for (SubjectResult result : results) {
            String model = result.subject().get("model");
            if (model != null) {
                same += agrees(result, model) ? 1 : 0;
            }
        }
        assertThat(same).isEqualTo(44);
    }

    private boolean agrees(SubjectResult result, String model) {
        Map<String, String> theirs =
                Objects.requireNonNull(expected.get(result.subject().get("row") + "/fit:" + model));
        double aic = 2.0 * Objects.requireNonNull(PARAMETERS.get(model)) - 2 * value(result, "logLikelihood");
        double difference = aic - number(theirs, "aic");
        assertThat(difference).as(result.subject().toString()).isLessThan(SAME_LIKELIHOOD);
        if (difference < -SAME_LIKELIHOOD) {
            return false;
        }
        for (String name : List.of("tp", "ga", "p", "la", "q", "a", "b")) {
            if (theirs.containsKey(name)) {
                double expected = number(theirs, name);
                assertThat(value(result, name))
                        .as(result.subject() + " " + name)
                        .isCloseTo(expected, within(0.01 * Math.abs(expected)));
            }
        }
        return true;
    }

    @Test
    void choosesTheSameModelButForSeriesFour() {
        Map<String, String> winners = results.stream()
                .filter(result -> !result.subject().containsKey("model"))
                .collect(Collectors.toMap(
                        result -> Objects.requireNonNull(result.subject().get("row")),
                        result -> winner(result.warning("model-chosen").orElseThrow())));
        for (String row : winners.keySet()) {
            String theirs = Objects.requireNonNull(
                    Objects.requireNonNull(expected.get(row + "/hit")).get("fit_method"));
            assertThat(winners.get(row)).as("series " + row).isEqualTo(row.equals("4") ? "exp5" : theirs);
        }
    }

    private static String winner(Warning chosen) {
        return chosen.message().split(" ", 2)[0];
    }

    private static List<SubjectResult> analyze() {
        StringBuilder table = new StringBuilder("row,dose,response\n");
        int row = 1;
        String text = new String(ReferenceCurves.file("tcplfit2/signatures.csv").bytes(), StandardCharsets.UTF_8);
        for (String line : text.lines().skip(1).toList()) {
            String[] cells = line.split("\"", -1);
            String[] doses = cells[cells.length - 4].split("\\|", -1);
            String[] responses = cells[cells.length - 2].split("\\|", -1);
            for (int i = 0; i < doses.length; i++) {
                table.append(row)
                        .append(',')
                        .append(doses[i])
                        .append(',')
                        .append(responses[i])
                        .append('\n');
            }
            row++;
        }
        RawFile file = new RawFile("signatures.csv", table.toString().getBytes(StandardCharsets.UTF_8));
        return ReferenceCurves.analyze(file, Map.of("by", "row", "model", "tcplfit2"));
    }

    private static double value(SubjectResult result, String name) {
        Estimate estimate = result.estimate(name).orElseThrow(() -> new AssertionError(result.subject() + " " + name));
        return Objects.requireNonNull(estimate.value());
    }

    private static double number(Map<String, String> values, String name) {
        return Double.parseDouble(Objects.requireNonNull(values.get(name)));
    }

    private static Map<String, Map<String, String>> expected() {
        Map<String, Map<String, String>> values = new HashMap<>();
        for (String[] cells : ReferenceCurves.table("tcplfit2/expected_tcplfit2_0.1.7.csv")) {
            values.computeIfAbsent(cells[0] + "/" + cells[1].replace("\"", ""), _ -> new HashMap<>())
                    .put(cells[2].replace("\"", ""), cells[3].replace("\"", ""));
        }
        return values;
    }
}
