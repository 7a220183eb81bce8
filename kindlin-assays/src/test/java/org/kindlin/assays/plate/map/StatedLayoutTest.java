package org.kindlin.assays.plate.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellLabel;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/** Layouts in readers' files as plate maps, and held against them. */
class StatedLayoutTest {
    private static Plate plate(Map<String, WellLabel> labels) {
        TreeMap<WellAddress, WellLabel> wells = new TreeMap<>();
        labels.forEach((well, label) -> wells.put(WellAddress.of(well), label));
        PlateRead read = PlateRead.endpoint(
                "570", DetectionMode.ABSORBANCE, Map.of(WellAddress.of("A1"), new Reading.Measured(1)));
        return new Plate("p.txt", "", "", PlateFormat.WELLS_96, List.of(read), List.of(), wells);
    }

    private static WellLabel label(String id, @Nullable Double amount) {
        return new WellLabel(id, "", "", amount);
    }

    private static Well standard(String well, double value) {
        return new Well(
                "",
                WellAddress.of(well),
                WellRole.STANDARD,
                "",
                "",
                new Quantity(value, Unit.MICROGRAM_PER_MILLILITRE),
                "",
                0,
                "",
                "");
    }

    @Test
    void samplesAreSpecimensOrDosesAsTheAssayTakesThem() {
        Plate plate = plate(Map.of("A1", label("SPL1:2", 0.5), "B1", label("BLK", null), "C1", label("DMSO", null)));
        Faults faults = new Faults();

        assertThat(StatedLayout.wells(plate, WellRole.UNKNOWN, Map.of(), faults))
                .extracting(Well::role, Well::compound)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(WellRole.UNKNOWN, "SPL1"),
                        org.assertj.core.groups.Tuple.tuple(WellRole.BLANK, ""),
                        org.assertj.core.groups.Tuple.tuple(WellRole.VEHICLE, ""));
        List<Well> doses =
                StatedLayout.wells(plate, WellRole.SAMPLE, Map.of("compound", "defactinib", "unit", "nM"), faults);
        assertThat(doses.getFirst().concentration()).isEqualTo(new Quantity(0.5, Unit.NANOMOLAR));
        assertThat(doses.getFirst().compound()).isEqualTo("defactinib");
        assertThat(faults.any()).isFalse();
    }

    @Test
    void whatTheFileLeavesOpenIsOneFaultEach() {
        Plate plate = plate(Map.of(
                "A1",
                label("SPL1", 10.0),
                "A2",
                label("SPL2", 5.0),
                "B1",
                label("POSCON", null),
                "B2",
                label("CTL1", null)));
        Faults faults = new Faults();
        StatedLayout.wells(plate, WellRole.SAMPLE, Map.of(), faults);

        assertThat(faults.all()).hasSize(3);
        assertThat(faults.all().toString())
                .contains("CTL1, POSCON")
                .contains("names no compound")
                .contains("without a unit");
    }

    @Test
    void aMapThatContradictsTheFileIsToldUpToTheUnit() {
        Plate plate = plate(Map.of(
                "A1",
                label("STD1", 1.0),
                "A2",
                label("STD2", 0.5),
                "A3",
                label("STD3", 0.2),
                "A4",
                label("SPL1", null)));

        assertThat(LayoutComparison.differences(
                        plate, List.of(standard("A1", 1000), standard("A2", 500), standard("A3", 200))))
                .isEmpty();
        assertThat(LayoutComparison.differences(
                                plate,
                                List.of(
                                        standard("A1", 1000),
                                        standard("A2", 500),
                                        standard("A3", 250),
                                        standard("A4", 100)))
                        .orElseThrow()
                        .message())
                .contains("2 wells")
                .contains("A03 holds 0.2")
                .contains("A04 is SPL1 to the file and standard to the map");
    }
}
