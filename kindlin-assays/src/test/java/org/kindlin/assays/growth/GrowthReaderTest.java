package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.growth.GrowthRuns.subject;
import static org.kindlin.assays.growth.GrowthRuns.text;
import static org.kindlin.assays.growth.GrowthRuns.value;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.InputFaultException;

class GrowthReaderTest {
    private static final String[] ARMS = {"vehicle", "drug"};

    /** Two arms of four animals, three visits; the template's %1$s is the day as written, %2$s the sizes of animal 1. */
    private static String study(String header, String[] days, BiFunction<Integer, Integer, String> sizes) {
        StringBuilder csv = new StringBuilder(header).append('\n');
        for (int arm = 0; arm < 2; arm++) {
            for (int animal = 1; animal <= 4; animal++) {
                for (int visit = 0; visit < days.length; visit++) {
                    csv.append(String.format(
                            Locale.ROOT,
                            "%s,%s%d,%s,%s%n",
                            ARMS[arm],
                            ARMS[arm].charAt(0),
                            animal,
                            days[visit],
                            sizes.apply(4 * arm + animal, visit)));
                }
            }
        }
        return csv.toString().replace("\r", "");
    }

    private static String volume(int animal, int visit) {
        double rate = animal <= 4 ? 0.12 : 0.06;
        double wobble = 1 + 0.05 * ((animal * 7 + visit * 5) % 5 - 2);
        return String.format(Locale.ROOT, "%.2f", 100 * (1 + animal / 10.0) * Math.exp(rate * 7 * visit) * wobble);
    }

    private static final String[] WEEKS = {"0", "7", "14"};

    private static double drugRate(AnalysisDocument document) {
        return value(subject(document, Map.of("arm", "drug")), "growthRate");
    }

    private static List<String> codes(AnalysisDocument document) {
        return document.results().stream()
                .flatMap(result -> result.warnings().stream())
                .map(Warning::code)
                .toList();
    }

    private static void refused(String csv, String words, String... settings) {
        assertThatThrownBy(() -> text(csv, settings))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining(words);
    }

    /** A header that says centimetres above millimetres: diameters of 80 mm are on no rodent. */
    @Test
    void aUnitThatNoAnimalCanCarryIsAskedFor() {
        org.assertj.core.api.Assertions.assertThatThrownBy(
                        () -> GrowthRuns.text(
                                "arm,animal,day,length (cm),width (cm)\nvehicle,1,0,8,6\nvehicle,1,4,9,7\ndrug,2,0,8,6\ndrug,2,4,8,7\n"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("no diameter is below 80 mm")
                .hasMessageContaining("correct the unit in the header");
    }

    @Test
    void daysAndDatesOfEveryUnambiguousFormAreOne() {
        double plain = drugRate(text(study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume)));
        String[][] forms = {
            {"Day 0", "Day 7", "Day 14"},
            {"D0", "D7", "D14"},
            {"2024-02-26", "2024-03-04", "2024-03-11"},
            {"26.02.2024", "04.03.2024", "11.03.2024"},
            {"26/02/2024", "04/03/2024", "11/03/2024"},
            {"02/26/2024", "03/04/2024", "03/11/2024"},
            {"26-Feb-2024", "4-Mar-2024", "11-Mar-2024"},
            {"26-Feb-2024", "2024-03-04", "11.03.2024"}
        };
        for (String[] form : forms) {
            assertThat(drugRate(text(study("arm,animal,day,volume", form, GrowthReaderTest::volume))))
                    .isCloseTo(plain, within(1e-12));
        }
    }

    @Test
    void datesThatCanBeReadTwoWaysAskForTheirOrder() {
        String csv = study(
                "arm,animal,date,volume",
                new String[] {"01/02/2024", "08/02/2024", "09/03/2024"},
                GrowthReaderTest::volume);
        refused(csv, "dateOrder=day-first or dateOrder=month-first");
        double european = drugRate(text(csv, "dateOrder=day-first"));
        double american = drugRate(text(csv, "dateOrder=month-first"));
        assertThat(european).isNotCloseTo(american, within(1e-4));
    }

    @Test
    void widthAboveLengthIsSwappedAndTold() {
        String csv = study("arm,animal,day,length,width", WEEKS, (animal, visit) -> {
            double width = Math.cbrt(Double.parseDouble(volume(animal, visit)) * 2 / 1.5);
            String l = String.format(Locale.ROOT, "%.6f", 1.5 * width);
            String w = String.format(Locale.ROOT, "%.6f", width);
            return animal == 1 && visit == 1 ? w + "," + l : l + "," + w;
        });
        AnalysisDocument document = text(csv);
        assertThat(codes(document)).contains("width-above-length");
        double plain = drugRate(text(study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume)));
        assertThat(drugRate(document)).isCloseTo(plain, within(1e-4));
        SubjectResult vehicle = subject(document, Map.of("arm", "vehicle"));
        SubjectResult sixth = subject(text(csv, "formula=pi-sixth"), Map.of("arm", "vehicle"));
        assertThat(value(sixth, "auc") / value(vehicle, "auc")).isCloseTo(1.0472, within(1e-4));
    }

    @Test
    void volumesMadeByAnotherFormulaAreTold() {
        String csv = study("arm,animal,day,length,width,volume", WEEKS, (animal, visit) -> {
            double width = Math.cbrt(Double.parseDouble(volume(animal, visit)) * 2 / 1.5);
            return String.format(
                    Locale.ROOT, "%.6f,%.6f,%.6f", 1.5 * width, width, Math.PI / 6 * 1.5 * width * width * width);
        });
        assertThat(text(csv).results().stream()
                        .flatMap(result -> result.warnings().stream())
                        .filter(warning -> warning.code().equals("volume-formula"))
                        .map(Warning::message))
                .singleElement()
                .asString()
                .contains("4.72 % larger")
                .contains("pi/6 x L x W^2");
    }

    @ParameterizedTest
    @CsvSource({
        "-5, below zero",
        "abc, is no number",
        "12 kg, is in 'kg'",
    })
    void sizesThatCannotBeAreRefused(String size, String words) {
        refused(
                study(
                        "arm,animal,day,volume",
                        WEEKS,
                        (animal, visit) -> animal == 2 && visit == 1 ? size : volume(animal, visit)),
                words);
    }

    @Test
    void mixedUnitsAreReadWhereTheCellSaysSoAndAskedForWhereNot() {
        double plain = drugRate(text(study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume)));
        BiFunction<Integer, Integer, String> inCm = (animal, visit) -> animal == 6 && visit == 1
                ? String.format(Locale.ROOT, "%.5f", Double.parseDouble(volume(animal, visit)) / 1000)
                : volume(animal, visit);
        refused(study("arm,animal,day,volume", WEEKS, inCm), "are units mixed?");
        double marked = drugRate(text(study(
                "arm,animal,day,volume",
                WEEKS,
                (animal, visit) -> inCm.apply(animal, visit) + (animal == 6 && visit == 1 ? " cm3" : ""))));
        assertThat(marked).isCloseTo(plain, within(1e-4));
        BiFunction<Integer, Integer, String> allCm =
                (animal, visit) -> String.format(Locale.ROOT, "%.6f", Double.parseDouble(volume(animal, visit)) / 1000);
        refused(study("arm,animal,day,volume", WEEKS, allCm), "volumeUnit=cm3 or volumeUnit=mm3");
        assertThat(drugRate(text(study("arm,animal,day,Volume (cm3)", WEEKS, allCm))))
                .isCloseTo(plain, within(1e-4));
    }

    @Test
    void animalsNumberedWithinArmsAreDifferentAnimals() {
        String csv = study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume)
                .replace(",v", ",")
                .replace(",d", ",")
                .replace("arm,animal,ay", "arm,animal,day")
                .replace("animal,olume", "animal,volume");
        String header = "arm,animal,day,volume\n";
        String numbered = header + csv.substring(csv.indexOf('\n') + 1);
        AnalysisDocument document = text(numbered);
        assertThat(codes(document)).contains("animal-names-repeat");
        assertThat(value(subject(document, Map.of("arm", "drug")), "n")).isEqualTo(4);
    }

    @Test
    void anAnimalThatChangesItsArmIsRefused() {
        String csv =
                study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume).replace("vehicle,v1,14", "drug,v1,14");
        refused(csv, "is in arms vehicle and drug on different days");
    }

    @Test
    void twoReadingsOfOneDayAreRefusedUnlessTwoPeopleMeasured() {
        String csv = study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume) + "drug,d1,7,300\n";
        refused(csv, "has a second reading on day 7");
    }

    @Test
    void measuredAfterDeathIsRefused() {
        String csv = study(
                "arm,animal,day,volume,reason",
                WEEKS,
                (animal, visit) -> volume(animal, visit) + (animal == 3 && visit == 1 ? ",found dead" : ","));
        refused(csv, "is measured on day 14, after it left on day 7 (found dead)");
    }

    @Test
    void removalForSizeAndToxicityAreCountedApart() {
        String csv = study(
                "arm,animal,day,volume,reason",
                WEEKS,
                (animal, visit) -> volume(animal, visit)
                        + (visit < 2 ? "," : animal == 1 ? ",tumour size" : animal == 7 ? ",weight loss > 20 %" : ","));
        AnalysisDocument document = text(csv);
        assertThat(value(subject(document, Map.of("arm", "vehicle")), "leftTumourSize"))
                .isEqualTo(1);
        assertThat(value(subject(document, Map.of("arm", "drug")), "leftToxicity"))
                .isEqualTo(1);
        assertThat(codes(document)).contains("toxicity");
    }

    @Test
    void wideSheetsAreThoseOfLongOnes() {
        double plain = drugRate(text(study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume)));
        StringBuilder csv = new StringBuilder("Study: xenograft 12\n\nAnimal ID;Group;Day 0;Day 7;Day 14\n");
        for (int animal = 1; animal <= 8; animal++) {
            csv.append("m").append(animal).append(';').append(ARMS[animal <= 4 ? 0 : 1]);
            for (int visit = 0; visit < 3; visit++) {
                csv.append(';').append(volume(animal, visit).replace('.', ','));
            }
            csv.append('\n');
        }
        AnalysisDocument document = text(csv.toString());
        assertThat(value(subject(document, Map.of("Group", "drug")), "growthRate"))
                .isCloseTo(plain, within(1e-12));
    }

    @Test
    void armsCanComeFromATableOfTheirOwn() {
        String csv = study("arm,animal,day,volume", WEEKS, GrowthReaderTest::volume);
        double plain = drugRate(text(csv));
        StringBuilder measured = new StringBuilder("animal,day,volume\n");
        csv.lines()
                .skip(1)
                .forEach(line ->
                        measured.append(line.substring(line.indexOf(',') + 1)).append('\n'));
        StringBuilder allocation = new StringBuilder("animal,arm\n");
        for (int arm = 0; arm < 2; arm++) {
            for (int animal = 1; animal <= 4; animal++) {
                allocation
                        .append(ARMS[arm].charAt(0))
                        .append(animal)
                        .append(',')
                        .append(ARMS[arm])
                        .append('\n');
            }
        }
        AnalysisDocument document = GrowthRuns.run(List.of(
                new RawFile("measured.csv", measured.toString().getBytes(StandardCharsets.UTF_8)),
                new RawFile("allocation.csv", allocation.toString().getBytes(StandardCharsets.UTF_8))));
        assertThat(drugRate(document)).isEqualTo(plain);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        String csv = study(
                "arm,animal,day,volume",
                WEEKS,
                (animal, visit) ->
                        visit == 1 && animal == 2 ? "-1" : visit == 2 && animal == 3 ? "x" : volume(animal, visit));
        assertThatThrownBy(() -> text(csv))
                .isInstanceOfSatisfying(
                        InputFaultException.class, e -> assertThat(e.faults()).hasSize(2));
    }

    /** A first reading has one neighbour only; 0.7 mm is beyond what calipers find. */
    @Test
    void aFirstReadingInAnotherUnitIsRefused() {
        String csv = """
                arm,animal,day,length,width
                vehicle,1,0,0.7,0.6
                vehicle,1,7,7,7
                vehicle,2,0,6,6
                vehicle,2,7,9,8
                drug,3,0,7,6
                drug,3,7,8,7
                """;
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> GrowthRuns.text(csv))
                .hasMessageContaining("length 0.7 of animal 1 stands before 7")
                .hasMessageContaining("are units mixed?");
        org.assertj.core.api.Assertions.assertThat(
                        GrowthRuns.text(csv.replace("0.7,0.6", "0.7 cm,0.6 cm")).results())
                .isNotEmpty();
    }

    @Test
    void aNegativeDiameterIsToldOnce() {
        String csv =
                "arm,animal,day,length,width\nvehicle,1,0,6,5\nvehicle,1,7,-9,8\nvehicle,2,0,6,6\nvehicle,2,7,9,8\n";
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> GrowthRuns.text(csv))
                .hasMessageContaining("below zero")
                .message()
                .doesNotContain("missing beside its fellow");
    }

    /** Without arms there is one line for all animals; one arm can be stated. */
    @Test
    void aStudyOfOneArmIsStated() {
        StringBuilder csv = new StringBuilder("animal,day,volume\n");
        for (int i = 1; i <= 4; i++) {
            for (int day = 0; day <= 12; day += 4) {
                csv.append(i).append(',').append(day).append(',');
                csv.append(100 * Math.exp(0.1 * day) * (1 + 0.05 * ((i * 7 + day) % 5)))
                        .append('\n');
            }
        }
        assertThatThrownBy(() -> GrowthRuns.text(csv.toString()))
                .isInstanceOf(InputFaultException.class)
                .hasMessage(
                        "study.csv: no animal is in an arm (state arm=COLUMN, give a table of animals and arms as a further file,"
                                + " or state arm=none for a study of one arm)");
        AnalysisDocument document = GrowthRuns.text(csv.toString(), "arm=none");
        assertThat(GrowthRuns.value(GrowthRuns.subject(document, Map.of("arm", "all")), "growthRate"))
                .isBetween(0.08, 0.12);
    }
}
