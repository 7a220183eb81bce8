package org.kindlin.lab.cytometry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.cytometry.CytometryAssay;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.Attachment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabBatch;
import org.kindlin.lab.LabFile;

/** Gates that models drew, written out and run again, hold the same events. */
class DrawnGatesRoundTripTest {
    private static final List<String> DRAWN = List.of("cells", "singlets", "live", "CD80+", "CD163+", "CD206+");

    private final LabBatch batch = perform();

    @Test
    void theWrittenFileGivesTheSameCounts() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("automatic", "yes");
        settings.put("medians", "no");
        settings.put("gateResamples", "25");
        settings.put("controls", "donor1-fmo-CD80.fcs=CD80, donor1-fmo-CD163.fcs=CD163");
        settings.put("split", "CD206");
        Analysis.Performed drawn = Analysis.perform(
                new CytometryAssay(),
                List.of(file("donor1-0nM.fcs"), file("donor1-fmo-CD80.fcs"), file("donor1-fmo-CD163.fcs")),
                Settings.of(settings),
                1);
        RawFile written = new RawFile("gates-1.xml", attachment(drawn, "gates-1.xml"));

        List<SubjectResult> again = Analysis.perform(
                        new CytometryAssay(),
                        List.of(file("donor1-0nM.fcs").with(Map.of("gating", written))),
                        Settings.of(Map.of("gating", "gates-1.xml", "medians", "no")),
                        1)
                .document()
                .results();

        List<SubjectResult> first = drawn.document().results();
        for (String gate : DRAWN) {
            Map<String, String> subject = Map.of("file", "donor1-0nM.fcs", "gate", gate);
            assertThat(value(again, Map.of("gate", gate), "count"))
                    .as(gate)
                    .isEqualTo(value(first, subject, "count"))
                    .isPositive();
        }
        Map<String, String> marker = Map.of("file", "donor1-0nM.fcs", "marker", "CD80");
        assertThat(value(again, marker, "frequencyPositive")).isEqualTo(value(first, marker, "frequencyPositive"));
        checkLimits(first);
    }

    /** The limit of CD80+ is the 99.5 % point of its control: half a percent of the control lies above it. */
    private static void checkLimits(List<SubjectResult> results) {
        Estimate limit = subject(results, Map.of("file", "donor1-0nM.fcs", "gate", "CD80+"))
                .estimate("limit")
                .orElseThrow();
        assertThat(limit.low()).isNotNull().isLessThan(limit.value());
        assertThat(limit.high()).isNotNull().isGreaterThan(limit.value());
        assertThat(limit.method()).contains("0.995");
        // 65 % of the live cells are macrophages, which carry CD206; the others do not
        assertThat(value(results, Map.of("file", "donor1-0nM.fcs", "gate", "CD206+"), "frequencyOfParent"))
                .isCloseTo(65, within(4.0));
    }

    @Test
    void theSameSeedDrawsTheSameGates() {
        Settings settings =
                Settings.of(Map.of("automatic", "cells, singlets, live, lymphocytes", "gateResamples", "25"));

        byte[] first = attachment(run(settings), "gates-1.xml");
        byte[] second = attachment(run(settings), "gates-1.xml");

        assertThat(second).isEqualTo(first);
    }

    private Analysis.Performed run(Settings settings) {
        return Analysis.perform(new CytometryAssay(), List.of(file("donor1-0nM.fcs")), settings, 7);
    }

    private static byte[] attachment(Analysis.Performed performed, String name) {
        return performed.attachments().stream()
                .filter(made -> made.name().equals(name))
                .map(Attachment::bytes)
                .findFirst()
                .orElseThrow();
    }

    private InputFile file(String name) {
        return batch.files().stream()
                .filter(made -> made.name().equals(name))
                .map(made -> InputFile.of(new RawFile(name, made.bytes())))
                .findFirst()
                .orElseThrow();
    }

    private static double value(List<SubjectResult> results, Map<String, String> subject, String name) {
        Double value = subject(results, subject).estimate(name).orElseThrow().value();
        return value == null ? Double.NaN : value;
    }

    private static SubjectResult subject(List<SubjectResult> results, Map<String, String> subject) {
        return results.stream()
                .filter(result -> result.subject().equals(subject))
                .findFirst()
                .orElseThrow(() -> new AssertionError(subject + " in "
                        + new ArrayList<>(
                                results.stream().map(SubjectResult::subject).toList())));
    }

    private static LabBatch perform() {
        VirtualCytometry lab = new VirtualCytometry();
        Faults faults = new Faults();
        Map<String, String> small = Map.of("events", "5000", "doses", "0", "donors", "1", "controls", "yes");
        LabBatch made = lab.perform(Settings.of(small).resolve(lab.keys(), faults), 4, faults);
        faults.throwIfAny();
        assertThat(made.files().stream().map(LabFile::name)).contains("donor1-fmo-CD80.fcs");
        return made;
    }
}
