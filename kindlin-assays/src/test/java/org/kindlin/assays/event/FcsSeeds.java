package org.kindlin.assays.event;

import java.util.ArrayList;
import java.util.List;

/** Well-formed files that fuzz tests ruin. */
final class FcsSeeds {
    private FcsSeeds() {}

    static List<byte[]> all() {
        List<byte[]> seeds = new ArrayList<>();
        FcsEdgeTest.cases().forEach(entry -> seeds.add(FcsEdgeTest.bytes(entry.getKey() + ".fcs")));
        return seeds;
    }
}
