package org.kindlin.assays.event.flowjo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.Gate;
import org.kindlin.assays.event.gating.GateDimensions;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.SpectrumMatrix;

/**
 * A workspace's sample fitted to the channels of its file. FlowJo writes an underscore for a slash in a channel's name, and
 * keeps channels that it has computed itself (derived parameters) nowhere but in the workspace.
 */
final class FileChannels {
    private final List<String> channels;

    FileChannels(List<String> channels) {
        this.channels = List.copyOf(channels);
    }

    /**
     * The sample with the channels called as in the file. Populations on channels that the file lacks are left out, with what
     * depends on them, and told; where that would be all, none is, so that the fault names the channels.
     */
    FlowJoSample fit(FlowJoSample sample) {
        GatingDocument document = sample.gating();
        Map<String, SpectrumMatrix> matrices = new LinkedHashMap<>();
        document.matrices().forEach((id, matrix) -> matrices.put(id, renamed(matrix)));
        List<Gate> kept = new ArrayList<>();
        List<String> skipped = new ArrayList<>(sample.skipped());
        for (Gate gate : document.gates()) {
            Gate named = GateDimensions.replaced(gate, this::renamed);
            Optional<String> absent = absent(named, matrices);
            if (absent.isEmpty()) {
                kept.add(named);
            } else {
                skipped.add("population '" + gate.id() + "' and what depends on it: the file has no channel '"
                        + absent.get() + "'");
            }
        }
        GatingDocument fitted = new GatingDocument(kept, document.transformations(), matrices).decidable();
        boolean isNothingLeft = fitted.gates().isEmpty() && !document.gates().isEmpty();
        return isNothingLeft
                ? sample
                : new FlowJoSample(sample.names(), fitted, sample.statistics(), List.copyOf(skipped));
    }

    private Optional<String> absent(Gate gate, Map<String, SpectrumMatrix> matrices) {
        return gate.dimensions().stream()
                .flatMap(dimension -> needs(dimension, matrices).stream())
                .filter(channel -> !channels.contains(channel))
                .findFirst();
    }

    private static List<String> needs(Dimension dimension, Map<String, SpectrumMatrix> matrices) {
        SpectrumMatrix matrix = matrices.get(dimension.compensation());
        return matrix != null && matrix.fluorochromes().contains(dimension.label())
                ? matrix.detectors()
                : List.of(dimension.label());
    }

    private SpectrumMatrix renamed(SpectrumMatrix matrix) {
        return new SpectrumMatrix(
                matrix.id(),
                matrix.fluorochromes(),
                matrix.detectors().stream().map(this::ofFile).toList(),
                matrix.coefficients(),
                matrix.inverted());
    }

    private Dimension renamed(Dimension dimension) {
        return dimension.source() instanceof Dimension.Source.Channel(String name)
                ? new Dimension(
                        new Dimension.Source.Channel(ofFile(name)),
                        dimension.compensation(),
                        dimension.transformation())
                : dimension;
    }

    private String ofFile(String name) {
        return channels.contains(name)
                ? name
                : channels.stream()
                        .filter(channel -> channel.replace('/', '_').equals(name))
                        .findFirst()
                        .orElse(name);
    }
}
