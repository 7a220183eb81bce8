package org.kindlin.assays.plate.bmg;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.map.StatedLayout;
import org.kindlin.assays.plate.reader.PlateReaders;
import org.kindlin.fault.Faults;

/** The layout grids of a BMG text export; form as in the SMART Control workbook of the reference data. */
class BmgMarsLayoutTest {
    private static final String NUMBERS = ",1,2,3,4,5,6,7,8,9,10,11,12\n";

    private static String rows(String... first) {
        StringBuilder rows = new StringBuilder(NUMBERS);
        for (int i = 0; i < 8; i++) {
            rows.append((char) ('A' + i))
                    .append(',')
                    .append(i < first.length ? first[i] : ",,,,,,,,,,,")
                    .append('\n');
        }
        return rows + "\n";
    }

    private static Plate plate(String layoutTitle, String concentrations, String dilutions) {
        String readings = rows(
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12",
                "1,2,3,4,5,6,7,8,9,10,11,12");
        String text = "User: USER,Path: C:\\BMG,Test ID: 1\nTest Name: ELISA,Date: 1/2/2024,Time: 1:00:00 PM\nID1: P1\n"
                + "Absorbance\n\n" + layoutTitle + "\n"
                + rows("S1,S1,X1,X1,B,B,,,,,,", "S2,S2,X2,X2,P,N,,,,,,") + concentrations + "\n"
                + rows("1000,1000,,,,,,,,,,", "250.5,250.5,,,,,,,,,,") + dilutions + "\n"
                + rows("1,1,500,500,1,1,,,,,,", "1,1,20,20,1,1,,,,,,") + "Raw Data (450)\n\n" + readings;
        return PlateReaders.read(new RawFile("elisa.csv", text.getBytes(StandardCharsets.UTF_8)))
                .getFirst();
    }

    @Test
    void layoutConcentrationsAndDilutionsSayWhatIsInTheWells() {
        for (String number : List.of("", "1. ")) {
            Plate plate = plate(number + "Layout", "2. Standard Concentrations in ng/mL", "3. Dilutions");

            assertThat(plate.reads()).hasSize(1);
            assertThat(plate.labels()).hasSize(12);
            assertThat(Objects.requireNonNull(plate.labels().get(WellAddress.of("B2")))
                            .amount())
                    .isEqualTo(250.5);
            assertThat(Objects.requireNonNull(plate.labels().get(WellAddress.of("A3")))
                            .amount())
                    .isEqualTo(500.0);
        }
    }

    @Test
    void theLayoutServesAsPlateMap() {
        Plate plate = plate("Layout", "Standard Concentrations in ng/mL", "Dilutions");
        List<Well> wells = StatedLayout.wells(plate, WellRole.UNKNOWN, Map.of(), new Faults());

        assertThat(wells).filteredOn(well -> well.role() == WellRole.STANDARD).hasSize(4);
        assertThat(wells).filteredOn(well -> well.role() == WellRole.BLANK).hasSize(2);
        assertThat(wells).filteredOn(well -> well.role() == WellRole.UNKNOWN).hasSize(6);
    }

    @Test
    void aControlIsNotTakenForTheVehicle() {
        Faults faults = new Faults();
        StatedLayout.wells(
                plate("Layout", "Standard Concentrations in ng/mL", "Dilutions"),
                WellRole.SAMPLE,
                Map.of("compound", "defactinib", "unit", "nM"),
                faults);

        assertThat(faults.all().toString()).contains("without saying which are the vehicle");
    }
}
