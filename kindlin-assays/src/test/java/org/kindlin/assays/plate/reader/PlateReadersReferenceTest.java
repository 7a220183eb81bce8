package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.result.Warning;

/** Every reading of real exports equals the one in the Allotrope Simple Model of the same file. */
class PlateReadersReferenceTest {

    @Test
    void everyReadingOfTheAdpDetectionPlateEqualsTheModel() {
        Plate plate = only(ReferenceExports.ADP2 + ".csv");

        assertThat(measuredOf(plate.reads().getFirst())).isEqualTo(modelled(ReferenceExports.ADP2));
        assertThat(plate.reads()).hasSize(1);
        PlateRead read = plate.firstRaw();
        assertThat(read.measured()).isEqualTo(302);
        assertThat(read.label()).isEqualTo("Raw Data (580/620)");
        assertThat(read.mode()).isEqualTo(DetectionMode.FLUORESCENCE);
        assertThat(read.unit()).isEqualTo("RFU");
        assertThat(read.wavelengths()).isEqualTo(new Wavelengths(580.0, 620.0));
        assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_384);
        assertThat(plate.identifier()).isEqualTo("black 384w small volume, 20 ul");
        assertThat(plate.date()).isEqualTo("29/02/2016 14:34:46");
        assertThat(read.at(WellAddress.of("O11"))).isInstanceOf(Reading.Empty.class);
        assertThat(read.at(WellAddress.of("A21"))).isInstanceOf(Reading.Empty.class);
    }

    @Test
    void everyReadingOfTheThinned1536WellPlateEqualsTheModelWithRowEInLowerCaseBeingAe() {
        Plate plate = only(ReferenceExports.LUMINESCENCE_1536 + ".csv");

        assertThat(measuredOf(plate.firstRaw())).isEqualTo(modelled(ReferenceExports.LUMINESCENCE_1536));
        assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_1536);
        assertThat(plate.firstRaw().mode()).isEqualTo(DetectionMode.LUMINESCENCE);
        assertThat(plate.firstRaw().at(WellAddress.of("AE01"))).isEqualTo(new Reading.Measured(36809));
        assertThat(plate.findings()).extracting(Warning::code).containsExactly("rows-missing");
    }

    @Test
    void everyReadingOfTheAbsorbancePlateEqualsTheModel() {
        Plate plate = only(ReferenceExports.ELISA + ".CSV");

        assertThat(measuredOf(plate.firstRaw())).isEqualTo(modelled(ReferenceExports.ELISA));
        assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_96);
        assertThat(plate.firstRaw().mode()).isEqualTo(DetectionMode.ABSORBANCE);
        assertThat(plate.firstRaw().wavelengths()).isEqualTo(new Wavelengths(null, 450.0));
        assertThat(plate.findings()).isEmpty();
    }

    @Test
    void everyReadingOfBothEnVisionPlatesEqualsTheModelAndCalculatedOnesStayApart() {
        List<Plate> plates = PlateReaders.read(ReferenceExports.file(ReferenceExports.ENVISION + ".csv"));

        assertThat(plates)
                .extracting(Plate::identifier)
                .containsExactly("8/22/2023 11:01:43 AM", "8/22/2023 12:16:57 PM");
        List<Map.Entry<String, Double>> raw = new ArrayList<>();
        List<Double> calculated = new ArrayList<>();
        for (Plate plate : plates) {
            assertThat(plate.format()).isEqualTo(PlateFormat.WELLS_384);
            assertThat(plate.reads()).extracting(PlateRead::calculated).containsExactly(true, false);
            assertThat(plate.firstRaw().label()).isEqualTo("0_1 US LUM 384(1) - channel 0 (CPS)");
            assertThat(plate.firstRaw().mode()).isEqualTo(DetectionMode.LUMINESCENCE);
            assertThat(plate.firstRaw().unit()).isEqualTo("CPS");
            raw.addAll(measuredOf(plate.firstRaw()));
            measuredOf(plate.reads().getFirst()).forEach(entry -> calculated.add(entry.getValue()));
        }
        assertThat(raw).hasSize(192).isEqualTo(modelledByLetter());
        assertThat(calculated).hasSize(192).isEqualTo(ReferenceExports.calculated(ReferenceExports.ENVISION));
    }

    private static Plate only(String name) {
        List<Plate> plates = PlateReaders.read(ReferenceExports.file(name));
        assertThat(plates).hasSize(1);
        return plates.getFirst();
    }

    private static List<Map.Entry<String, Double>> measuredOf(PlateRead read) {
        List<Map.Entry<String, Double>> measured = new ArrayList<>();
        read.readings()
                .forEach((well, reading) ->
                        reading.value().ifPresent(value -> measured.add(Map.entry(well.toString(), value))));
        return measured;
    }

    private static List<Map.Entry<String, Double>> modelled(String name) {
        return ReferenceExports.measured(name).stream()
                .map(entry -> Map.entry(address(entry.getKey()), entry.getValue()))
                .toList();
    }

    /** The file holds rows A, E, I and M; the model counts them A to D, and the letters in the file are right. */
    private static List<Map.Entry<String, Double>> modelledByLetter() {
        return modelled(ReferenceExports.ENVISION).stream()
                .map(entry -> {
                    WellAddress counted = WellAddress.of(entry.getKey());
                    return Map.entry(new WellAddress(4 * counted.row(), counted.column()).toString(), entry.getValue());
                })
                .toList();
    }

    /** The model writes a row letter as the file does; MARS writes the rows after Z as a to f. */
    private static String address(String location) {
        String known = Character.isLowerCase(location.charAt(0)) ? "A" + location.toUpperCase(Locale.ROOT) : location;
        return WellAddress.of(known).toString();
    }
}
