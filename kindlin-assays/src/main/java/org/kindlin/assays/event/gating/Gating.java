package org.kindlin.assays.event.gating;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.Spillover;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.scale.Scale;

/**
 * A gating document bound to a data set, ready to say which events are in which population. Events are taken in blocks:
 * beyond the bits of the answer, memory does not grow with their number. Not to be shared among threads.
 */
public final class Gating {
    private final FcsDataSet set;
    private final List<Gate> gates;
    private final Map<String, GateTest> tests;
    private final ChannelBinding binding;

    private Gating(FcsDataSet set, List<Gate> gates, Map<String, GateTest> tests, ChannelBinding binding) {
        this.set = set;
        this.gates = gates;
        this.tests = tests;
        this.binding = binding;
    }

    /**
     * Finds the channels of every gate.
     *
     * @param spillover what {@code FCS} means as a compensation; where empty, uncompensated
     * @param file named in faults
     * @return empty where a channel is not there, and a fault says which
     */
    public static Optional<Gating> bind(
            GatingDocument document, FcsDataSet set, Optional<Spillover> spillover, String file, Faults faults) {
        return bind(document, set, spillover, ColumnKernel.forRows(set.events()), file, faults);
    }

    /** The same by a stated kernel. */
    static Optional<Gating> bind(
            GatingDocument document,
            FcsDataSet set,
            Optional<Spillover> spillover,
            ColumnKernel kernel,
            String file,
            Faults faults) {
        if (spillover.isPresent() && !spillover.get().isRegular()) {
            faults.add(file, "", "the spillover has no inverse: its rows depend on each other", "correct the matrix");
            return Optional.empty();
        }
        ChannelBinding binding = new ChannelBinding(document, set, spillover, kernel, file, faults);
        return GateBinding.of(document.gates(), binding)
                .map(tests -> new Gating(set, document.gates(), tests, binding));
    }

    /** The events of every population, in the order of the document. */
    public Map<String, Population> populations() {
        return evaluate(List.of()).populations();
    }

    /**
     * The populations, and the places of all events along some dimensions, in one pass.
     *
     * @throws IllegalArgumentException if the data set has no such channel
     */
    public GatedEvents evaluate(List<Dimension> dimensions) {
        List<Axis> axes = dimensions.stream()
                .map(dimension -> binding.axis(dimension).orElseThrow(() -> absent(dimension)))
                .toList();
        List<KeptPlaces> kept = axes.stream()
                .map(axis -> new KeptPlaces(binding.rounded(axis), set.events()))
                .toList();
        GateSteps steps = new GateSteps(gates, tests, set.events());
        for (int from = 0; from < set.events(); from += Values.BLOCK) {
            int count = Math.min(Values.BLOCK, set.events() - from);
            steps.block(from, count);
            for (KeptPlaces places : kept) {
                places.block(from, count);
            }
        }
        return new GatedEvents(
                steps.populations(), kept.stream().map(KeptPlaces::column).toList());
    }

    /**
     * The places of a dimension's values on its scale, for all events, to 1e-13.
     *
     * @throws IllegalArgumentException if the data set has no such channel
     */
    public double[] places(Dimension dimension) {
        return collected(binding.onScale(dimension).orElseThrow(() -> absent(dimension)));
    }

    private static IllegalArgumentException absent(Dimension dimension) {
        return new IllegalArgumentException("no channel " + dimension.label());
    }

    /** The document that was bound. */
    public GatingDocument document() {
        return binding.document();
    }

    /** The gates, in the order of the document. */
    public List<Gate> gates() {
        return gates;
    }

    /** The scale of a dimension; empty for the instrument's own. */
    public Optional<Scale> scale(Dimension dimension) {
        return binding.scale(dimension);
    }

    /** The matrices by which gates of the document see their channels, in the order of first use. */
    public List<SpectrumMatrix> compensations() {
        return gates.stream()
                .flatMap(gate -> gate.dimensions().stream())
                .map(Dimension::compensation)
                .distinct()
                .flatMap(compensation -> binding.matrix(compensation).stream())
                .toList();
    }

    /**
     * A channel on the instrument's linear scale, for all events.
     *
     * @param compensation as a {@link Dimension} names it
     * @throws IllegalArgumentException if the data set has no such channel
     */
    public double[] column(String channel, String compensation) {
        Values values = binding.channel(channel, compensation)
                .orElseThrow(() -> new IllegalArgumentException("no channel " + channel));
        return collected(values);
    }

    private double[] collected(Values values) {
        double[] column = new double[set.events()];
        for (int from = 0; from < column.length; from += Values.BLOCK) {
            int count = Math.min(Values.BLOCK, column.length - from);
            System.arraycopy(values.at(from, count), 0, column, from, count);
        }
        return column;
    }
}
