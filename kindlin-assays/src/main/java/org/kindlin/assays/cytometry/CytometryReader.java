package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.SpilloverKeyword;
import org.kindlin.assays.event.SpilloverTable;
import org.kindlin.assays.event.flowjo.FlowJoReader;
import org.kindlin.assays.event.flowjo.FlowJoSample;
import org.kindlin.assays.event.flowjo.FlowJoWorkspace;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.GatingMlReader;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Findings;

/** FCS files with their gates and spillover. */
final class CytometryReader {
    private final CytometryProtocol protocol;
    private final Faults faults;
    private final Map<RawFile, Optional<GatingDocument>> documents = new HashMap<>();
    private final Map<RawFile, Optional<FlowJoWorkspace>> workspaces = new HashMap<>();
    private final Map<RawFile, Optional<Spillover>> matrices = new HashMap<>();

    private CytometryReader(CytometryProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static CytometryData read(List<InputFile> files, CytometryProtocol protocol, Faults faults) {
        CytometryReader reader = new CytometryReader(protocol, faults);
        List<Sample> samples = new ArrayList<>();
        boolean alike =
                files.stream().map(file -> file.data().name()).distinct().count() < files.size();
        for (InputFile file : files) {
            String name = alike ? file.data().path() : file.data().name();
            reader.sample(file, name).ifPresent(samples::add);
        }
        return new CytometryData(samples);
    }

    private Optional<Sample> sample(InputFile file, String name) {
        String path = file.data().path();
        Findings findings = new Findings(path, protocol.reading());
        List<FcsDataSet> sets = FcsReader.read(file.data().bytes(), findings);
        Optional<FcsDataSet> set = chosen(sets, findings);
        Optional<Spillover> spillover = set.flatMap(found -> spillover(file, found, findings));
        findings.faults().all().forEach(faults::add);
        Optional<GateSource> gates = document(file, findings);
        if (set.isEmpty() || gates.isEmpty()) {
            return Optional.empty();
        }
        return Gating.bind(gates.get().document(), set.get(), spillover, path, faults)
                .map(gating -> new Sample(
                        name, path, file.tags(), set.get(), gating, gates.get().statistics(), findings.warnings()));
    }

    private Optional<FcsDataSet> chosen(List<FcsDataSet> sets, Findings findings) {
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        if (sets.size() < protocol.dataSet()) {
            findings.fault("", "holds " + sets.size() + " data sets", "give dataSet from 1 to " + sets.size());
            return Optional.empty();
        }
        if (sets.size() > 1) {
            findings.note(
                    "data-sets",
                    "the file holds " + sets.size() + " data sets; number " + protocol.dataSet() + " is analysed");
        }
        return Optional.of(sets.get(protocol.dataSet() - 1));
    }

    private Optional<Spillover> spillover(InputFile file, FcsDataSet set, Findings findings) {
        Optional<RawFile> stated = file.companion(CytometryKeys.SPILLOVER);
        return stated.isPresent()
                ? matrices.computeIfAbsent(stated.get(), raw -> SpilloverTable.read(raw, faults))
                : SpilloverKeyword.of(set, findings);
    }

    private Optional<GateSource> document(InputFile file, Findings findings) {
        Optional<RawFile> stated = file.companion(CytometryKeys.GATING);
        if (stated.isEmpty()) {
            return Optional.of(GateSource.NONE);
        }
        if (!FlowJoReader.recognizes(stated.get())) {
            return documents
                    .computeIfAbsent(stated.get(), raw -> GatingMlReader.read(raw, faults))
                    .map(GateSource::of);
        }
        return workspaces
                .computeIfAbsent(stated.get(), raw -> FlowJoReader.read(raw, faults))
                .flatMap(workspace -> sample(workspace, file.data(), stated.get(), findings));
    }

    private Optional<GateSource> sample(
            FlowJoWorkspace workspace, RawFile data, RawFile workspaceFile, Findings findings) {
        Optional<FlowJoSample> sample = workspace.sample(data.name());
        if (sample.isEmpty()) {
            faults.add(
                    workspaceFile.path(),
                    "",
                    "has no sample '" + data.name() + "' among its " + workspace.samples().size(),
                    "give the workspace of this file, or rename the file as FlowJo knew it");
        }
        sample.ifPresent(found -> found.skipped()
                .forEach(problem -> findings.note("flowjo-skipped", workspaceFile.name() + ": " + problem)));
        return sample.map(found -> new GateSource(found.gating(), found.statistics()));
    }
}
