package org.kindlin.lab.plan;

import java.util.Comparator;
import org.kindlin.assays.plate.WellAddress;

/**
 * A well of a piece of labware.
 *
 * @param labware name of the plate, rack or trough
 */
public record Place(String labware, WellAddress well) implements Comparable<Place> {
    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::labware).thenComparing(Place::well);

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    /** The well without a padding zero, as liquid handlers write it: {@code A1}, {@code P24}. */
    public String wellName() {
        return well.rowLetters() + (well.column() + 1);
    }

    @Override
    public String toString() {
        return labware + " " + wellName();
    }
}
