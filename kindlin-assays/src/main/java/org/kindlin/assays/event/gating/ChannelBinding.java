package org.kindlin.assays.event.gating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.EventBlocks;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsParameter;
import org.kindlin.assays.event.Spillover;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Suggestion;
import org.kindlin.numerics.column.ColumnKernel;
import org.kindlin.numerics.scale.ColumnScale;
import org.kindlin.numerics.scale.RoundedScale;
import org.kindlin.numerics.scale.Scale;

/**
 * The quantities of a gating document in one data set: channels found, compensation and scales attached. Each quantity
 * exists once, however many gates look at it.
 */
final class ChannelBinding {
    private final FcsDataSet set;
    private final ColumnKernel kernel;
    private final EventBlocks events;
    private final GatingDocument document;
    private final Map<String, SpectrumMatrix> matrices = new HashMap<>();
    private final Map<Object, Values> known = new HashMap<>();
    private final Map<String, Values> channels = new HashMap<>();
    private final Map<Integer, List<Values.OfSingles>> neighbours = new HashMap<>();
    private final Map<String, Detectors> detectors = new HashMap<>();
    private final Map<String, double[][]> unmixing = new HashMap<>();
    private final Map<Scale, ColumnScale> columns = new HashMap<>();
    private final Map<Axis, RoundedAxis> roundedAxes = new HashMap<>();
    private final Map<ColumnScale, RoundedScale> roundedScales = new HashMap<>();
    private final String file;
    private final Faults faults;

    private record Key(String kind, String compensation, String name, Optional<Scale> scale) {}

    ChannelBinding(
            GatingDocument document,
            FcsDataSet set,
            Optional<Spillover> spillover,
            ColumnKernel kernel,
            String file,
            Faults faults) {
        this.kernel = kernel;
        this.document = document;
        this.set = set;
        this.events = set.blocks(kernel);
        this.file = file;
        this.faults = faults;
        matrices.putAll(document.matrices());
        spillover.ifPresent(s -> matrices.put(Dimension.AS_IN_FILE, SpectrumMatrix.of(Dimension.AS_IN_FILE, s)));
    }

    GatingDocument document() {
        return document;
    }

    /** Number of events of the data set. */
    int events() {
        return set.events();
    }

    /** What a gate sees along a dimension; empty after a fault. */
    Optional<Axis> axis(Dimension dimension) {
        return linear(dimension).map(values -> new Axis(values, scale(dimension).map(this::columns)));
    }

    /** A dimension on its scale; empty after a fault. */
    Optional<Values> onScale(Dimension dimension) {
        Optional<Values> linear = linear(dimension);
        Optional<Scale> scale = scale(dimension);
        if (linear.isEmpty() || scale.isEmpty()) {
            return linear;
        }
        Key key = new Key(kind(dimension), dimension.compensation(), dimension.label(), scale);
        ColumnScale columns = columns(scale.get());
        return Optional.of(known.computeIfAbsent(key, _ -> new Values.OnScale(linear.get(), columns)));
    }

    private ColumnScale columns(Scale scale) {
        return columns.computeIfAbsent(scale, Scale::forColumns);
    }

    Optional<Scale> scale(Dimension dimension) {
        return dimension
                .transformation()
                .map(id -> document.transformations().get(id))
                .map(transformation -> ((Transformation.OnScale) transformation).scale());
    }

    private static String kind(Dimension dimension) {
        return dimension.source() instanceof Dimension.Source.Channel ? "channel" : "ratio";
    }

    /** A dimension before its scale; empty after a fault. */
    Optional<Values> linear(Dimension dimension) {
        return switch (dimension.source()) {
            case Dimension.Source.Channel(String name) -> channel(name, dimension.compensation());
            case Dimension.Source.Derived(String id) -> ratio(id, dimension.compensation());
        };
    }

    private Optional<Values> ratio(String id, String compensation) {
        if (!(document.transformations().get(id) instanceof Transformation.Ratio ratio)) {
            throw new IllegalStateException("ratio " + id + " was checked");
        }
        Optional<Values> numerator = channel(ratio.numerator(), compensation);
        Optional<Values> denominator = channel(ratio.denominator(), compensation);
        if (numerator.isEmpty() || denominator.isEmpty()) {
            return Optional.empty();
        }
        Key key = new Key("ratio", compensation, id, Optional.empty());
        return Optional.of(
                known.computeIfAbsent(key, _ -> new Values.OfRatio(numerator.get(), denominator.get(), ratio)));
    }

    /**
     * A channel under a compensation. A name that the matrix does not have is a channel it does not touch. A detector of a
     * square matrix whose fluorochromes are called otherwise stands for the fluorochrome in its place.
     */
    Optional<Values> channel(String name, String compensation) {
        SpectrumMatrix matrix = matrices.get(compensation);
        if (matrix == null) {
            return uncompensated(name);
        }
        int index = matrix.fluorochromes().indexOf(name);
        boolean isSquare = matrix.fluorochromes().size() == matrix.detectors().size();
        if (index < 0 && isSquare) {
            index = matrix.detectors().indexOf(name);
        }
        return index < 0 ? uncompensated(name) : compensated(matrix, index);
    }

    /** The matrix that a compensation means here; empty where it means none. */
    Optional<SpectrumMatrix> matrix(String compensation) {
        return Optional.ofNullable(matrices.get(compensation));
    }

    private Optional<Values> compensated(SpectrumMatrix matrix, int index) {
        Key key = new Key("channel", matrix.id(), matrix.fluorochromes().get(index), Optional.empty());
        Values there = known.get(key);
        if (there != null) {
            return Optional.of(there);
        }
        Detectors seen = detectors.get(matrix.id());
        if (seen == null) {
            List<Values> found = new ArrayList<>();
            for (String detector : matrix.detectors()) {
                uncompensated(detector).ifPresent(found::add);
            }
            if (found.size() < matrix.detectors().size()) {
                return Optional.empty();
            }
            seen = new Detectors(found, kernel);
            detectors.put(matrix.id(), seen);
        }
        double[][] inverse = unmixing.computeIfAbsent(matrix.id(), _ -> matrix.unmixing());
        double[] weights = new double[matrix.detectors().size()];
        for (int d = 0; d < weights.length; d++) {
            weights[d] = inverse[d][index];
        }
        Values values = new Compensated(seen, weights);
        known.put(key, values);
        return Optional.of(values);
    }

    private Optional<Values> uncompensated(String name) {
        Optional<FcsParameter> parameter = set.parameter(name);
        if (parameter.isEmpty()) {
            List<String> names =
                    set.parameters().stream().map(FcsParameter::name).toList();
            Fault fault = new Fault(
                    file,
                    "",
                    "no channel '" + name + "', which a gate refers to" + Suggestion.didYouMean(name, names),
                    "channels are: " + String.join(", ", names));
            if (!faults.all().contains(fault)) {
                faults.add(fault);
            }
            return Optional.empty();
        }
        return Optional.of(channels.computeIfAbsent(name, _ -> channel(parameter.get())));
    }

    private Values channel(FcsParameter parameter) {
        return switch (events) {
            case EventBlocks.OfAnyType any -> new Values.OfChannel(any, parameter);
            case EventBlocks.OfSingles singles -> {
                List<Values.OfSingles> beside = neighbours.computeIfAbsent(
                        (parameter.number() - 1) / kernel.together(), _ -> new ArrayList<>());
                Values.OfSingles channel = new Values.OfSingles(singles, parameter, beside);
                beside.add(channel);
                yield channel;
            }
        };
    }

    /** The places of an axis in single precision; of equal axes the same. */
    RoundedAxis rounded(Axis axis) {
        return roundedAxes.computeIfAbsent(
                axis,
                _ -> new RoundedAxis(
                        axis.values(),
                        axis.scale().map(scale -> roundedScales.computeIfAbsent(scale, RoundedScale::new)),
                        kernel));
    }

    /** What takes columns apart and puts them together; of this data set alone. */
    ColumnKernel kernel() {
        return kernel;
    }
}
