package org.kindlin.lab.combination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.combination.CombinationAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.LabBatch;

/** A checkerboard on a reader's plate, with a map that names two agents. */
class CombinationPlateTest {
    private static final Map<String, String> PROTOCOL =
            Map.of("compound", "defactinib", "compound2", "paclitaxel", "unit", "nM", "bootstrapSamples", "199");

    private static LabBatch batch(Map<String, String> more) {
        VirtualCombination lab = new VirtualCombination();
        Map<String, String> stated = new HashMap<>(more);
        stated.putAll(Map.of("compound", "defactinib", "compound2", "paclitaxel", "doses", "4"));
        Faults faults = new Faults();
        LabBatch batch = lab.perform(Settings.of(stated).resolve(lab.keys(), faults), 11, faults);
        faults.throwIfAny();
        return batch;
    }

    private static RawFile file(LabBatch batch, String name) {
        return batch.files().stream()
                .filter(file -> file.name().equals(name))
                .map(file -> new RawFile(file.name(), file.bytes()))
                .findFirst()
                .orElseThrow();
    }

    private static AnalysisDocument analyze(LabBatch batch, Map<String, String> protocol) {
        InputFile plate =
                new InputFile(file(batch, "combination.csv"), Optional.of(file(batch, "layout.csv")), Map.of());
        return Analysis.run(new CombinationAssay(), List.of(plate), Settings.of(protocol), 1);
    }

    private static SubjectResult whole(AnalysisDocument document) {
        return document.results().stream()
                .filter(result -> result.estimate("blissExcess").isPresent()
                        && !result.subject().containsKey("dose"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aPlateGivesItsTrueExcess() {
        LabBatch batch = batch(Map.of("form", "plate"));
        AnalysisDocument document = analyze(batch, PROTOCOL);
        double truth = batch.truth().getFirst().values().getFirst().value();
        Estimate excess = whole(document).estimate("blissExcess").orElseThrow();

        assertThat(truth).isBetween(Objects.requireNonNull(excess.low()), Objects.requireNonNull(excess.high()));
        assertThat(document.results())
                .filteredOn(result -> result.subject().containsKey("plate"))
                .singleElement()
                .satisfies(plate -> assertThat(plate.quality().toString()).contains("z-prime"));
    }

    /** The same draws: the plate differs by rounding of counts and by its further vehicle wells and blanks. */
    @Test
    void plateAndTableAgree() {
        Map<String, String> quiet = Map.of("sd", "0.5");
        RawFile table = file(batch(quiet), "combination.csv");
        Map<String, String> columns = new HashMap<>(PROTOCOL);
        columns.putAll(Map.of("x", "dose_nM", "x2", "dose2_nM", "y", "viability_percent"));
        AnalysisDocument fromTable =
                Analysis.run(new CombinationAssay(), List.of(InputFile.of(table)), Settings.of(columns), 1);
        Map<String, String> onPlate = new HashMap<>(quiet);
        onPlate.put("form", "plate");
        double plate = value(whole(analyze(batch(onPlate), PROTOCOL)));

        assertThat(plate).isEqualTo(value(whole(fromTable)), within(0.3));
    }

    private static double value(SubjectResult whole) {
        return Objects.requireNonNull(
                whole.estimate("blissExcess").orElseThrow().value());
    }

    @Test
    void anAgentThatTheProtocolDoesNotNameIsAFault() {
        Map<String, String> other = new HashMap<>(PROTOCOL);
        other.put("compound2", "docetaxel");

        assertThatThrownBy(() -> analyze(batch(Map.of("form", "plate")), other))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("'paclitaxel' is neither of the two agents");
    }
}
