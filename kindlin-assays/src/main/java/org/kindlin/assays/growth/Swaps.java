package org.kindlin.assays.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kindlin.assays.result.Warning;

/** Rows whose width was larger than their length. */
final class Swaps {
    private static final int TOLD = 5;

    private final List<String> places = new ArrayList<>();

    void add(String place) {
        places.add(place);
    }

    Optional<Warning> warning() {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        String some = String.join("; ", places.subList(0, Math.min(TOLD, places.size())));
        return Optional.of(new Warning(
                "width-above-length",
                places.size() + (places.size() == 1 ? " reading has" : " readings have")
                        + " a width above the length; the larger diameter was taken as the length (" + some
                        + (places.size() > TOLD ? "; ..." : "") + ")."));
    }
}
