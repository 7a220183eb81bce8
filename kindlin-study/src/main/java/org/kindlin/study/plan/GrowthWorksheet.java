package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Prose;
import org.kindlin.lab.plan.growth.Allocation;
import org.kindlin.lab.plan.growth.Balance;
import org.kindlin.lab.plan.growth.Dosing;
import org.kindlin.lab.plan.growth.GrowthPlan;
import org.kindlin.lab.plan.growth.PowerCurve;

/** The worksheet of a growth study: number of animals, enrolment, randomisation, dosing. It names arms by their codes only. */
final class GrowthWorksheet {
    private static final List<String> BALANCE =
            List.of("Code", "#n", "#geometric mean volume, mm3", "range, mm3", "#mean weight, g");

    private final Sheet sheet;
    private final GrowthPlan plan;

    GrowthWorksheet(Sheet sheet, GrowthPlan plan) {
        this.sheet = sheet;
        this.plan = plan;
    }

    void write() {
        sheet.html().element("h1", "Tumour growth study");
        sheet.paragraph(
                plan.arms().size() + " arms: " + Prose.list(plan.arms()) + ". Seed " + plan.seed()
                        + ". Animals are listed under codes; the key is in allocation-key.csv and belongs to one person who"
                        + " neither doses nor measures.",
                "lead");
        plan.warnings().forEach(warning -> sheet.paragraph(warning.message(), "warning"));
        power();
        plan.enrolment().ifPresent(_ -> enrolment());
        plan.allocation().ifPresent(this::randomisation);
        formulations();
        plan.allocation().ifPresent(this::animals);
        rules();
    }

    private void power() {
        PowerCurve curve = plan.power();
        sheet.heading("Number of animals");
        String answer = curve.smallest().isPresent()
                ? curve.smallest().getAsInt() + " animals in each arm, "
                        + curve.smallest().getAsInt() * plan.arms().size() + " in all, give a power of at least "
                        + percent(curve.wanted())
                : "No size simulated gives a power of " + percent(curve.wanted());
        sheet.paragraph(
                answer + " to show that " + PowerFigure.wanted(curve.test())
                        + ". It holds as far as these assumptions do: growth rates " + rates()
                        + " per day, standard deviation "
                        + Prose.number(plan.truth().rateSd()) + " per day between animals, "
                        + Prose.number(plan.truth().readingLogSd()) + " (ln) of one reading, removal at "
                        + Prose.number(plan.truth().sizeLimit()) + " mm3.",
                "text");
        List<List<String>> rows = new ArrayList<>();
        for (PowerCurve.Point point : curve.points()) {
            rows.add(List.of(
                    Integer.toString(point.animals()),
                    Integer.toString(point.animals() * plan.arms().size()),
                    percent(point.power()),
                    percent(point.low()) + " to " + percent(point.high()),
                    Prose.number(point.removed()),
                    Prose.number(point.cost())));
        }
        List<String> header = List.of("#per arm", "#in all", "#power", "95 % interval", "#removed for size", "#cost");
        int columns = curve.isCosted() ? header.size() : header.size() - 1;
        sheet.table(
                "power",
                "Simulated studies (SIMULATED): " + curve.simulations() + " of each size",
                header.subList(0, columns),
                rows.stream().map(row -> row.subList(0, columns)).toList());
        sheet.html().trusted(SheetFigure.embed(PowerFigure.draw(plan), "power"));
    }

    private String rates() {
        return Prose.list(plan.truth().arms().stream()
                .map(arm -> Prose.number(arm.rate()))
                .toList());
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    private void enrolment() {
        var enrolment = plan.enrolment().orElseThrow();
        sheet.heading("Enrolment");
        sheet.paragraph(
                enrolment.enrolled().size() + " animals with tumours of " + Prose.number(plan.window()[0]) + " to "
                        + Prose.number(plan.window()[1]) + " mm3 are enrolled; "
                        + enrolment.left().size() + " are not.",
                "text");
        if (!enrolment.left().isEmpty()) {
            sheet.table(
                    "left",
                    "Not enrolled",
                    List.of("Animal", "Reason"),
                    enrolment.left().stream()
                            .map(one -> List.of(one.candidate().id(), one.reason()))
                            .toList());
        }
    }

    private void randomisation(Allocation allocation) {
        sheet.heading("Randomisation");
        sheet.paragraph(
                "Method: " + Key.spelling(plan.method()).replace('-', ' ')
                        + "; allocations drawn until one was balanced: "
                        + allocation.draws()
                        + String.format(Locale.ROOT, "; largest standardised difference %.2f.", allocation.imbalance()),
                "text");
        sheet.table(
                "balance",
                "Balance",
                BALANCE,
                Balance.of(allocation).stream().map(GrowthWorksheet::row).toList());
        List<List<String>> within = new ArrayList<>();
        Balance.byStratum(allocation)
                .forEach((stratum, balances) -> balances.forEach(balance -> {
                    List<String> row = new ArrayList<>(List.of(stratum));
                    row.addAll(row(balance));
                    within.add(row);
                }));
        if (!within.isEmpty()) {
            List<String> header = new ArrayList<>(List.of("Stratum"));
            header.addAll(BALANCE);
            sheet.table("balance-strata", "Balance within strata", header, within);
        }
        sheet.paragraph("SHA-256 of the allocation: " + allocation.hash(), "hash");
    }

    private static List<String> row(Balance balance) {
        return List.of(
                balance.code(),
                Integer.toString(balance.n()),
                Prose.number(balance.volume()),
                Prose.number(balance.smallest()) + " to " + Prose.number(balance.largest()),
                balance.weight().isPresent() ? Prose.number(balance.weight().getAsDouble()) : "");
    }

    private void formulations() {
        Dosing dosing = plan.dosing();
        sheet.heading("Formulations (for the person with the key)");
        List<List<String>> rows = new ArrayList<>();
        for (Dosing.ArmDose arm : dosing.arms()) {
            double total = plan.allocation()
                    .map(allocation -> allocation.animals().stream()
                            .filter(one -> one.arm().equals(arm.arm()))
                            .mapToDouble(one ->
                                    one.animal().weight().orElse(plan.truth().weight()))
                            .sum())
                    .orElse(plan.truth().weight() * plan.truth().animals());
            rows.add(List.of(
                    arm.arm(),
                    String.join(" + ", arm.dose().stream().map(Prose::number).toList()),
                    String.join(
                            " + ",
                            arm.strengths(dosing.volumePerKg()).stream()
                                    .map(Prose::number)
                                    .toList()),
                    Prose.number(dosing.millilitres(total)),
                    ""));
        }
        sheet.table(
                "formulations",
                Prose.number(dosing.volumePerKg()) + " mL/kg, " + dosing.perDay() + " times a day for " + dosing.days()
                        + " days; a fifth more for losses",
                List.of("Arm", "mg/kg", "mg/mL", "#mL in all", "_Batch, date"),
                rows);
    }

    private void animals(Allocation allocation) {
        sheet.heading("Dosing");
        List<List<String>> rows = new ArrayList<>();
        for (Allocation.Allocated one : allocation.animals()) {
            boolean weighed = one.animal().weight().isPresent();
            rows.add(List.of(
                    one.animal().id(),
                    one.animal().cage(),
                    allocation.code(one.arm()),
                    weighed ? Prose.number(one.animal().weight().getAsDouble()) : "",
                    weighed
                            ? Prose.number(plan.dosing()
                                    .microlitres(one.animal().weight().getAsDouble()))
                            : "",
                    "",
                    ""));
        }
        sheet.table(
                "dosing",
                "Volume at each administration; weigh again every week and scale",
                List.of("Animal", "Cage", "Code", "#weight, g", "#volume, uL", "_Morning", "_Evening"),
                rows);
    }

    private void rules() {
        sheet.heading("While it runs");
        sheet.actions(List.of(
                "Measure on days "
                        + Prose.list(
                                plan.truth().days().stream().map(Prose::number).toList())
                        + ": length and width in mm, the larger is the length; write who measured.",
                "Keep the reading at which an animal is removed; write the reason in removal_reason (tumour size, ulceration,"
                        + " toxicity, accident, scheduled).",
                "A tumour that cannot be found is 0 x 0, not a missing value.",
                "Weigh at every measuring; at a loss of 20 % follow the humane endpoint."));
    }
}
