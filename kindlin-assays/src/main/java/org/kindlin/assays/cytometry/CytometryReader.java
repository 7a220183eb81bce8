package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.Spillover;
import org.kindlin.assays.event.SpilloverEstimation;
import org.kindlin.assays.event.SpilloverKeyword;
import org.kindlin.assays.event.SpilloverTable;
import org.kindlin.assays.event.flowjo.FlowJoReader;
import org.kindlin.assays.event.flowjo.FlowJoSample;
import org.kindlin.assays.event.flowjo.FlowJoWorkspace;
import org.kindlin.assays.event.flowjo.MatrixFileReader;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gating;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.GatingMlReader;
import org.kindlin.assays.event.quality.AcquisitionQuality;
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
    private Optional<SpilloverEstimation.Estimated> estimated = Optional.empty();

    private CytometryReader(CytometryProtocol protocol, Faults faults) {
        this.protocol = protocol;
        this.faults = faults;
    }

    static CytometryData read(List<InputFile> files, CytometryProtocol protocol, Faults faults) {
        CytometryReader reader = new CytometryReader(protocol, faults);
        reader.estimated = reader.estimate(files);
        List<Sample> samples = new ArrayList<>();
        boolean alike =
                files.stream().map(file -> file.data().name()).distinct().count() < files.size();
        for (InputFile file : files) {
            if (!protocol.stains().isControl(file.data().name())) {
                String name = alike ? file.data().path() : file.data().name();
                reader.sample(file, name).ifPresent(samples::add);
            }
        }
        StatedFiles.check(files, samples, protocol, faults);
        return new CytometryData(samples, reader.estimated);
    }

    /** The matrix of the single-stain controls; empty where none are named, or after a fault. */
    private Optional<SpilloverEstimation.Estimated> estimate(List<InputFile> files) {
        Map<String, String> roles = protocol.stains().roles();
        Map<String, FcsDataSet> controls = new LinkedHashMap<>();
        for (InputFile file : files) {
            String role = roles.get(file.data().name());
            if (role != null) {
                Findings findings = new Findings(file.data().path(), protocol.reading());
                chosen(FcsReader.read(file.data().content(), findings), findings)
                        .ifPresent(set -> controls.put(role, set));
                findings.faults().all().forEach(faults::add);
            }
        }
        FcsDataSet unstained = controls.remove(StainRoles.UNSTAINED);
        if (roles.isEmpty() || faults.any()) {
            return Optional.empty();
        }
        Optional<SpilloverEstimation.Estimated> matrix = unstained == null || controls.size() + 1 < roles.size()
                ? Optional.empty()
                : SpilloverEstimation.of(unstained, controls);
        if (matrix.isEmpty()) {
            faults.add(
                    "--set",
                    CytometryKeys.STAINS.name(),
                    "no spillover can be estimated: a control is missing, lacks a detector, is no brighter than the"
                            + " unstained one in its own, or looks like another",
                    "name every control among the files, each with the detector its dye is meant for");
        }
        return matrix;
    }

    private Optional<Sample> sample(InputFile file, String name) {
        String path = file.data().path();
        Findings findings = new Findings(path, protocol.reading());
        List<FcsDataSet> sets = FcsReader.read(file.data().content(), findings);
        Optional<FcsDataSet> set = chosen(sets, findings);
        Optional<Spillover> spillover = set.flatMap(found -> spillover(file, found, findings));
        findings.faults().all().forEach(faults::add);
        Optional<GateSource> gates = document(file, set, findings);
        if (set.isEmpty() || gates.isEmpty()) {
            return Optional.empty();
        }
        if (spillover.isEmpty() && asksForSpillover(gates.get().document())) {
            findings.note(
                    "no-spillover",
                    "its gates ask for the file's own compensation, and it states none: they see events as measured");
        }
        return Gating.bind(gates.get().document(), set.get(), spillover, path, faults)
                .map(gating -> new Sample(
                        name,
                        path,
                        file.tags(),
                        set.get(),
                        spillover,
                        gating,
                        List.of(),
                        gates.get().statistics(),
                        set.filter(found -> found.events() > 0).map(AcquisitionQuality::of),
                        findings.warnings()));
    }

    private static boolean asksForSpillover(GatingDocument document) {
        return document.gates().stream()
                .flatMap(gate -> gate.dimensions().stream())
                .anyMatch(dimension -> dimension.compensation().equals(Dimension.AS_IN_FILE)
                        && !FcsParameter.showsNoDye(dimension.label()));
    }

    private Optional<FcsDataSet> chosen(List<FcsDataSet> sets, Findings findings) {
        if (sets.isEmpty()) {
            return Optional.empty();
        }
        if (sets.size() < protocol.dataSet()) {
            findings.fault(
                    "",
                    "holds " + sets.size() + " data sets" + unread(findings),
                    "give dataSet from 1 to " + sets.size());
            return Optional.empty();
        }
        if (sets.size() > 1) {
            findings.note(
                    "data-sets",
                    "the file holds " + sets.size() + " data sets; number " + protocol.dataSet() + " is analysed");
        }
        return Optional.of(sets.get(protocol.dataSet() - 1));
    }

    private static String unread(Findings findings) {
        return findings.warnings().stream()
                .filter(finding -> finding.code().equals(FcsReader.UNREAD_SET))
                .map(finding -> " that can be read (" + finding.problem() + ")")
                .findFirst()
                .orElse("");
    }

    private Optional<Spillover> spillover(InputFile file, FcsDataSet set, Findings findings) {
        if (estimated.isPresent()) {
            return estimated.map(SpilloverEstimation.Estimated::spillover);
        }
        Optional<RawFile> stated = file.companion(CytometryKeys.SPILLOVER);
        return stated.isPresent()
                ? matrix(stated.get())
                        .flatMap(found ->
                                SpilloverTable.applied(found, stated.get().name(), set, findings))
                : SpilloverKeyword.of(set, findings);
    }

    private Optional<Spillover> matrix(RawFile file) {
        return matrices.computeIfAbsent(file, raw -> {
            Optional<Spillover> matrix = MatrixFileReader.recognizes(raw)
                    ? MatrixFileReader.read(raw, faults)
                    : SpilloverTable.read(raw, faults);
            matrix.filter(found -> !found.isRegular())
                    .ifPresent(_ -> faults.add(
                            raw.path(),
                            "",
                            "the matrix has no inverse: its rows depend on each other",
                            "correct the matrix"));
            return matrix.filter(Spillover::isRegular);
        });
    }

    private static List<String> names(FcsDataSet set) {
        return set.parameters().stream().map(FcsParameter::name).toList();
    }

    private Optional<GateSource> document(InputFile file, Optional<FcsDataSet> set, Findings findings) {
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
                .flatMap(workspace -> sample(workspace, file.data(), set, stated.get(), findings));
    }

    private Optional<GateSource> sample(
            FlowJoWorkspace workspace,
            RawFile data,
            Optional<FcsDataSet> set,
            RawFile workspaceFile,
            Findings findings) {
        Optional<FlowJoSample> sample = workspace
                .sample(data.name())
                .map(found -> set.map(events -> found.fittedTo(names(events))).orElse(found));
        if (sample.isEmpty()) {
            faults.add(
                    workspaceFile.path(),
                    "",
                    "has no sample '" + data.name() + "' among its "
                            + workspace.samples().size(),
                    "give the workspace of this file, or rename the file as FlowJo knew it");
        }
        sample.ifPresent(found -> found.skipped()
                .forEach(problem -> findings.note("flowjo-skipped", workspaceFile.name() + ": " + problem)));
        return sample.map(found -> new GateSource(found.gating(), found.statistics()));
    }
}
