package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.IntervalWidth;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Precision;
import org.kindlin.lab.plan.Precision.Outcome;

/** What the plan promises, and the designs that were compared; all of it simulated. */
final class PrecisionPart {
    private final Sheet sheet;
    private final Plan plan;
    private final Precision precision;

    PrecisionPart(Sheet sheet, Plan plan, Precision precision) {
        this.sheet = sheet;
        this.plan = plan;
        this.precision = precision;
    }

    void write() {
        sheet.heading("Expected precision (simulated)");
        sheet.paragraph(promise(), "note");
        precision.search().ifPresent(this::search);
    }

    private String promise() {
        Outcome outcome = precision.ofPlan();
        String level = Amount.number(100 * precision.level());
        return "This plan was performed " + outcome.intervals()
                + " times by the virtual lab and analysed as the readings"
                + " will be. The " + level + " % interval of " + precision.estimate()
                + width(outcome) + "; it held the truth in "
                + outcome.covered() + " of " + outcome.intervals()
                + ". It assumes the noise and the true values listed under 'lab' in plan.json; real plates may be noisier.";
    }

    private String width(Outcome outcome) {
        return switch (plan.use().width()) {
            case RATIO ->
                " had an upper limit of " + fold(outcome.medianFold()) + " times the lower one (median), and of "
                        + fold(outcome.ninetiethFold()) + " times or less in 9 of 10";
            case DIFFERENCE ->
                " was " + fold(outcome.medianFold()) + " percentage points wide (median), and "
                        + fold(outcome.ninetiethFold()) + " or less in 9 of 10";
        };
    }

    private String wanted() {
        return plan.use().width() == IntervalWidth.RATIO
                ? "Wanted: upper over lower limit at most "
                : "Wanted: upper less lower limit, in percentage points, at most ";
    }

    private static String fold(Optional<Double> fold) {
        return fold.map(value -> Amount.number(Math.round(value * 1000) / 1000.0))
                .orElse("an unbounded number of");
    }

    private void search(Precision.Search search) {
        String wanted = Amount.number(search.wantedFold());
        String share = Amount.number(100 * search.assurance()) + " %";
        sheet.paragraph(
                search.chosen()
                        .map(chosen -> wanted() + wanted + " in " + share
                                + " of experiments. Fewest wells that reach it: " + chosen.doses() + " doses x "
                                + chosen.replicates() + " replicates (" + chosen.wells()
                                + " wells a compound and plate).")
                        .orElse(wanted() + wanted + " in " + share
                                + " of experiments. No design that fits a plate reaches it: use more plates, or accept"
                                + " a wider interval."),
                "note");
        sheet.html()
                .element(
                        "figure",
                        () -> sheet.html()
                                .trusted(SheetFigure.embed(PrecisionFigure.draw(plan, search), "precision-")));
        List<List<String>> rows = new ArrayList<>();
        for (Outcome design : search.designs()) {
            rows.add(List.of(
                    Integer.toString(design.doses()),
                    Integer.toString(design.replicates()),
                    Integer.toString(design.wells()),
                    fold(design.medianFold()),
                    design.within().count() + " of " + design.within().of(),
                    percent(design.within().low()) + " to "
                            + percent(design.within().high())));
        }
        sheet.table(
                "precision",
                "Designs over the same range of doses; the last column is the Monte Carlo error (95 %)",
                List.of("#Doses", "#Replicates", "#Wells", "#Median width", "#Reach it", "#Share"),
                rows);
    }

    private static String percent(double share) {
        return Math.round(100 * share) + " %";
    }
}
