package org.kindlin.assays.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kindlin.assays.response.Trials.subject;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.xport.XportTable;
import org.kindlin.assays.xport.XportTable.Value;
import org.kindlin.assays.xport.XportTable.Variable;
import org.kindlin.assays.xport.XportWriter;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** SDTM domains as the transport files that submissions hold: the same patient as in the text domains of RecistTest. */
class ResponseXportTest {
    private static final byte[] DM = file("DM", "USUBJID,RFSTDTC,ACTARM", "A,2024-01-01,drug", "B,2024-01-08,placebo");
    private static final byte[] TU = file(
            "TU",
            "USUBJID,TULNKID,TUTESTCD,TUORRES,TULOC",
            "A,T01,TUMIDENT,TARGET,LIVER",
            "A,T02,TUMIDENT,TARGET,LYMPH NODE",
            "B,T01,TUMIDENT,TARGET,LUNG");
    private static final byte[] TR = file(
            "TR",
            "USUBJID,TRLNKID,TRTESTCD,#TRSTRESN,#TRDY",
            "A,T01,LDIAM,50,-3",
            "A,T02,SAXIS,20,-3",
            "A,T01,LDIAM,30,43",
            "A,T02,SAXIS,9,43",
            "A,T01,LDIAM,30,85",
            "A,T02,SAXIS,9,85",
            "A,T01,LDIAM,50,127",
            "A,T02,SAXIS,9,127",
            "B,T01,LDIAM,40,-2",
            "B,T01,LDIAM,60,44");

    /** A data set from comma-separated lines; names after a hash are numeric. */
    private static byte[] file(String name, String header, String... lines) {
        List<String> names = List.of(header.split(",", -1));
        List<List<Value>> rows = Arrays.stream(lines)
                .map(line -> cells(names, line.split(",", -1)))
                .toList();
        List<Variable> variables = names.stream()
                .map(one -> new Variable(one.replace("#", ""), "", one.startsWith("#")))
                .toList();
        return XportWriter.write(new XportTable(name, "", variables, rows));
    }

    private static List<Value> cells(List<String> names, String[] cells) {
        return Stream.iterate(0, i -> i < cells.length, i -> i + 1)
                .map(i -> names.get(i).startsWith("#") ? Value.of(Double.parseDouble(cells[i])) : Value.of(cells[i]))
                .toList();
    }

    private static AnalysisDocument analyze(byte[]... files) {
        List<InputFile> inputs = Arrays.stream(files)
                .map(bytes -> InputFile.of(new RawFile("domain.xpt", bytes)))
                .toList();
        return Analysis.run(new ResponseAssay(), inputs, Settings.of(Map.of()), 1);
    }

    @Test
    void lesionsAndArmsComeFromTransportFiles() {
        AnalysisDocument trial = analyze(DM, TU, TR);
        assertThat(subject(trial, "patient", "A").subject()).containsEntry("best", "PR");
        assertThat(subject(trial, "patient", "A")
                        .estimate("duration")
                        .orElseThrow()
                        .value())
                .isEqualTo(84.0);
        assertThat(subject(trial, "patient", "B").subject()).containsEntry("best", "PD");
        assertThat(subject(trial, "arm", "drug").estimate("orr").orElseThrow().value())
                .isEqualTo(1.0);
        assertThat(subject(trial, "arm", "placebo")
                        .estimate("orr")
                        .orElseThrow()
                        .value())
                .isEqualTo(0.0);
    }

    @Test
    void judgedVisitsToo() {
        byte[] rs = file(
                "RS", "USUBJID,RSTESTCD,RSSTRESC,#RSDY", "A,OVRLRESP,PR,42", "A,OVRLRESP,PR,84", "A,OVRLRESP,PD,126");
        assertThat(subject(analyze(rs), "patient", "A").subject()).containsEntry("best", "PR");
    }

    @Test
    void ruinedTransportFilesNeverBreakTheReader() {
        for (int round = 0; round < 150; round++) {
            RandomStream random = RandomStream.ofSeed(31).child(round);
            byte[] ruined = TR.clone();
            for (int hit = 0; hit < 1 + random.nextInt(5); hit++) {
                ruined[random.nextInt(ruined.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(ruined, random.nextInt(ruined.length)) : ruined;
            try {
                assertThat(analyze(DM, TU, cut).results()).isNotEmpty();
            } catch (InputFaultException refused) {
                assertThat(refused.getMessage()).isNotBlank();
            }
        }
    }

    @Test
    void aDomainWithoutResponsesIsTold() {
        assertThatThrownBy(() -> analyze(DM))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("no patient has a response");
    }
}
