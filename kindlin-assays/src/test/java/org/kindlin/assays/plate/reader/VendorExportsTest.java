package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;

/**
 * Every reading of real vendor exports equals that of the file's Allotrope Simple Model, exactly: as measured and as the
 * vendor's software calculated, with times, wavelengths and temperatures where the model has them. The files and models
 * are test data of Allotropy (Benchling, Inc., MIT licence beside them).
 */
class VendorExportsTest {

    @ParameterizedTest
    @CsvSource({
        "010307_114129_BNCH654563_stdcurve_singleplate01.txt, gen5, 96",
        "240411_172731_BNCH2345883_abs450_96well_non_numeric_values.txt, gen5, 96",
        "Fluorescamine_Protein_Quantitation_no_results_matrix.txt, gen5, 96",
        "Kinetic_Analysis_Mean_Slope_and_Standard_Curve_tab.txt, gen5, 1248",
        "Lowry_Protein_Assay_no_results_matrix.txt, gen5, 96",
        "alphalisa_test_2.txt, gen5, 48",
        "endpoint_singleplate.txt, gen5, 96",
        "endpoint_stdcurve_singleplate_2.txt, gen5, 96",
        "abs_endpoint_plates.txt, softmax-pro, 288",
        "group_cols_with_int_sample_names.txt, softmax-pro, 96",
        "softmaxpro_example_reduced.txt, softmax-pro, 192",
        "SLA01P01_ELISA.xlsx, magellan, 768",
        "SLA01P01_OD.xlsx, magellan, 96",
        "skanit_absorbance.xlsx, skanit, 96",
        "smart_control_fluorescence.xlsx, bmg-mars, 96"
    })
    void everyReadingEqualsTheModel(String name, String format, int readings) {
        PlateFileReport report = ReferenceExports.report(name);
        AllotropeModel model = ReferenceExports.model(name);

        assertThat(report.faults()).isEmpty();
        assertThat(report.format().orElseThrow().name()).isEqualTo(format);
        assertThat(report.plates()).hasSize(1);
        assertThat(model.count()).isEqualTo(readings);
        Plate plate = report.plates().getFirst();
        model.measured().forEach((well, expected) -> assertThatWellHolds(plate, WellAddress.of(well), expected));
        long there = plate.reads().stream()
                .filter(read -> !read.calculated())
                .flatMap(read -> read.readings().values().stream())
                .filter(reading -> !(reading instanceof Reading.Empty))
                .count();
        long notReported = model.measured().values().stream()
                .flatMap(List::stream)
                .filter(measurement -> measurement.error().equals(Optional.of("Not reported")))
                .count();
        assertThat(there).as("readings as measured").isEqualTo(readings - notReported);
        model.calculated().forEach((label, expected) -> assertThatCalculated(plate, label, expected));
    }

    private static void assertThatWellHolds(Plate plate, WellAddress well, List<AllotropeModel.Measurement> expected) {
        List<PlateRead> raw = plate.reads().stream()
                .filter(read -> !read.calculated())
                .filter(read -> !(read.at(well) instanceof Reading.Empty))
                .toList();
        for (int i = 0; i < expected.size(); i++) {
            AllotropeModel.Measurement measurement = expected.get(i);
            if (measurement.error().equals(Optional.of("Not reported"))) {
                assertThat(raw).as("%s", well).isEmpty();
                continue;
            }
            PlateRead read = raw.get(i);
            Reading reading = read.at(well);
            if (measurement.error().isPresent()) {
                assertThat(reading.isMeasured()).as("%s", well).isFalse();
                assertThat(reading.describe()).contains(measurement.error().get());
            } else {
                assertThat(reading).as("%s", well).isEqualTo(new Reading.Measured(measurement.value()));
            }
            measurement
                    .seconds()
                    .ifPresent(seconds -> assertThat(read.seconds()).isEqualTo(seconds));
            measurement
                    .nanometres()
                    .ifPresent(nanometres ->
                            assertThat(read.wavelengths().detection()).isEqualTo(nanometres));
            measurement
                    .celsius()
                    .ifPresent(celsius -> assertThat(read.point().celsius()).isEqualTo(celsius));
        }
    }

    /** The model has a number for each well, SoftMax Pro's groups besides; the numbers of a read must be among them. */
    private static void assertThatCalculated(Plate plate, String label, List<Double> expected) {
        for (PlateRead read : plate.reads()) {
            if (read.calculated() && read.label().equals(label)) {
                List<Double> numbers = new ArrayList<>();
                for (Map.Entry<WellAddress, Reading> entry : read.readings().entrySet()) {
                    entry.getValue().value().ifPresent(numbers::add);
                }
                assertThat(numbers).as(label).containsExactlyInAnyOrderElementsOf(expected);
            }
        }
    }
}
