package org.kindlin.assays.doseresponse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.numerics.statistics.Distributions;

/**
 * Several models of one curve side by side: their criterion and Akaike weights, {@code exp(-d/2)} over the sum of all, d
 * being the distance to the lowest (K. P. Burnham and D. R. Anderson, Model Selection and Multimodel Inference, 2nd ed.
 * 2002, section 2.9).
 */
final class ModelTable {
    /** Level of the test by which tcplfit2 prefers a parabola to its line. */
    private static final double NESTED_P = 0.05;

    private final CurveData data;
    private final String criterion;
    private final List<Row> rows;

    private ModelTable(CurveData data, String criterion, List<Row> rows) {
        this.data = data;
        this.criterion = criterion;
        this.rows = List.copyOf(rows);
    }

    /**
     * One model.
     *
     * @param score the criterion, lower being better; empty where the model is not compared
     * @param weight Akaike weight; 0 where it is not compared
     * @param reason why it is not compared; empty where it is
     */
    record Row(DoseModel model, Optional<FamilyCurve> curve, OptionalDouble score, double weight, String reason) {}

    /** All candidates by AICc. */
    static ModelTable byAicc(CurveData data, FamilyFit fits, List<DoseModel> candidates) {
        List<Row> rows = new ArrayList<>();
        for (DoseModel model : candidates) {
            rows.add(row(model, fits.fit(model), true));
        }
        return new ModelTable(data, "AICc", weighted(rows));
    }

    /**
     * tcplfit2's table: AIC; of line and parabola only one is compared, the parabola where it improves the likelihood at
     * 5 % (chi-squared, one degree of freedom); zero response is shown and never chosen.
     */
    static ModelTable tcplFit2(CurveData data, FamilyFit fits) {
        List<Row> rows = new ArrayList<>();
        for (DoseModel model : DoseModel.TCPLFIT2) {
            rows.add(row(model, fits.fit(model), false));
        }
        return new ModelTable(data, "AIC", weighted(nested(rows)));
    }

    private static Row row(DoseModel model, FamilyFit.Outcome outcome, boolean corrected) {
        return switch (outcome) {
            case FamilyFit.Outcome.Failed failed ->
                new Row(
                        model,
                        Optional.empty(),
                        OptionalDouble.empty(),
                        0,
                        failed.reason().text());
            case FamilyFit.Outcome.Fitted(FamilyCurve curve) -> {
                OptionalDouble score =
                        corrected ? curve.fit().aicc() : curve.fit().aic();
                String reason = score.isPresent() ? "" : "too few observations for its parameters, or a perfect fit";
                yield new Row(model, Optional.of(curve), score, 0, reason);
            }
        };
    }

    private static List<Row> nested(List<Row> rows) {
        Optional<FamilyCurve> line = curve(rows, DoseModel.POLY1);
        Optional<FamilyCurve> parabola = curve(rows, DoseModel.POLY2);
        if (line.isEmpty() || parabola.isEmpty()) {
            return rows;
        }
        double gain =
                2 * (parabola.get().fit().logLikelihood() - line.get().fit().logLikelihood());
        boolean isCurved = Distributions.chiSquaredUpperTail(gain, 1) < NESTED_P;
        DoseModel loser = isCurved ? DoseModel.POLY1 : DoseModel.POLY2;
        String reason = isCurved ? "the parabola is significantly better" : "not significantly better than the line";
        return rows.stream()
                .map(row -> row.model() == loser
                        ? new Row(row.model(), row.curve(), OptionalDouble.empty(), 0, reason)
                        : row)
                .toList();
    }

    private static Optional<FamilyCurve> curve(List<Row> rows, DoseModel model) {
        return rows.stream().filter(row -> row.model() == model).findFirst().flatMap(Row::curve);
    }

    private static List<Row> weighted(List<Row> rows) {
        OptionalDouble lowest = rows.stream()
                .filter(row -> row.score().isPresent())
                .mapToDouble(row -> row.score().getAsDouble())
                .min();
        double total = rows.stream().mapToDouble(row -> relative(row, lowest)).sum();
        return rows.stream()
                .map(row -> new Row(
                        row.model(),
                        row.curve(),
                        row.score(),
                        total > 0 ? relative(row, lowest) / total : 0,
                        row.reason()))
                .toList();
    }

    private static double relative(Row row, OptionalDouble lowest) {
        return row.score().isPresent() ? StrictMath.exp(-0.5 * (row.score().getAsDouble() - lowest.orElseThrow())) : 0;
    }

    /** Those compared, best first. */
    List<Row> ranking() {
        return rows.stream()
                .filter(row -> row.score().isPresent())
                .sorted(Comparator.comparingDouble(row -> row.score().getAsDouble()))
                .toList();
    }

    /** The best model that says something of an effect. */
    Optional<Row> winner() {
        return ranking().stream().filter(row -> row.model() != DoseModel.CNST).findFirst();
    }

    /** Why the winner won, in a sentence. */
    String reason() {
        Optional<Row> winner = winner();
        if (winner.isEmpty()) {
            return "no model could be compared";
        }
        Row best = winner.get();
        String next = ranking().stream()
                .filter(row -> row.model() != best.model())
                .findFirst()
                .map(row -> distance(best, row))
                .orElse("the only one that could be compared");
        return best.model().spelling() + " was chosen of " + rows.size() + " models: " + criterion + " "
                + Text.number(best.score().orElseThrow()) + ", " + next + ", Akaike weight "
                + Text.number(best.weight());
    }

    private static String distance(Row best, Row other) {
        double difference = other.score().orElseThrow() - best.score().orElseThrow();
        return Text.number(Math.abs(difference))
                + (difference >= 0 ? " below " : " above ")
                + other.model().spelling();
    }

    /** One subject per model. */
    List<SubjectResult> subjects() {
        double lowest = ranking().isEmpty() ? 0 : ranking().getFirst().score().orElseThrow();
        return rows.stream().map(row -> subject(row, lowest)).toList();
    }

    private SubjectResult subject(Row row, double lowest) {
        Map<String, String> subject = new LinkedHashMap<>(data.subject());
        subject.put("model", row.model().spelling());
        List<Estimate> estimates = new ArrayList<>();
        String name = criterion.equals("AIC") ? "aic" : "aicc";
        if (row.score().isPresent()) {
            double score = row.score().getAsDouble();
            estimates.add(Estimate.descriptive(name, score, "", criterion));
            estimates.add(
                    Estimate.descriptive(name + "Difference", score - lowest, "", criterion + " less the lowest"));
            estimates.add(Estimate.descriptive("akaikeWeight", row.weight(), "", "Burnham and Anderson 2002, 2.9"));
        } else {
            estimates.add(Estimate.notEstimable(name, "", 0.95, "none: " + row.reason()));
        }
        row.curve().ifPresent(curve -> estimates.addAll(FamilyEstimates.of(curve)));
        List<Warning> warnings = row.reason().isEmpty()
                ? List.of()
                : List.of(new Warning("not-compared", row.model().spelling() + " is not compared: " + row.reason()));
        return new SubjectResult(subject, withoutRepeats(estimates), List.of(), List.of(), warnings);
    }

    private static List<Estimate> withoutRepeats(List<Estimate> estimates) {
        Map<String, Estimate> byName = new LinkedHashMap<>();
        estimates.forEach(estimate -> byName.putIfAbsent(estimate.name(), estimate));
        return List.copyOf(byName.values());
    }

    List<Row> rows() {
        return rows;
    }
}
