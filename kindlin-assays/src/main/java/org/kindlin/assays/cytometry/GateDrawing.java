package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.event.automatic.Attempt;
import org.kindlin.assays.event.automatic.AutomaticGates;
import org.kindlin.assays.event.automatic.DrawingSettings;
import org.kindlin.assays.event.automatic.GateDraft;
import org.kindlin.assays.event.automatic.GoodTime;
import org.kindlin.assays.event.automatic.ModelledGate;
import org.kindlin.assays.event.automatic.PositiveModel;
import org.kindlin.fault.Finding;
import org.kindlin.numerics.random.RandomStream;

/**
 * Gates that models add to the files of an analysis: scatter and viability where no gates are given, positive cells against
 * controls or a valley of their density. A gate that a file has already is left as it is, so that an edited one counts.
 */
final class GateDrawing {
    private final CytometryProtocol protocol;
    private final RandomStream random;

    private GateDrawing(CytometryProtocol protocol, long seed) {
        this.protocol = protocol;
        this.random = RandomStream.ofSeed(seed).child("automatic gates");
    }

    static List<Sample> draw(List<Sample> samples, CytometryProtocol protocol, long seed) {
        GateDrawing drawing = new GateDrawing(protocol, seed);
        List<Sample> gated = samples.stream().map(drawing::scatter).toList();
        ControlLimits limits = ControlLimits.of(gated, protocol);
        return gated.stream().map(sample -> drawing.positive(sample, limits)).toList();
    }

    private DrawingSettings settings(Sample sample) {
        return new DrawingSettings(
                protocol.drawing().cut(),
                protocol.level(),
                protocol.drawing().resamples(),
                protocol.drawing().viability(),
                random.child(sample.name()));
    }

    private Sample scatter(Sample sample) {
        boolean given = !sample.gating().gates().isEmpty();
        Sample kept = protocol.drawing().removeBadTime() ? BadTimeRemoval.of(sample) : sample;
        if (protocol.drawing().steps().isEmpty() || given) {
            return kept;
        }
        Optional<String> inside = Optional.of(GoodTime.GATE).filter(kept::hasGate);
        AutomaticGates drawn =
                AutomaticGates.draw(kept.events(inside), protocol.drawing().steps(), settings(kept));
        List<Finding> findings = new ArrayList<>();
        drawn.leftOut().forEach(reason -> findings.add(told(reason.text())));
        drawn.remarks().forEach(remark -> findings.add(told(remark)));
        return kept.with(drawn.events(), drawn.gates(), findings);
    }

    private Sample positive(Sample sample, ControlLimits limits) {
        PolarisationProtocol how = protocol.polarisation();
        if (ControlLimits.role(sample, how).isPresent()) {
            return sample;
        }
        Optional<String> inside = ScoredPopulation.of(sample, how);
        GateDraft events = sample.events(inside);
        List<ModelledGate> drawn = new ArrayList<>();
        List<Finding> findings = new ArrayList<>();
        for (String marker : limits.markersWith(protocol.drawing().split())) {
            Optional<Attempt> attempt = sample.hasGate(PositiveModel.gateId(marker))
                    ? Optional.empty()
                    : attempt(sample, marker, limits, events);
            switch (attempt.orElse(null)) {
                case Attempt.Drawn gate -> {
                    drawn.add(gate.gate());
                    events = events.with(gate);
                }
                case Attempt.LeftOut reason -> findings.add(told(reason.text()));
                case null -> {} // given already, or the file lacks the marker
            }
        }
        return sample.with(events, drawn, findings);
    }

    private Optional<Attempt> attempt(Sample sample, String marker, ControlLimits limits, GateDraft events) {
        return Optional.ofNullable(MarkerPanel.channels(
                                sample, List.of(marker), protocol.polarisation().markers())
                        .get(marker))
                .map(channel -> new PositiveModel(marker, channel, ScoredPopulation.compensation(sample)))
                .map(model -> limits.of(sample, marker)
                        .<Attempt>map(limit ->
                                model.against(limit, protocol.polarisation().controlQuantile(), events))
                        .orElseGet(() -> protocol.drawing().split().contains(marker)
                                ? model.split(events, settings(sample))
                                : new Attempt.LeftOut(
                                        PositiveModel.gateId(marker), "the controls hold no events of its donor")));
    }

    private static Finding told(String text) {
        return new Finding(Finding.Severity.NOTE, "automatic-gate", "", text, "");
    }
}
