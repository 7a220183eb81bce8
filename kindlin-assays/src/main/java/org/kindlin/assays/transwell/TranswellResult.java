package org.kindlin.assays.transwell;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/**
 * Everything found about the inserts.
 *
 * @param counting how cells were told, on pictures
 * @param blanks absorbance of inserts without cells
 */
public record TranswellResult(
        TranswellProtocol protocol,
        TranswellData measured,
        List<CountedField> fields,
        CellCounter.Counted counting,
        List<InsertValue> inserts,
        List<Condition> conditions,
        Blanks blanks)
        implements AnalysisResult {
    public TranswellResult {
        fields = List.copyOf(fields);
        inserts = List.copyOf(inserts);
        conditions = List.copyOf(conditions);
    }

    @Override
    public List<SubjectResult> subjects() {
        return TranswellSubjects.of(this);
    }

    @Override
    public List<String> verdicts() {
        List<String> sentences = new ArrayList<>();
        for (SubjectResult subject : subjects()) {
            subject.estimate("migrationIndex")
                    .filter(index -> index.low() != null)
                    .ifPresent(index ->
                            sentences.add(String.join(", ", subject.subject().values()) + ": migration index "
                                    + Prose.estimate(index) + "."));
        }
        if (sentences.isEmpty() && !measured.isAbsorbance()) {
            int cells =
                    fields.stream().mapToInt(field -> field.cells().number()).sum();
            sentences.add(
                    cells + " cells were counted in " + fields.size() + (fields.size() == 1 ? " field." : " fields."));
        }
        return sentences;
    }

    @Override
    public List<Exclusion> exclusions() {
        return List.of();
    }

    @Override
    public List<DataPoint> data() {
        List<DataPoint> points = new ArrayList<>();
        for (CountedField field : fields) {
            points.add(point(
                    field.field().path(),
                    field.field().name(),
                    field.field().insert(),
                    field.cells().number()));
        }
        for (TranswellData.Reading reading : measured.readings()) {
            points.add(point(reading.path(), reading.place(), reading.insert(), reading.value()));
        }
        return points;
    }

    private DataPoint point(String path, String place, Insert insert, double value) {
        Map<String, String> subject = new LinkedHashMap<>(insert.condition(protocol.doseUnit()));
        subject.put("insert", insert.name());
        return new DataPoint(
                path,
                "",
                place,
                subject,
                insert.isControl() ? "control" : insert.isBlank() ? "blank" : "sample",
                Amount.of(insert.dose(), protocol.doseUnit()),
                Amount.of(value, ""),
                Amount.none(""),
                "");
    }

    @Override
    public String methods() {
        String what = measured.isAbsorbance() ? subtraction() : cells();
        return what
                + "Fields are averaged within their insert; inserts are the replicates. Indices are ratios of"
                + " geometric means over inserts with Welch's interval of the difference of logarithms, and where an"
                + " insert is not above zero ratios of arithmetic means with Fieller's interval: migrationIndex to the"
                + " control of the same membrane, invasionIndex to the bare membrane under the same treatment.";
    }

    private String subtraction() {
        if (blanks.isNone()) {
            return "Absorbances are as read: there was no insert without cells. ";
        }
        return "The mean absorbance of inserts without cells was subtracted ("
                + Arrays.stream(Membrane.values())
                        .filter(blanks::isOwn)
                        .map(membrane -> membrane.text() + " " + Prose.number(blanks.of(membrane)))
                        .collect(Collectors.joining(", "))
                + "); its own error is not in the intervals. ";
    }

    private String cells() {
        int smaller = fields.stream().mapToInt(field -> field.cells().smaller()).sum();
        return "Fields" + (counting.isDark() ? ", turned to optical density," : " of bright cells")
                + " were smoothed over one pixel and freed of their ground (a disc rolled below them). What lies above"
                + " Otsu's threshold, or is fainter and six times the noise, was divided into the hills of the"
                + " smoothed distance to the background. Cells were told from smaller objects by the valley between"
                + " the modes of size ("
                + (counting.isDark() ? "radius squared times density" : "area") + ") over all fields together: "
                + (smaller == 0 ? "none was smaller. " : smaller + " were smaller and do not count. ")
                + "A clump holds at least one cell for every area of a typical single cell (the last from 0.7 of it"
                + " on), where that is beyond what single cells differ by."
                + " Parts below " + Prose.number(100 * protocol.leastArea())
                + " % of the typical cell's area do not count. ";
    }
}
