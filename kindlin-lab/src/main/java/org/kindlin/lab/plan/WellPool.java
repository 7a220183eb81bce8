package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Hands out the wells of as many plates as needed, row by row; a series never breaks over plates. Not thread-safe. */
final class WellPool {
    private final Function<Integer, Labware> plates;
    private final List<Labware> used = new ArrayList<>();
    private int nextRow;

    /** @param plates the plate with a number from 1 */
    WellPool(Function<Integer, Labware> plates) {
        this.plates = plates;
        used.add(plates.apply(1));
    }

    /** Wells of whole rows, one after the other. */
    List<Place> rows(int wells) {
        int columns = current().format().columns();
        int rows = Math.ceilDiv(wells, columns);
        if (nextRow > 0 && nextRow + rows > current().format().rows()) {
            used.add(plates.apply(used.size() + 1));
            nextRow = 0;
        }
        List<Place> places = new ArrayList<>();
        for (int i = 0; i < wells; i++) {
            places.add(current().at(nextRow + i / columns, i % columns));
        }
        nextRow += rows;
        return places;
    }

    /** How many wells one call of {@link #rows} can give at most. */
    int largest() {
        return current().format().size();
    }

    Labware current() {
        return used.getLast();
    }

    List<Labware> used() {
        return List.copyOf(used);
    }
}
