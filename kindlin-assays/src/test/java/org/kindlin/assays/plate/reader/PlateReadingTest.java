package org.kindlin.assays.plate.reader;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.Assay;
import org.kindlin.assays.AssayRegistry;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/** Every plate assay reads plates as the same keys say. */
class PlateReadingTest {
    private static final String MAP = "well,role,compound,concentration,unit\nA1,vehicle,,,\nA2,blank,,,\n";

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "viability", "elisa", "collagen"})
    void everyPlateAssayHasTheKeys(String name) {
        assertThat(assay(name).keys()).containsAll(PlateReading.KEYS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "viability", "elisa", "collagen"})
    void aReportTellsWhatIsInTheFileAndAnalysesNothing(String name) {
        assertThat(faults(name, Map.of("reading", "report")))
                .anySatisfy(fault -> assertThat(fault).contains("plate.csv"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"kinase", "viability", "elisa", "collagen"})
    void aWindowWithoutASummaryIsAContradiction(String name) {
        assertThat(faults(name, Map.of("kineticTo", "5 min")))
                .anySatisfy(fault -> assertThat(fault).contains("a window is given, but no kinetic summary"));
    }

    private static Assay<?, ?, ?> assay(String name) {
        return AssayRegistry.find(name).orElseThrow();
    }

    private static List<String> faults(String name, Map<String, String> settings) {
        Map<String, String> stated = new LinkedHashMap<>(settings);
        if (name.equals("kinase")) {
            stated.put("atp", "10 uM");
            stated.put("enzymeConcentration", "1 nM");
        }
        InputFile plate = new InputFile(
                raw("plate.csv", "well,value\nA1,1.5\nA2,0.1\n"), Optional.of(raw("map.csv", MAP)), Map.of());
        InputFaultException refused = catchThrowableOfType(
                InputFaultException.class, () -> Analysis.run(assay(name), List.of(plate), Settings.of(stated), 1));
        return refused.faults().stream().map(Fault::toString).toList();
    }

    private static RawFile raw(String name, String text) {
        return new RawFile(name, text.getBytes(StandardCharsets.UTF_8));
    }
}
