package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.result.Warning;
import org.kindlin.lab.plan.Amount;
import org.kindlin.lab.plan.Compound;
import org.kindlin.lab.plan.Dilution;
import org.kindlin.lab.plan.IntervalWidth;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateDesign;

/** The first page: what is done, what to know before, who does it. */
final class OverviewPart {
    private final Sheet sheet;
    private final Plan plan;

    OverviewPart(Sheet sheet, Plan plan) {
        this.sheet = sheet;
        this.plan = plan;
    }

    void write() {
        sheet.html().element("h1", Sheet.bench(plan.title()));
        sheet.paragraph(
                "Protocol: " + plan.remarks().source() + ". Marked [A]: assumed, the protocol does not state it.",
                "source");
        sheet.table(
                "form",
                "",
                List.of("_Operator", "_Date", "_Notebook, page", "_Project"),
                List.of(List.of("", "", "", "")));
        sheet.table("facts", "", List.of("Plan", ""), facts());
        if (!plan.remarks().warnings().isEmpty()) {
            sheet.heading("Before you begin");
            sheet.actions(
                    plan.remarks().warnings().stream().map(Warning::message).toList());
        }
        sheet.heading("Assumed [A]");
        sheet.lines(plan.remarks().assumptions(), "assumptions");
    }

    private List<List<String>> facts() {
        PlateDesign design = plan.chemistry().design();
        List<List<String>> facts = new ArrayList<>();
        facts.add(List.of(
                "Compounds",
                String.join(
                        ", ", design.compounds().stream().map(Compound::label).toList())));
        facts.add(List.of("Doses", doses()));
        facts.add(List.of(
                "Plates",
                String.join(", ", plan.dosed().stream().map(PlannedPlate::name).toList()) + " (" + design.format()
                        + "), " + design.replicates() + " wells a dose, "
                        + design.arrangement().name().toLowerCase(Locale.ROOT)
                        + (design.avoidEdges() ? ", outermost wells empty" : "")));
        facts.add(List.of(
                "DMSO",
                Amount.number(100 * design.dmso()) + " % in every well (dose, vehicle and control wells alike)"));
        facts.add(List.of("Compounds moved by", design.handler().title()));
        facts.add(List.of(
                "Time",
                plan.timeline().clock(0) + " to "
                        + plan.timeline().clock(plan.timeline().minutes())
                        + (plan.timeline().stagger() == 0
                                ? ""
                                : ", plates " + plan.timeline().stagger() + " min apart")));
        plan.precision()
                .flatMap(precision -> precision.ofPlan().medianFold())
                .ifPresent(fold -> facts.add(List.of(
                        "Promised (simulated)",
                        "95 % interval of " + plan.use().estimate()
                                + (plan.use().width() == IntervalWidth.RATIO
                                        ? ": upper over lower limit about "
                                        : ": width in percentage points about ")
                                + Amount.number(Math.round(fold * 100) / 100.0))));
        return facts;
    }

    private String doses() {
        PlateDesign design = plan.chemistry().design();
        List<Dilution.Series> series = plan.chemistry().dilution().series();
        List<String> ranges =
                series.stream().map(OverviewPart::range).distinct().toList();
        List<String> named = series.stream()
                .map(one -> one.compound().name() + " " + range(one))
                .toList();
        return design.doses().count() + " from " + (ranges.size() == 1 ? ranges.getFirst() : String.join("; ", named))
                + ", " + Amount.number(design.doses().fold()) + "-fold";
    }

    private static String range(Dilution.Series series) {
        return Amount.concentration(series.doses().getFirst().nanomolar()) + " to "
                + Amount.concentration(series.doses().getLast().nanomolar());
    }
}
