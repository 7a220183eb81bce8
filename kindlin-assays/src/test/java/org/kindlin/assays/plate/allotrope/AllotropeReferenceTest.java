package org.kindlin.assays.plate.allotrope;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.fault.Faults;
import org.kindlin.fault.ReadingMode;
import tools.jackson.databind.JsonNode;

/** Every number of every reference document, and the same readings as the vendor's own export. */
class AllotropeReferenceTest {

    /** Numbers by what they are of, counted: measured values and points of profiles, without the stand-ins of errors. */
    private static Map<Double, Long> numbersOf(JsonNode tree) {
        List<Double> numbers = new ArrayList<>();
        for (JsonNode measurement : tree.findValues("measurement document")) {
            measurement.forEach(document -> numbers.addAll(numbersOfMeasurement(document)));
        }
        return counted(numbers);
    }

    private static List<Double> numbersOfMeasurement(JsonNode document) {
        List<Double> numbers = new ArrayList<>();
        for (String feature : List.of("absorbance", "fluorescence", "luminescence")) {
            boolean missing = document.path("error aggregate document").findValuesAsString("error feature").stream()
                    .anyMatch(feature::equalsIgnoreCase);
            JsonNode value = document.path(feature).path("value");
            if (value.isNumber() && !missing) {
                numbers.add(value.doubleValue());
            }
        }
        JsonNode cube =
                document.path("absorption profile data cube").path("data").path("measures");
        cube.forEach(series -> series.forEach(point -> numbers.add(point.doubleValue())));
        return numbers;
    }

    private static Map<Double, Long> counted(List<Double> numbers) {
        return numbers.stream().collect(Collectors.groupingBy(number -> number + 0.0, Collectors.counting()));
    }

    private static Map<Double, Long> numbersOf(List<Plate> plates, boolean calculated) {
        List<Double> numbers = new ArrayList<>();
        for (Plate plate : plates) {
            plate.reads().stream()
                    .filter(read -> read.calculated() == calculated)
                    .forEach(read -> read.readings()
                            .values()
                            .forEach(reading -> reading.value().ifPresent(numbers::add)));
        }
        return counted(numbers);
    }

    @Test
    void everyMeasuredNumberOfEveryDocumentIsRead() {
        List<RawFile> documents = AllotropeDocuments.all();
        assertThat(documents).hasSizeGreaterThanOrEqualTo(19);
        for (RawFile document : documents) {
            assertThat(PlateReaders.report(document, ReadingMode.LENIENT).format())
                    .hasValueSatisfying(format -> assertThat(format.name()).isEqualTo("allotrope"));
            List<Plate> plates = PlateReaders.read(document);
            assertThat(numbersOf(plates, false))
                    .as(document.name())
                    .isEqualTo(numbersOf(AllotropeDocuments.tree(document)));
        }
    }

    @Test
    void wellByWellTheExportSaysTheSame() {
        int compared = 0;
        for (RawFile document : AllotropeDocuments.all()) {
            if (document.name().startsWith("PE_Envision")) {
                continue; // its rows A, E, I, M are counted A to D in the document, as the readers' own test says
            }
            for (RawFile export : AllotropeDocuments.export(document).toList()) {
                Faults faults = new Faults();
                List<Plate> expected = PlateReaders.read(export, faults);
                if (faults.any()) {
                    System.out.println("not compared, since this format is not read here: " + export.name());
                    continue;
                }
                compared += compare(document, expected);
            }
        }
        assertThat(compared).isGreaterThan(600);
    }

    /** Each read of the document has a read of the export with the same numbers in the same wells. */
    private static int compare(RawFile document, List<Plate> expected) {
        int compared = 0;
        for (Plate plate : PlateReaders.read(document)) {
            for (PlateRead read : plate.reads()) {
                if (!read.calculated() && read.measured() > 0) {
                    Map<WellAddress, Double> numbers = numbers(read);
                    Optional<PlateRead> same = expected.stream()
                            .flatMap(other -> other.reads().stream())
                            .filter(other -> numbers(other).equals(numbers))
                            .findFirst();
                    assertThat(same).as(document.name() + ": " + read.name()).isPresent();
                    compared += numbers.size();
                }
            }
        }
        return compared;
    }

    private static Map<WellAddress, Double> numbers(PlateRead read) {
        Map<WellAddress, Double> numbers = new HashMap<>();
        read.readings().forEach((well, reading) -> reading.value().ifPresent(value -> numbers.put(well, value + 0.0)));
        return numbers;
    }

    @Test
    void theReasonsOfMissingValuesAreKept() {
        RawFile document = AllotropeDocuments.all().stream()
                .filter(file -> file.name().contains("non_numeric_values"))
                .findFirst()
                .orElseThrow();
        PlateRead read = PlateReaders.read(document).getFirst().firstRaw();
        assertThat(read.at(WellAddress.of("A8"))).isEqualTo(new Reading.Overflow("OVRFLW"));
        assertThat(read.at(WellAddress.of("D12")).isMeasured()).isFalse();
        assertThat(read.measured()).isEqualTo(96 - 13);
    }

    @Test
    void everyDocumentReadBackAfterWritingIsTheSamePlate() {
        for (RawFile document : AllotropeDocuments.all()) {
            List<Plate> plates = PlateReaders.read(document);
            byte[] written = AllotropeWriter.write(document, plates, "1");
            RoundTrips.assertSame(document.name(), plates, PlateReaders.read(new RawFile("again.json", written)));
            for (RawFile export : AllotropeDocuments.export(document).toList()) {
                Faults faults = new Faults();
                List<Plate> own = PlateReaders.read(export, faults);
                boolean known = own.stream()
                        .flatMap(plate -> plate.reads().stream())
                        .noneMatch(read -> read.mode() == DetectionMode.UNKNOWN);
                if (!faults.any() && known) {
                    byte[] model = AllotropeWriter.write(export, own, "1");
                    RoundTrips.assertSame(export.name(), own, PlateReaders.read(new RawFile("m.json", model)));
                }
            }
        }
    }
}
