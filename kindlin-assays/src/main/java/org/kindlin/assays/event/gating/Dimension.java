package org.kindlin.assays.event.gating;

import java.util.Optional;

/**
 * One axis of a gate: what is measured, compensated how, on which scale.
 *
 * @param source a channel or a ratio of two
 * @param compensation {@value #UNCOMPENSATED}, {@value #AS_IN_FILE} for the spillover of the FCS file, or the id of a
 *     spectrum matrix
 * @param transformation id of the scale; empty for the linear scale of the instrument
 */
public record Dimension(Source source, String compensation, Optional<String> transformation) {
    public static final String UNCOMPENSATED = "uncompensated";
    public static final String AS_IN_FILE = "FCS";

    /** What a dimension measures. */
    public sealed interface Source {
        /** A parameter of the file by its {@code $PnN}, or a fluorochrome of the spectrum matrix. */
        record Channel(String name) implements Source {}

        /** A ratio, by the id of its transformation. */
        record Derived(String transformation) implements Source {}
    }

    /** An uncompensated channel on the linear scale. */
    public static Dimension of(String channel) {
        return new Dimension(new Source.Channel(channel), UNCOMPENSATED, Optional.empty());
    }

    public Dimension on(String transformationId) {
        return new Dimension(source, compensation, Optional.of(transformationId));
    }

    public Dimension compensatedBy(String reference) {
        return new Dimension(source, reference, transformation);
    }

    /** The name a reader of a figure expects on the axis. */
    public String label() {
        return switch (source) {
            case Source.Channel(String name) -> name;
            case Source.Derived(String id) -> id;
        };
    }
}
