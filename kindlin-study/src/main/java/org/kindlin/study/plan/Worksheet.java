package org.kindlin.study.plan;

import org.kindlin.lab.plan.Plan;
import org.kindlin.study.report.PaperSize;

/** The worksheet of a plan, to be printed in black and white and taken to the bench. */
public final class Worksheet {
    private Worksheet() {}

    /** One HTML file that needs nothing else; the same plan gives the same text. */
    public static String html(Plan plan, PaperSize paper) {
        return page(plan).html(paper);
    }

    /** The same as PDF. */
    public static byte[] pdf(Plan plan, PaperSize paper) {
        return page(plan).pdf(paper);
    }

    private static WorksheetPage page(Plan plan) {
        return new WorksheetPage(plan.title(), plan.assay() + " plan, seed " + plan.seed(), sheet -> body(sheet, plan));
    }

    private static void body(Sheet sheet, Plan plan) {
        new OverviewPart(sheet, plan).write();
        new PreparationPart(sheet, plan).write();
        new DilutionPart(sheet, plan).write();
        new PlatePart(sheet, plan).write();
        new ProcedurePart(sheet, plan).write();
        plan.precision().ifPresent(precision -> new PrecisionPart(sheet, plan, precision).write());
    }
}
