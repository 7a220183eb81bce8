package org.kindlin.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.WellReading;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.map.PlateMapReader;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;

class VirtualLabTest {

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "dose-response", "elisa", "collagen", "viability"})
    void everyFileSaysThatItIsSimulated(String assay) {
        assertThat(perform(assay, Map.of(), 1))
                .isNotEmpty()
                .allSatisfy(file -> assertThat(new RawFile(file.name(), file.bytes()).simulated())
                        .as(file.name())
                        .isTrue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "dose-response", "elisa", "collagen", "viability"})
    void bytesDependOnTheSeedAndNothingElse(String assay) {
        assertThat(texts(perform(assay, Map.of(), 5)))
                .isEqualTo(texts(perform(assay, Map.of(), 5)))
                .isNotEqualTo(texts(perform(assay, Map.of(), 6)));
    }

    @Test
    void plateAndMapReadBackAsTheInstrumentsOwn() {
        List<LabFile> files = perform("kinase", Map.of("target", "Pyk2"), 3);
        Plate plate = plate(named("pyk2-plate-1.csv", files));
        PlateMap map = map(named("layout.csv", files));
        assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_384);
        assertThat(map.join("", plate.firstRaw()))
                .hasSize(32 + 32 + 20 + 40)
                .allMatch(well -> well.reading().isMeasured());
    }

    @Test
    void withoutNoiseTheControlsAreTheStatedSignal() {
        Map<String, String> quiet = Map.of(
                "wellCvPercent",
                "0",
                "edgeLossPercent",
                "0",
                "outlierPercent",
                "0",
                "plateShiftPercent",
                "0",
                "photonsPerUnit",
                "1000000",
                "background",
                "1000",
                "signalPerPercent",
                "5000",
                "vehicleConversionPercent",
                "10");
        List<LabFile> files = perform("kinase", quiet, 3);
        List<WellReading> wells = map(named("layout.csv", files))
                .join("", plate(named("fak-plate-2.csv", files)).firstRaw());
        assertThat(meanOf(wells, WellRole.VEHICLE)).isBetween(50_990.0, 51_010.0);
        assertThat(meanOf(wells, WellRole.NO_ENZYME)).isBetween(998.0, 1_002.0);
    }

    @Test
    void plateOfTooManyWellsIsRefusedWithTheReason() {
        assertThatThrownBy(() -> perform("kinase", Map.of("wells", "96", "replicates", "8"), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("80 sample wells do not fit the 56 of a 96-well plate");
    }

    @Test
    void unknownSettingIsAFaultThatSuggests() {
        assertThatThrownBy(() -> perform("kinase", Map.of("replicate", "3"), 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("did you mean 'replicates'");
    }

    private static List<LabFile> perform(String assay, Map<String, String> settings, long seed) {
        return VirtualLab.perform(VirtualLab.find(assay).orElseThrow(), Settings.of(settings), seed);
    }

    private static Map<String, String> texts(List<LabFile> files) {
        return files.stream()
                .collect(Collectors.toMap(LabFile::name, file -> new String(file.bytes(), StandardCharsets.UTF_8)));
    }

    private static LabFile named(String name, List<LabFile> files) {
        return files.stream()
                .filter(file -> file.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Plate plate(LabFile file) {
        Faults faults = new Faults();
        List<Plate> plates = PlateReaders.read(new RawFile(file.name(), file.bytes()), faults);
        assertThat(faults.all()).isEmpty();
        return plates.getFirst();
    }

    private static PlateMap map(LabFile file) {
        Faults faults = new Faults();
        PlateMap map = PlateMapReader.read(new RawFile(file.name(), file.bytes()), faults);
        assertThat(faults.all()).isEmpty();
        return map;
    }

    private static double meanOf(List<WellReading> wells, WellRole role) {
        return wells.stream()
                .filter(well -> well.well().role() == role)
                .mapToDouble(well -> well.reading().value().orElseThrow())
                .average()
                .orElseThrow();
    }
}
