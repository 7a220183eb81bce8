package org.kindlin.figures;

import java.util.List;
import java.util.stream.IntStream;

/** Named positions 0, 1, 2, ... in the given order, half a position of room at either end. */
public record CategoryTransform(List<String> names) implements Transform {
    public CategoryTransform {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("a categorical axis needs at least one category");
        }
    }

    @Override
    public double position(double value) {
        return value;
    }

    @Override
    public double value(double position) {
        return position;
    }

    @Override
    public boolean isDefined(double value) {
        return Double.isFinite(value);
    }

    @Override
    public Range show(Range data) {
        return new Range(-0.5, names.size() - 0.5);
    }

    @Override
    public List<Ticks> candidates(Range values) {
        List<Tick> ticks = IntStream.range(0, names.size())
                .mapToObj(position -> new Tick(position, names.get(position)))
                .toList();
        return List.of(new Ticks(ticks, List.of()));
    }
}
