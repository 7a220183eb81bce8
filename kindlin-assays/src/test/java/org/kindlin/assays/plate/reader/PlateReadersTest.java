package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.bmg.BmgMarsWriter;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateGridWriter;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;

class PlateReadersTest {

    @Test
    void listsEveryFormat() {
        assertThat(PlateReaders.formats())
                .extracting(PlateFileFormat::name)
                .containsExactly(
                        "bmg-mars",
                        "envision",
                        "kaleido",
                        "allotrope",
                        "gen5",
                        "softmax-pro",
                        "i-control",
                        "magellan",
                        "skanit",
                        "tidy",
                        "well-list",
                        "grid");
    }

    @Test
    void readsTheMarsTableViewWithSeveralReads() {
        Plate plate = only("""
                User: USER,Path: C:\\BMG\\Omega,Test run no.: 7
                Test name: GFP,Date: 25/03/2022,Time: 19:01:53
                ID1: P7
                Fluorescence (FI)
                Well Row,Well Col,Content,Raw Data (482-16/525-20),Blank corrected based on Raw Data (482-16/525-20)
                A,1,Sample X1,900,800
                A,2,Blank B,100,0
                """);

        assertThat(plate.reads()).extracting(PlateRead::calculated).containsExactly(false, true);
        assertThat(plate.firstRaw().at(WellAddress.of("A1"))).isEqualTo(new Reading.Measured(900));
        assertThat(plate.firstRaw().wavelengths()).isEqualTo(new Wavelengths(482.0, 525.0));
        assertThat(plate.firstRaw().unit()).isEqualTo("RFU");
        assertThat(plate.reads().get(1).unit()).isEmpty();
        assertThat(plate.identifier()).isEqualTo("P7");
    }

    @Test
    void readsTheMarsTableViewOfAKineticMeasurement() {
        Plate plate = only("""
                User: USER;Path: C:\\BMG;Test run no.: 7

                Test name: OD;Date: 15/10/2025;Time: 11:58:41

                Absorbance

                Well;Content;Raw Data (600);Raw Data (600);Raw Data (600)

                ;Time;0 h ;0 h 60 min;1 h 15 min

                A01;Sample X1;0,081;0,097;0,1

                C02;Sample X26;0,097;OVER;0,099
                """);

        assertThat(plate.reads()).extracting(PlateRead::seconds).containsExactly(0.0, 3600.0, 4500.0);
        assertThat(plate.reads().get(2).at(WellAddress.of("A1"))).isEqualTo(new Reading.Measured(0.1));
        assertThat(plate.reads().get(1).at(WellAddress.of("C2"))).isEqualTo(new Reading.Overflow("OVER"));
    }

    @Test
    void readsSeveralMarsPlatesInOneFile() {
        String one = new String(
                ReferenceExports.file(ReferenceExports.ELISA + ".CSV").bytes(), StandardCharsets.UTF_8);

        assertThat(read(one + one)).hasSize(2).extracting(Plate::format).containsOnly(PlateFormat.WELLS_96);
    }

    @Test
    void readsEnVisionGridsWithoutLettersWithEmptyColumnsAndInformationBelow() {
        String information = """
                Plate information\s
                Plate,Repeat,Barcode,Measured height,Group,Label,ScanX,ScanY,Measinfo,Kinetics,Measurement date,
                %d,1,"=""%s""\",11.9,1,HTRF Eu(1),0,0,De=1st Ex=Top Em=Top Wdw=1 (14),0,10/13/2022 3:08:06 PM,

                """;
        String grid = "10,20,30,,,,,,,,,,\n" + ",,,,,,,,,,,,\n".repeat(6) + "1,2,3,,,,,,,,,12,\n\n";
        String above = information.formatted(1, "P1") + grid + information.formatted(2, "P2") + grid;
        String below = grid + information.formatted(1, "P1") + grid + information.formatted(2, "P2")
                + "Auto export parameters:\nPlace plate information at,,,,End of plate\n";

        for (String text : List.of(above, below)) {
            List<Plate> plates = read(text);
            assertThat(plates).extracting(Plate::identifier).containsExactly("P1", "P2");
            for (Plate plate : plates) {
                assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_96);
                assertThat(plate.firstRaw().mode()).isEqualTo(DetectionMode.TIME_RESOLVED_FLUORESCENCE);
                assertThat(plate.firstRaw().at(WellAddress.of("H12"))).isEqualTo(new Reading.Measured(12));
                assertThat(plate.firstRaw().measured()).isEqualTo(7);
            }
        }
    }

    @Test
    void anEnVisionPlateMapIsNoReading() {
        Plate plate = read(new String(
                                ReferenceExports.file(ReferenceExports.ENVISION + ".csv")
                                        .bytes(),
                                StandardCharsets.UTF_8)
                        .replace("- ,", "7 ,"))
                .getFirst();

        assertThat(plate.reads()).hasSize(2);
    }

    @Test
    void readsGridsOfEverySizeWithAndWithoutLettersAndNumbers() {
        Random random = new Random(96);
        for (PlateFormat format : PlateFormat.values()) {
            PlateRead wanted = PlateRead.endpoint("grid", DetectionMode.UNKNOWN, full(format, random));
            String lettered = PlateGridWriter.write(format, wanted, false);
            String unlettered = lettered.replaceAll("(?m)^[A-Z]*,", "");
            String bare = unlettered.substring(unlettered.indexOf('\n') + 1);
            String unnumbered = lettered.substring(lettered.indexOf('\n') + 1);
            for (String text : List.of(lettered, unlettered, bare, unnumbered, bare.replace(',', '\t'))) {
                Plate plate = only(text);
                assertThat(plate.format()).isEqualTo(format);
                assertThat(plate.firstRaw().readings()).isEqualTo(wanted.readings());
            }
        }
    }

    @Test
    void readsTidyTablesWithPlatesAndReads() {
        List<Plate> plates = read("""
                barcode,well,read,value
                P1,A1,donor,5
                P1,a02,donor,6
                P1,A1,acceptor,7
                P2,AF48,donor,8
                """);

        assertThat(plates).extracting(Plate::identifier).containsExactly("P1", "P2");
        assertThat(plates.getFirst().reads()).extracting(PlateRead::label).containsExactly("donor", "acceptor");
        assertThat(plates.getLast().format()).isEqualTo(PlateFormat.WELLS_1536);
        assertThat(read("Row,Column,RLU\nA,1,5\nB,2,6\n").getFirst().firstRaw().at(WellAddress.of("B2")))
                .isEqualTo(new Reading.Measured(6));
    }

    @Test
    void choosesTheFirstRawReadUnlessAskedAndSaysSo() {
        Plate plate = read(new String(
                        ReferenceExports.file(ReferenceExports.ENVISION + ".csv")
                                .bytes(),
                        StandardCharsets.UTF_8))
                .getFirst();
        Faults faults = new Faults();

        ReadChoice raw = ReadChoice.of(plate, "", faults).orElseThrow();
        assertThat(raw.read().calculated()).isFalse();
        assertThat(raw.reason()).contains("first raw one", "Calc 1: Crosstalk");
        assertThat(ReadChoice.of(plate, "crosstalk", faults)
                        .orElseThrow()
                        .read()
                        .calculated())
                .isTrue();
        assertThat(faults.any()).isFalse();
        assertThat(ReadChoice.of(plate, "384", faults)).isEmpty();
        assertThat(faults.all().getFirst().problem()).isEqualTo("2 reads are called '384'");
    }

    @Test
    void anyPlateThatIsWrittenAsMarsIsReadBackTheSame() {
        Random random = new Random(2026);
        for (int round = 0; round < 40; round++) {
            PlateFormat format = List.of(PlateFormat.values()).get(3 + round % 4);
            List<DetectionMode> modes = List.of(DetectionMode.values());
            DetectionMode mode = modes.get(round % (modes.size() - 1));
            PlateRead one = PlateRead.endpoint("Raw Data (450)", mode, any(format, random));
            PlateRead two = PlateRead.endpoint("Raw Data (620)", mode, any(format, random));
            String text = BmgMarsWriter.write(
                    "ADP-Glo",
                    "FAK plate 1",
                    "22/11/2026 10:15:00",
                    format,
                    List.of(one, two),
                    round % 2 == 0 ? "seed 7" : "");
            Plate plate = only(text);

            assertThat(plate.format()).isEqualTo(format);
            assertThat(plate.identifier()).isEqualTo("FAK plate 1");
            assertThat(plate.date()).isEqualTo("22/11/2026 10:15:00");
            assertThat(plate.reads()).extracting(PlateRead::readings).containsExactly(one.readings(), two.readings());
            assertThat(plate.reads()).extracting(PlateRead::mode).containsOnly(mode);
            assertThat(plate.findings().stream().map(Warning::code).anyMatch("simulated"::equals))
                    .isEqualTo(round % 2 == 0);
        }
    }

    private static Map<WellAddress, Reading> full(PlateFormat format, Random random) {
        Map<WellAddress, Reading> readings = new TreeMap<>();
        format.wells().forEach(well -> readings.put(well, new Reading.Measured(random.nextInt(60_000))));
        return readings;
    }

    private static Map<WellAddress, Reading> any(PlateFormat format, Random random) {
        Map<WellAddress, Reading> readings = new TreeMap<>();
        for (WellAddress well : format.wells()) {
            readings.put(
                    well,
                    switch (random.nextInt(12)) {
                        case 0 -> new Reading.Empty();
                        case 1 -> random.nextInt(9) == 0 ? new Reading.Saturated("SAT") : new Reading.Measured(1);
                        case 2 -> random.nextInt(9) == 0 ? new Reading.Overflow(">4.0") : new Reading.Measured(0);
                        case 3 -> random.nextInt(9) == 0 ? new Reading.Underflow("<0.000") : new Reading.Measured(-0.5);
                        default -> new Reading.Measured(Math.exp(20 * random.nextGaussian()));
                    });
        }
        return readings;
    }

    private static Plate only(String text) {
        List<Plate> plates = read(text);
        assertThat(plates).hasSize(1);
        return plates.getFirst();
    }

    private static List<Plate> read(String text) {
        return new ArrayList<>(PlateReaders.read(new RawFile("f.csv", text.getBytes(StandardCharsets.UTF_8))));
    }
}
