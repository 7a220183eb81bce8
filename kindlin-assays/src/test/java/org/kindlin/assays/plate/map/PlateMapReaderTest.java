package org.kindlin.assays.plate.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

class PlateMapReaderTest {

    @Test
    void readsTheTidyFormWithColumnsInAnyOrderAndTheUnitInTheHeader() {
        PlateMap map = read("""
                replicate;role;compound;well;concentration_nM;target;exclude;reason
                1;sample;defactinib;A3;0,6;FAK;;
                2;sample;defactinib;A4;12,5;FAK;yes;bubble
                ;vehicle;;B1;;FAK;no;
                ;No Enzyme;;B2;;FAK;;
                """);

        assertThat(map.wells()).hasSize(4);
        Well first = map.wells().getFirst();
        assertThat(first.concentration()).isEqualTo(new Quantity(0.6, Unit.NANOMOLAR));
        assertThat(first.target()).isEqualTo("FAK");
        assertThat(first.replicate()).isEqualTo(1);
        assertThat(map.wells().get(1).exclusion()).isEqualTo("bubble");
        assertThat(map.wells())
                .extracting(Well::role)
                .containsExactly(WellRole.SAMPLE, WellRole.SAMPLE, WellRole.VEHICLE, WellRole.NO_ENZYME);
    }

    @Test
    void readsStackedGrids() {
        PlateMap map = read("""
                compound
                ,1,2,3
                A,defactinib,defactinib,DMSO
                B,VS-4718,,blank

                concentration (uM)
                ,1,2,3
                A,1,0.1,
                B,10,,
                exclude
                ,1,2,3
                A,,pipette blocked,
                B,,,
                """);

        assertThat(map.wells())
                .extracting(well -> well.address() + " " + well.role().label() + " " + well.compound())
                .containsExactly(
                        "A01 sample defactinib",
                        "A02 sample defactinib",
                        "A03 vehicle DMSO",
                        "B01 sample VS-4718",
                        "B03 blank blank");
        assertThat(map.wells().get(3).concentration()).isEqualTo(new Quantity(10, Unit.MICROMOLAR));
        assertThat(map.wells().get(1).exclusion()).isEqualTo("pipette blocked");
    }

    @Test
    void readsOneGridWhoseCellsSayEverything() {
        PlateMap map = read("""
                plate map
                ,1,2,3,4
                A,defactinib 10 nM,defactinib (HCl) 2 ug/mL #2,DMSO,positive staurosporine 1 uM
                B,VS-4718 0.5 µM,standard ADP 5 uM,no enzyme,
                """);

        assertThat(map.wells())
                .extracting(WellsAsText::of)
                .containsExactly(
                        "A01 sample defactinib 10 nM",
                        "A02 sample defactinib (HCl) 2 ug/mL #2",
                        "A03 vehicle",
                        "A04 positive staurosporine 1 uM",
                        "B01 sample VS-4718 0.5 uM",
                        "B02 standard ADP 5 uM",
                        "B03 no-enzyme");
    }

    @Test
    void tellsAllFaultsAtOnceEachWithPlaceAndRemedy() {
        List<Fault> faults = faults("""
                well,role,compound,form,concentration,unit
                A1,sample,defactinib,,10,nM
                A1,sample,defactinib,,20,nM
                Z99,sample,defactinib,,20,nM
                A2,sample,defactinib,,-5,nM
                A3,sample,defactinib,,,
                A4,sample,defactinib,,3,
                A5,wizard,,,,
                A6,sample,defactinib,,3,ug/mL
                A7,sample,defactinib,,3,furlong
                A8,sample,,,3,nM
                """);

        assertThat(faults)
                .extracting(Fault::place)
                .containsExactly(
                        "line 3", "line 4", "line 5", "line 6", "line 7", "line 8", "line 9", "line 10", "line 11");
        assertThat(faults)
                .extracting(Fault::problem)
                .containsExactly(
                        "well A01 stands there and at line 2",
                        "'Z99' is no well",
                        "the concentration is negative: -5",
                        "a sample without a concentration",
                        "the concentration 3 has no unit",
                        "'wizard' is no role",
                        "a mass concentration (3 ug/mL) without the compound's form",
                        "'furlong' is no unit of concentration",
                        "a sample without a compound");
        assertThat(faults.get(5).remedy()).contains("no-enzyme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '`',
            value = {
                "`well,role,role\nA1,blank,blank` ~ the header 'role' stands in column 2 too",
                "`hello` ~ is no plate map",
                "`well,role,exclude,reason\nA1,blank,yes,` ~ a well is excluded without a reason",
                "`well,role,replicate\nA1,blank,two` ~ 'two' is no replicate number",
            })
    void refusesWhatSaysNothingClear(String text, String problem) {
        assertThat(faults(text)).extracting(Fault::problem).contains(problem);
    }

    @Test
    void takesADoseLevelWhereTheDoseIsNotKnown() {
        assertThat(read("well,role,compound,level\nA1,sample,X,D3\n")
                        .wells()
                        .getFirst()
                        .level())
                .isEqualTo("D3");
    }

    @Test
    void anyMapThatIsWrittenIsReadBackTheSame() {
        Random random = new Random(20_260);
        for (int round = 0; round < 200; round++) {
            PlateMap map = anyMap(random);
            String text = PlateMapWriter.write(map, round % 2 == 0);
            RawFile file = new RawFile("map.csv", text.getBytes(StandardCharsets.UTF_8));
            Faults faults = new Faults();
            PlateMap back = PlateMapReader.read(file, faults);
            assertThat(faults.all()).as(text).isEmpty();
            assertThat(back.wells()).as(text).isEqualTo(map.wells());
            assertThat(file.simulated()).isEqualTo(round % 2 == 0);
            assertThat(text.lines().flatMap(line -> List.of(line.split(",")).stream()))
                    .noneMatch(cell -> cell.matches("\"?[=+@-].*"));
        }
    }

    private static PlateMap anyMap(Random random) {
        String[] texts = {"defactinib", "=1+1", "-x", "'", "a,b", "a \"b\"", "β-Ph", "@SUM", "A;B", "+", "NA", "10 nM"};
        List<Well> wells = new ArrayList<>();
        for (WellAddress address : PlateFormat.WELLS_96.wells()) {
            if (random.nextInt(3) > 0) {
                continue;
            }
            List<WellRole> roles = List.of(WellRole.values());
            WellRole role = roles.get(random.nextInt(roles.size()));
            boolean dosed = role == WellRole.SAMPLE || random.nextInt(4) == 0;
            String text = texts[random.nextInt(texts.length)];
            wells.add(new Well(
                    random.nextBoolean() ? "P1" : "=P2",
                    address,
                    role,
                    dosed ? text : "",
                    dosed ? "HCl" : "",
                    dosed ? new Quantity(Math.exp(10 * random.nextGaussian()), Unit.NANOMOLAR) : null,
                    "",
                    random.nextInt(4),
                    random.nextBoolean() ? text : "",
                    random.nextInt(5) == 0 ? text : "",
                    random.nextInt(5) == 0 ? text : "",
                    random.nextInt(5) == 0 ? "soluble" : ""));
        }
        wells.add(Well.control(new WellAddress(8, 0), WellRole.BLANK));
        return new PlateMap("map.csv", wells);
    }

    private static PlateMap read(String text) {
        Faults faults = new Faults();
        PlateMap map = PlateMapReader.read(new RawFile("map.csv", text.getBytes(StandardCharsets.UTF_8)), faults);
        assertThat(faults.all()).isEmpty();
        return map;
    }

    private static List<Fault> faults(String text) {
        Faults faults = new Faults();
        PlateMap map = PlateMapReader.read(new RawFile("map.csv", text.getBytes(StandardCharsets.UTF_8)), faults);
        assertThat(map.wells()).isEmpty();
        return faults.all();
    }

    /** A well in one line. */
    private static final class WellsAsText {
        static String of(Well well) {
            return (well.address() + " " + well.role().label() + " " + well.compound()
                            + (well.form().isEmpty() ? "" : " (" + well.form() + ")")
                            + (well.concentration() == null ? "" : " " + well.concentration())
                            + (well.replicate() == 0 ? "" : " #" + well.replicate()))
                    .strip();
        }
    }
}
