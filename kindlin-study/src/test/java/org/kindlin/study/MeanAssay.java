package org.kindlin.study;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.Assay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisResult;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.figures.Figure;

/** The smallest whole assay: the mean of the numbers in each file, for tests of what surrounds an assay. */
public final class MeanAssay implements Assay<MeanAssay.Protocol, MeanAssay.Data, MeanAssay.Result> {
    static final Key<Double> SHIFT = Key.number("shift", "0", "Added to every reading.");
    static final Key<Quantity> DOSE = Key.quantity("dose", Unit.MICROMOLAR, null, "Concentration of the compound.");
    static final Key<Double> FLOOR = Key.number("floor", "-1000", "Readings below are left out.");
    static final Key<String> NOTE = Key.file("note", "A text to keep with the means.");

    /** Protocol of the mean. */
    public record Protocol(double shift, double floor) {}

    /** Numbers by subject. */
    public record Data(
            Map<Map<String, String>, List<Double>> readings, List<Exclusion> exclusions, Optional<byte[]> note) {}

    /** Means by subject. */
    public record Result(List<SubjectResult> subjects, List<Exclusion> exclusions, Optional<byte[]> note)
            implements AnalysisResult {
        @Override
        public List<Attachment> attachments() {
            return note.map(bytes -> new Attachment("note.txt", "", bytes)).stream()
                    .toList();
        }

        @Override
        public List<String> verdicts() {
            return List.of("There is a mean.");
        }

        @Override
        public String methods() {
            return "Arithmetic mean.";
        }
    }

    @Override
    public String name() {
        return "mean";
    }

    @Override
    public String summary() {
        return "mean of the numbers in each file";
    }

    @Override
    public List<Key<?>> keys() {
        return List.of(SHIFT, DOSE, FLOOR, NOTE);
    }

    @Override
    public Protocol protocol(Resolved settings, Faults faults) {
        if (settings.get(SHIFT) < settings.get(FLOOR)) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf("floor"),
                    "is above the shift",
                    "lower it");
        }
        return new Protocol(settings.get(SHIFT), settings.get(FLOOR));
    }

    @Override
    public Data read(List<InputFile> files, Protocol protocol, Faults faults) {
        Map<Map<String, String>, List<Double>> readings = new LinkedHashMap<>();
        List<Exclusion> exclusions = new ArrayList<>();
        for (InputFile file : files) {
            Map<String, String> subject = new LinkedHashMap<>(file.tags());
            subject.put("file", file.data().name());
            List<Double> numbers = readings.computeIfAbsent(subject, any -> new ArrayList<>());
            List<String> lines = new String(file.data().bytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            for (int i = 0; i < lines.size(); i++) {
                if (!lines.get(i).startsWith("#")) {
                    read(file, i + 1, lines.get(i), protocol, numbers, exclusions, faults);
                }
            }
        }
        Optional<byte[]> note = files.stream()
                .flatMap(file -> file.companion(NOTE).stream())
                .map(RawFile::bytes)
                .findFirst();
        return new Data(readings, exclusions, note);
    }

    private static void read(
            InputFile file,
            int line,
            String text,
            Protocol protocol,
            List<Double> numbers,
            List<Exclusion> exclusions,
            Faults faults) {
        try {
            double value = Double.parseDouble(text);
            if (value < protocol.floor()) {
                exclusions.add(new Exclusion(file.data().path(), "line " + line, "below the floor"));
            } else {
                numbers.add(value);
            }
        } catch (NumberFormatException e) {
            faults.add(file.data().path(), "line " + line, "'" + text + "' is no number", "mend it");
        }
    }

    @Override
    public Result analyze(Data data, Protocol protocol, long seed) {
        List<SubjectResult> subjects = new ArrayList<>();
        data.readings().forEach((subject, numbers) -> subjects.add(subject(subject, numbers, protocol.shift())));
        return new Result(subjects, data.exclusions(), data.note());
    }

    private static SubjectResult subject(Map<String, String> subject, List<Double> numbers, double shift) {
        double mean =
                numbers.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN) + shift;
        boolean empty = numbers.isEmpty();
        return new SubjectResult(
                subject,
                List.of(
                        empty
                                ? Estimate.notEstimable("mean", "RLU", 0.95, "arithmetic")
                                : Estimate.descriptive("mean", mean, "RLU", "arithmetic")),
                List.of(),
                List.of(QualityCheck.atLeast("count", numbers.size(), 3)),
                empty ? List.of(new Warning("no-readings", "There are no readings.")) : List.of());
    }

    @Override
    public List<Figure> figures(Result result, boolean simulated) {
        String text = result.subjects().toString().replace("<", "&lt;").replace("&", "&amp;");
        return List.of(new Figure("means", "Means", "The means.", 100, 50, "<svg><text>" + text + "</text></svg>"));
    }
}
