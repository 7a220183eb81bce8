package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kindlin.assays.growth.GrowthRuns.subject;
import static org.kindlin.assays.growth.GrowthRuns.value;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.xport.XportReader;
import org.kindlin.assays.xport.XportTable;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.assays.xport.XportTable.Variable;
import org.kindlin.assays.xport.XportWriter;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.growth.SimeoniModel;
import org.kindlin.numerics.random.RandomStream;

/** Doses in SEND's exposure domain, written and read. */
class SendExposureTest {
    private static final double[] DAYS = {0, 3, 6, 9, 12, 15, 18, 21, 24};
    private static final List<Double> DAILY =
            IntStream.rangeClosed(0, 14).mapToObj(day -> (double) day).toList();
    private static final String[] STATED = {
        "control=vehicle",
        "doses=vehicle: 0, low: 25, high: 50",
        "dosingDays=0 to 14",
        "drug=defactinib",
        "doseRoute=ORAL GAVAGE",
        "drugHalfLife=12"
    };

    /** Readings of one animal under its own doses. */
    private static void animal(
            StringBuilder csv, String arm, String id, double dose, List<Double> times, RandomStream random) {
        SimeoniModel own = new SimeoniModel(0.17 * Math.exp(0.1 * random.nextGaussian()), 85, 20, 0.5, 0.004);
        double[] volume = SimeoniModel.mass(own.course(
                125 * Math.exp(0.15 * random.nextGaussian()), SimeoniModel.doses(times, dose, Math.log(2) * 2), DAYS));
        for (int j = 0; j < DAYS.length; j++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%.0f,%.2f%s\n",
                    arm,
                    id,
                    DAYS[j],
                    volume[j] * Math.exp(0.1 * random.nextGaussian()),
                    id.equals("h1") && j == 4 ? ",tumour size" : ","));
            if (id.equals("h1") && j == 4) {
                return;
            }
        }
    }

    private static String study() {
        RandomStream random = RandomStream.ofSeed(3);
        StringBuilder csv = new StringBuilder("arm,animal,day,volume,reason\n");
        for (int i = 1; i <= 8; i++) {
            animal(csv, "vehicle", "v" + i, 0, DAILY, random);
            animal(csv, "low", "l" + i, 25, DAILY, random);
            animal(csv, "high", "h" + i, 50, DAILY, random);
        }
        return csv.toString();
    }

    private static List<RawFile> domains(String csv, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>(Map.of("writeSend", "yes"));
        for (String setting : settings) {
            stated.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        RawFile sheet = new RawFile("study.csv", csv.getBytes(StandardCharsets.UTF_8));
        var performed = Analysis.perform(new GrowthAssay(), List.of(InputFile.of(sheet)), Settings.of(stated), 1);
        List<RawFile> files = new ArrayList<>();
        performed.attachments().forEach(file -> files.add(new RawFile(file.name(), file.bytes())));
        return files;
    }

    private static XportTable table(List<RawFile> files, String name) {
        RawFile file = files.stream()
                .filter(one -> one.path().equals(name + ".xpt"))
                .findFirst()
                .orElseThrow();
        return XportReader.read(file, new Faults()).getFirst();
    }

    /** The domains with another EX. */
    private static List<RawFile> with(List<RawFile> files, XportTable exposure) {
        List<RawFile> all = new ArrayList<>(
                files.stream().filter(file -> !file.path().equals("ex.xpt")).toList());
        all.add(new RawFile("ex.xpt", XportWriter.write(exposure)));
        return all;
    }

    private static XportTable exposure(Object[]... rows) {
        List<Variable> variables = List.of(
                new Variable("USUBJID", "", false),
                new Variable("EXTRT", "", false),
                new Variable("EXDOSE", "", true),
                new Variable("EXDOSU", "", false),
                new Variable("EXDOSFRQ", "", false),
                new Variable("EXSTDY", "", true),
                new Variable("EXENDY", "", true));
        List<List<Value>> values = new ArrayList<>();
        for (Object[] row : rows) {
            values.add(Arrays.stream(row)
                    .map(cell -> cell instanceof String text ? Value.of(text) : Value.of(((Number) cell).doubleValue()))
                    .toList());
        }
        return new XportTable("EX", "Exposure", variables, values);
    }

    /** Stated doses go out as EX, one record an animal, ended where it left, and come back to the same estimates. */
    @Test
    void statedDosesComeBackAsTheSameExposure() {
        List<RawFile> files = domains(study(), STATED);
        XportTable ex = table(files, "ex");
        assertThat(ex.rows()).hasSize(24);
        List<Value> left = ex.rows().stream()
                .filter(row -> ex.text(row, "USUBJID").equals("h1"))
                .findFirst()
                .orElseThrow();
        assertThat(List.of("EXTRT", "EXDOSE", "EXDOSU", "EXDOSFRQ", "EXROUTE", "EXSTDY", "EXENDY"))
                .extracting(name -> ex.text(left, name))
                .containsExactly("defactinib", "50", "mg/kg", "QD", "ORAL GAVAGE", "-1", "12");
        SubjectResult stated = subject(GrowthRuns.text(study(), STATED), Map.of("model", "simeoni"));
        SubjectResult read =
                subject(GrowthRuns.run(files, "control=vehicle", "drugHalfLife=12"), Map.of("model", "simeoni"));
        for (String name : List.of("potency", "deathRate", "exponentialGrowthRate", "thresholdConcentration")) {
            assertThat(value(read, name)).isEqualTo(value(stated, name));
        }
    }

    /** Animals with days of dosing of their own, one record a dose; the truth lies within the intervals. */
    @Test
    void skippedDosesOfSingleAnimalsAreUsed() {
        RandomStream random = RandomStream.ofSeed(8);
        StringBuilder csv = new StringBuilder("arm,animal,day,volume,reason\n");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= 10; i++) {
            animal(csv, "vehicle", "v" + i, 0, DAILY, random);
            int own = i;
            List<Double> times = DAILY.stream()
                    .filter(day -> (day + own) % (2 + own % 3) != 0)
                    .toList();
            animal(csv, "treated", "t" + i, 60, times, random);
            times.forEach(day -> rows.add(new Object[] {
                "t" + own, "drug", 60_000, "ug/kg", "ONCE", StudyDays.withoutZero(day), StudyDays.withoutZero(day)
            }));
        }
        List<RawFile> files = domains(csv.toString(), "control=vehicle");
        AnalysisDocument document = GrowthRuns.run(
                with(files, exposure(rows.toArray(new Object[0][]))),
                "control=vehicle",
                "drugHalfLife=12",
                "level=0.99");
        SubjectResult model = subject(document, Map.of("model", "simeoni"));
        Map.of("potency", 0.004, "exponentialGrowthRate", 0.17, "deathRate", 0.5)
                .forEach((name, truth) -> assertThat(truth)
                        .as(name)
                        .isBetween(
                                Objects.requireNonNull(
                                        model.estimate(name).orElseThrow().low()),
                                Objects.requireNonNull(
                                        model.estimate(name).orElseThrow().high())));
        assertThat(document.methods()).contains("of 60 mg/kg on days 0 to 14");
    }

    @Test
    void whatContradictsItselfIsNamed() {
        List<RawFile> files = domains(study(), "control=vehicle");
        assertThatThrownBy(() -> GrowthRuns.run(
                        with(
                                files,
                                exposure(
                                        new Object[] {"h1", "drug", -50, "mg/kg", "QD", 1, 14},
                                        new Object[] {"h2", "drug", 50, "mg/kg", "QD", 14, 1},
                                        new Object[] {"h3", "drug", 50, "mg/kg", "QD", 1, 10},
                                        new Object[] {"h3", "drug", 50, "mg/kg", "QD", 8, 14},
                                        new Object[] {"x9", "drug", 50, "mg/kg", "QD", 1, 14},
                                        new Object[] {"h4", "drug", 50, "mg/kg", "BID", 1, 1e9})),
                        "control=vehicle"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("EX row 1: EXDOSE is -50.0, below zero")
                .hasMessageContaining("EX row 2: dosing ends on day 1, before it begins on day 14")
                .hasMessageContaining("EX row 4: doses of drug to animal h3 overlap")
                .hasMessageContaining("EX row 5: animal x9 is not in DM")
                .hasMessageContaining("EX row 6: ")
                .hasMessageContaining("administrations to one animal");
    }

    @Test
    void dosesThatAreNotKnownLeaveTheRestOfTheStudy() {
        List<RawFile> files = domains(study(), "control=vehicle");
        AnalysisDocument document = GrowthRuns.run(
                with(files, exposure(new Object[] {"h1", "drug", 50, "mg/kg", "3 TIMES PER WEEK", 1, 14}, new Object[] {
                    "h2", "drug", 50, "mg/kg", "3 TIMES PER WEEK", 1, 14
                })),
                "control=vehicle");
        assertThat(document.results().stream()
                        .flatMap(result -> result.warnings().stream())
                        .map(Warning::message))
                .contains(
                        "EX row 1 and 1 more: EXDOSFRQ '3 TIMES PER WEEK' does not say the days; give a record for each"
                                + " dose.");
        SubjectResult model = subject(document, Map.of("model", "simeoni"));
        assertThat(model.estimate("potency").orElseThrow().value()).isNull();
        assertThat(model.warnings()).extracting("code").contains("doses-not-known");
    }

    @Test
    void oneOfTwoDrugsIsAskedFor() {
        List<RawFile> files = domains(study(), "control=vehicle");
        List<Object[]> rows = new ArrayList<>();
        for (int i = 1; i <= 8; i++) {
            rows.add(new Object[] {"l" + i, "docetaxel", 10, "mg/kg", "Q3D", 1, 13});
            rows.add(new Object[] {"h" + i, "Defactinib", 50, "mg/kg", "QD", -1, 14});
        }
        List<RawFile> both = with(files, exposure(rows.toArray(new Object[0][])));
        SubjectResult unclear = subject(GrowthRuns.run(both, "control=vehicle"), Map.of("model", "simeoni"));
        assertThat(unclear.warnings())
                .extracting("message")
                .containsExactly(
                        "doses of docetaxel and Defactinib are given; state drug= to fit Simeoni's model to one of them.");
        SubjectResult one = subject(
                GrowthRuns.run(both, "control=vehicle", "drug=defactinib", "drugHalfLife=12"),
                Map.of("model", "simeoni"));
        assertThat(value(one, "animals")).isEqualTo(16);
        assertThat(one.estimate("potency").orElseThrow().value()).isNotNull();
    }

    @Test
    void frequenciesAreThoseOfTheControlledList() {
        Map.of(
                        "QD", new DosingFrequency(1, 1),
                        "bid", new DosingFrequency(2, 1),
                        "Q12H", new DosingFrequency(2, 1),
                        "Q48H", new DosingFrequency(1, 2),
                        "QOD", new DosingFrequency(1, 2),
                        "Q4D", new DosingFrequency(1, 4),
                        "EVERY WEEK", new DosingFrequency(1, 7),
                        "EVERY 2 WEEKS", new DosingFrequency(1, 14),
                        "5 TIMES PER DAY", new DosingFrequency(5, 1),
                        "ONCE", DosingFrequency.ONCE)
                .forEach((term, frequency) -> {
                    assertThat(DosingFrequency.of(term)).as(term).contains(frequency);
                    assertThat(DosingFrequency.of(frequency.term())).contains(frequency);
                });
        assertThat(DosingFrequency.of("3 TIMES PER WEEK")).isEmpty();
        assertThat(DosingFrequency.of("Q0D")).isEmpty();
    }

    /** The day before study day 1 is -1: one day, not two. */
    @Test
    void daysWithoutAZeroAreOneApart() {
        for (double day : new double[] {-2, -1, 0, 1, 2.5}) {
            assertThat(StudyDays.withZero(StudyDays.withoutZero(day))).isEqualTo(day);
        }
        assertThat(StudyDays.withZero(1) - StudyDays.withZero(-1)).isEqualTo(1);
    }
}
