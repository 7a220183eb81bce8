package org.kindlin.assays.survival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kindlin.assays.survival.Studies.analyze;
import static org.kindlin.assays.survival.Studies.subject;
import static org.kindlin.assays.survival.Studies.value;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.text.RuinedText;
import org.kindlin.assays.xport.XportTable;
import org.kindlin.assays.xport.XportWriter;
import org.kindlin.fault.InputFaultException;

class SurvivalReaderTest {

    @ParameterizedTest
    @CsvSource({
        "1,0",
        "2,1",
        "yes,no",
        "TRUE,FALSE",
        "dead,alive",
        "Dead,Censored",
        "1.0,0.0",
        "Y,N",
        "died,lost to follow-up"
    })
    void eventsAreReadRightWhereTheyAreUnambiguous(String event, String censored) {
        String csv = "time,event\n10," + event + "\n20," + censored + "\n30," + event + "\n";
        assertThat(value(subject(analyze(csv), "arm", "all"), "events")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0;1;2", "2;2;2", "yes;maybe;no", "1;yes;0", "A;B;A"})
    void elseOneLineSaysWhatToState(String codes) {
        String[] code = codes.split(";", -1);
        String csv = "time,event\n10," + code[0] + "\n20," + code[1] + "\n30," + code[2] + "\n";
        refused(() -> analyze(csv), "which does not say what is the event", "state eventCode=VALUE");
    }

    @Test
    void statedCodesAreTaken() {
        String csv = "time,event\n10,progressed disease\n20,ongoing\n30,moved\n";
        assertThat(value(subject(analyze(csv, "eventCode=progressed disease"), "arm", "all"), "events"))
                .isEqualTo(1);
        refused(() -> analyze(csv, "eventCode=death"), "no row has the event code death", "the values are");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2025-03-01;2025-03-15",
                "01.03.2025;15.03.2025",
                "1-Mar-2025;15-Mar-2025",
                "03/01/2025;03/15/2025"
            })
    void datesCountInDaysFromTheirOrigin(String dates) {
        String[] date = dates.split(";", -1);
        String csv = "start of dosing,time,event\n" + date[0] + "," + date[1] + ",1\n";
        assertThat(value(subject(analyze(csv, "origin=start of dosing"), "arm", "all"), "median"))
                .isEqualTo(14);
    }

    @Test
    void datesThatCouldBeTwoAskForTheirOrder() {
        String csv = "from,time,event\n03/01/2025,04/02/2025,1\n";
        refused(() -> analyze(csv, "origin=from"), "could be two dates", "state dateOrder=day-first");
        assertThat(value(subject(analyze(csv, "origin=from", "dateOrder=day-first"), "arm", "all"), "median"))
                .isEqualTo(32);
        refused(() -> analyze(csv), "nothing says from when time counts", "state origin=COLUMN");
    }

    @Test
    void anAnimalDiesOnceInOneArm() {
        refused(
                () -> analyze("animal,arm,time,event\n7,A,10,1\n8,A,12,1\n7,B,30,1\n", "arm=arm"),
                "7 is in arm A (line 2) and in arm B",
                "state id=ARM COLUMN,ID COLUMN");
        refused(() -> analyze("animal,time,event\n7,10,1\n7,30,1\n"), "7 stands on line 2 too", "state start=COLUMN");
        refused(
                () -> analyze("id,start,time,event\n7,0,10,1\n7,10,30,0\n", "start=start"),
                "7 is under observation after its event on line 2",
                "state cluster=COLUMN");
    }

    @Test
    void numbersThatStartAnewInEachArmAreToldApart() {
        String csv = "animal,arm,time,event\n1,A,10,1\n2,A,12,1\n1,B,30,1\n2,B,33,1\n";
        assertThat(value(subject(analyze(csv, "arm=arm", "id=arm,animal"), "arm", "A"), "n"))
                .isEqualTo(2);
    }

    @Test
    void timesHaveToMakeSense() {
        refused(() -> analyze("time,event\n-3,1\n5,1\n"), "the time is negative: -3", "count from the start");
        refused(() -> analyze("start,time,event\n5,5,1\n", "start=start"), "not after its start", "start before time");
        assertThat(subject(analyze("time,event\n0,1\n5,1\n"), "arm", "all").warning("zero-time"))
                .isPresent();
        refused(() -> analyze("time,event\n,1\n,0\n"), "no row has both a time and an event", "fill them in");
    }

    @Test
    void missingColumnsAreNamedWithThoseThatThereAre() {
        refused(() -> analyze("weeks,outcome\n3,1\n"), "there is no column 'time'", "the columns are: weeks, outcome");
        refused(
                () -> analyze("time,event,arm\n3,1,A\n", "arm=arm", "reference=Z"),
                "there is no arm 'Z'",
                "the arms are: A");
    }

    /** Names that tables use: R's status, ADaM's CNSR where 0 is the event; the arm is found unless none is asked for. */
    @Test
    void usualColumnsAreFoundWhereNoneAreStated() {
        String rows = "vehicle,3,%1$s\nvehicle,5,%1$s\ndrug,4,%1$s\ndrug,9,%2$s\n";
        for (String[] form : new String[][] {
            {"arm,time,event", "1", "0"}, {"Group,futime,status", "2", "1"}, {"TRT01P,AVAL,CNSR", "0", "2"}
        }) {
            AnalysisDocument document = analyze(form[0] + "\n" + rows.formatted(form[1], form[2]));
            String arm = form[0].substring(0, form[0].indexOf(','));
            assertThat(subject(document, arm, "drug")
                            .estimate("events")
                            .orElseThrow()
                            .value())
                    .isEqualTo(1);
        }
        assertThat(subject(analyze("arm,time,event\n" + rows.formatted("1", "0"), "arm=none"), "arm", "all")
                        .estimate("events")
                        .orElseThrow()
                        .value())
                .isEqualTo(3);
        refused(() -> analyze("time,censored\n3,1\n5,0\n"), "either may mark the event", "state eventCode=VALUE");
    }

    private static final String ADTTE = """
            USUBJID,TRT01P,PARAMCD,AVAL,CNSR
            1,placebo,OS,5,0
            1,placebo,PFS,2,0
            2,placebo,OS,7,1
            2,placebo,PFS,3,0
            3,drug,OS,9,0
            3,drug,PFS,8,3
            4,drug,OS,11,1
            4,drug,PFS,4,0
            """;

    /** One parameter of an ADaM table, from text and from the transport file of the same rows. */
    @Test
    void timeToEventTablesOfAdamAreReadByParameter() {
        refused(() -> analyze(ADTTE), "PARAMCD holds several parameters", "OS, PFS");
        refused(() -> analyze(ADTTE, "parameter=DOR"), "no row has PARAMCD DOR", "OS, PFS");
        AnalysisDocument text = analyze(ADTTE, "parameter=PFS");
        assertThat(text.methods()).contains("CNSR 0 was read as the event");
        assertThat(subject(text, "TRT01P", "drug")
                        .estimate("events")
                        .orElseThrow()
                        .value())
                .isEqualTo(1);
        AnalysisDocument transport = Analysis.run(
                new SurvivalAssay(),
                List.of(InputFile.of(new RawFile("adtte.xpt", transport(ADTTE)))),
                Settings.of(Map.of("parameter", "PFS")),
                1);
        assertThat(transport.results()).isEqualTo(text.results());
    }

    private static byte[] transport(String csv) {
        List<List<String>> cells =
                csv.lines().map(line -> List.of(line.split(",", -1))).toList();
        List<String> names = cells.getFirst();
        return XportWriter.write(new XportTable(
                "ADTTE",
                "",
                names.stream()
                        .map(name -> new XportTable.Variable(name, "", name.equals("AVAL") || name.equals("CNSR")))
                        .toList(),
                cells.stream()
                        .skip(1)
                        .map(row -> IntStream.range(0, row.size())
                                .mapToObj(i -> i < 3
                                        ? (XportTable.Value) new XportTable.Value.Text(row.get(i))
                                        : new XportTable.Value.Numeric(
                                                OptionalDouble.of(Double.parseDouble(row.get(i)))))
                                .toList())
                        .toList()));
    }

    /** Whatever the bytes: a document, or faults. */
    @Test
    void ruinedTablesNeverBreakTheReader() {
        RuinedText.isReadOrRefused(Studies.text("aml.csv"), 17, 60, csv -> analyze(csv, "arm=x", "covariates=status"));
    }

    private static void refused(ThrowingCallable analysis, String problem, String remedy) {
        assertThatThrownBy(analysis)
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(problem)
                .hasMessageContaining(remedy);
    }
}
