package org.kindlin.assays.cytometry;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.DoubleStream;
import org.kindlin.assays.event.automatic.PositiveModel;
import org.kindlin.numerics.statistics.OrderStatistics;

/**
 * From where cells are positive for a marker, by fluorescence-minus-one, isotype or unstained controls: of the donor where
 * that has controls of its own, else of all donors' controls together.
 */
final class ControlLimits {
    private static final String EVERY_MARKER = "all";

    private record Control(String donor, double[] values) {}

    private final Map<String, List<Control>> controls;
    private final CytometryProtocol protocol;

    private ControlLimits(Map<String, List<Control>> controls, CytometryProtocol protocol) {
        this.controls = controls;
        this.protocol = protocol;
    }

    /** The marker that a file is a control for, or {@value #EVERY_MARKER}; empty for a sample. */
    static Optional<String> role(Sample sample, PolarisationProtocol how) {
        return how.controls()
                .of(sample.name())
                .or(() -> Optional.ofNullable(sample.tags().get("control")))
                .filter(role -> !role.isBlank());
    }

    /** The marker that a control file is for, where none of its channels shows it. */
    static Optional<String> unfound(Sample sample, PolarisationProtocol how) {
        return role(sample, how)
                .filter(role -> !role.equals(EVERY_MARKER))
                .filter(role -> MarkerPanel.channels(sample, List.of(role), how.markers())
                        .isEmpty());
    }

    static ControlLimits of(List<Sample> samples, CytometryProtocol protocol) {
        PolarisationProtocol how = protocol.polarisation();
        Map<String, List<Control>> controls = new LinkedHashMap<>();
        for (Sample sample : samples) {
            Optional<String> role = role(sample, how);
            if (role.isPresent()) {
                List<String> markers = role.get().equals(EVERY_MARKER) ? how.scored() : List.of(role.get());
                MarkerPanel.channels(sample, markers, how.markers())
                        .forEach((marker, channel) -> controls.computeIfAbsent(marker, _ -> new ArrayList<>())
                                .add(new Control(PolarisationScore.donor(sample, how), values(sample, channel, how))));
            }
        }
        return new ControlLimits(controls, protocol);
    }

    private static double[] values(Sample sample, String channel, PolarisationProtocol how) {
        double[] column = sample.gating().column(channel, ScoredPopulation.compensation(sample));
        GatedSample gated = new GatedSample(sample, sample.gating().populations());
        return PolarisationScore.finite(column, PolarisationScore.cells(gated, how));
    }

    /** Markers with a control, those of the score first, then others. */
    Set<String> markersWith(List<String> others) {
        Set<String> markers = new LinkedHashSet<>(protocol.polarisation().scored());
        markers.retainAll(controls.keySet());
        markers.addAll(controls.keySet());
        markers.addAll(others);
        return markers;
    }

    /** The limit for a file; empty where no control says one. */
    Optional<OrderStatistics.Quantile> of(Sample sample, String marker) {
        List<Control> all = controls.getOrDefault(marker, List.of());
        String donor = PolarisationScore.donor(sample, protocol.polarisation());
        List<Control> own =
                all.stream().filter(control -> control.donor().equals(donor)).toList();
        double[] values = (own.isEmpty() ? all : own)
                .stream()
                        .map(Control::values)
                        .map(Arrays::stream)
                        .reduce(DoubleStream.empty(), DoubleStream::concat)
                        .toArray();
        return PositiveModel.limit(values, protocol.polarisation().controlQuantile(), protocol.level());
    }
}
