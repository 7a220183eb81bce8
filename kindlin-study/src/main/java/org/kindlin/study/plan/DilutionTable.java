package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.List;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.SpreadsheetText;
import org.kindlin.lab.plan.Dilution;
import org.kindlin.lab.plan.Mixture;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlateSet;

/** The dilutions as a table: every dose with its wells and volumes. */
final class DilutionTable {
    static final List<String> HEADER = List.of(
            "compound",
            "form",
            "dose",
            "nominal_nM",
            "assay_nM",
            "series_uM",
            "series_well",
            "made_from",
            "take_uL",
            "dmso_uL",
            "source_well",
            "into_source_uL",
            "diluent_uL");

    private DilutionTable() {}

    static String csv(Plan plan) {
        List<List<String>> text = new ArrayList<>();
        text.add(HEADER);
        rows(plan).forEach(row -> text.add(row.stream().map(DilutionTable::cell).toList()));
        return CsvText.of(text);
    }

    private static String cell(Object value) {
        return value instanceof Double number ? CsvText.number(number) : SpreadsheetText.guard(value.toString());
    }

    /** Every dose of every compound: texts and numbers. */
    static List<List<Object>> rows(Plan plan) {
        List<List<Object>> rows = new ArrayList<>();
        plan.chemistry().dilution().series().forEach(series -> rows.addAll(rows(series, plan)));
        return rows;
    }

    private static List<List<Object>> rows(Dilution.Series series, Plan plan) {
        List<List<Object>> rows = new ArrayList<>();
        for (int i = 0; i < series.doses().size(); i++) {
            Dilution.Dose dose = series.doses().get(i);
            Mixture into = dose.intermediate();
            boolean direct = plan.chemistry().request().isDirect();
            rows.add(List.of(
                    series.compound().name(),
                    series.compound().form(),
                    Double.valueOf(i + 1),
                    PlateSet.printed(dose.nominal()),
                    PlateSet.printed(dose.nanomolar()),
                    PlateSet.printed(dose.inDmso() / 1000),
                    dose.inSeries().toString(),
                    i == 0 ? "stock" : series.doses().get(i - 1).inSeries().toString(),
                    dose.made().source().microlitres(),
                    dose.made().diluent().microlitres(),
                    dose.source().toString(),
                    direct ? "" : into.source().microlitres(),
                    direct ? "" : into.diluent().microlitres()));
        }
        return rows;
    }
}
