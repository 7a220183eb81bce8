package org.kindlin.assays.blot;

import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;

/** Lanes of replicate blots over doses, from ratios drawn by tests; references are lanes of dose zero. */
final class BlotLanes {
    private BlotLanes() {}

    static BlotProtocol protocol() {
        BlotAssay assay = new BlotAssay();
        return assay.protocol(Settings.of(Map.of("doseUnit", "nM")).resolve(assay.keys(), new Faults()), new Faults());
    }

    static LaneRatio lane(int number, int blot, double dose, double ratio) {
        boolean isReference = dose == 0;
        LaneUse use = new LaneUse(
                number,
                "",
                isReference ? LaneRole.REFERENCE : LaneRole.SAMPLE,
                "",
                isReference ? "" : "defactinib",
                isReference ? OptionalDouble.empty() : OptionalDouble.of(dose),
                "",
                "pFAK",
                String.valueOf(blot),
                OptionalDouble.empty(),
                OptionalDouble.empty(),
                OptionalDouble.empty());
        return new LaneRatio(
                "pFAK/FAK",
                use,
                String.valueOf(blot),
                OptionalDouble.of(ratio),
                0,
                OptionalDouble.empty(),
                List.of(),
                "");
    }

    static OptionalDouble fold(LaneRatio lane, List<LaneRatio> all) {
        double mean = LaneRatios.references(lane, all).stream()
                .filter(other -> other.blot().equals(lane.blot()))
                .mapToDouble(other -> Math.log(other.ratio().orElseThrow()))
                .average()
                .orElseThrow();
        return OptionalDouble.of(lane.ratio().orElseThrow() / Math.exp(mean));
    }
}
