package org.kindlin.study.export;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.Version;
import org.kindlin.assays.prism.PrismProject;
import org.kindlin.assays.prism.PrismProject.Constant;
import org.kindlin.assays.prism.PrismProject.InfoSheet;
import org.kindlin.assays.prism.PrismTable;
import org.kindlin.assays.prism.PrismWriter;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.study.json.JsonText;

/** Curves as a GraphPad Prism project: an XY table for each family, and Kindlin's own estimates as notes. */
public final class PrismExport {
    private PrismExport() {}

    /** The file; the same content gives the same bytes. */
    public static byte[] write(ExportContent content) {
        List<InfoSheet> info = new ArrayList<>();
        info.add(about(content));
        List<PrismTable> tables = new ArrayList<>();
        for (ExportedAnalysis analysis : content.analyses()) {
            CurveFamily.of(analysis).forEach(family -> tables.addAll(PrismTables.of(family)));
            info.add(results(analysis));
        }
        return PrismWriter.write(new PrismProject(info, tables), "Kindlin", Version.current());
    }

    private static InfoSheet about(ExportContent content) {
        List<Constant> constants = new ArrayList<>();
        constants.add(new Constant("Question", content.question()));
        constants.add(new Constant("Made by", "Kindlin " + Version.current()));
        constants.add(new Constant("Data", content.simulated() ? "SIMULATED DATA (in part or all)" : "measured"));
        String notes = (content.simulated() ? "SIMULATED DATA: tables so named come from the virtual lab. " : "")
                + "Wells that were left out of the analysis are excluded values. Estimates made by Kindlin are in the"
                + " information sheet of each experiment.";
        return new InfoSheet(content.title(), notes, constants);
    }

    private static InfoSheet results(ExportedAnalysis analysis) {
        List<Constant> constants = new ArrayList<>();
        for (SubjectResult result : analysis.document().results()) {
            String subject = String.join(", ", result.subject().values());
            result.estimates()
                    .forEach(estimate ->
                            constants.add(new Constant(estimate.name() + " (" + subject + ")", text(estimate))));
        }
        String mark = analysis.document().simulated() ? "SIMULATED DATA " : "";
        return new InfoSheet(
                mark + "Results of " + analysis.experiment(),
                mark + analysis.document().methods(),
                constants);
    }

    /** {@code < 0.6 nM (95 %: unbounded to 0.6, profile-likelihood)}. */
    private static String text(Estimate estimate) {
        Double value = estimate.value();
        if (value == null) {
            return "not estimable (" + estimate.method() + ")";
        }
        String relation = estimate.relation().symbol().equals("=")
                ? ""
                : estimate.relation().symbol() + " ";
        String unit = estimate.unit().isEmpty() ? "" : " " + estimate.unit();
        Double low = estimate.low();
        Double high = estimate.high();
        String interval = low == null && high == null
                ? ""
                : JsonText.number(100 * estimate.level()) + " %: " + (low == null ? "unbounded" : JsonText.number(low))
                        + " to " + (high == null ? "unbounded" : JsonText.number(high)) + ", ";
        return relation + JsonText.number(value) + unit + " (" + interval + estimate.method() + ")";
    }
}
