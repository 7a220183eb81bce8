package org.kindlin.assays.plate.quality;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;

/** What a well is a replicate of, from all that the plate map says of it but its place and replicate number. */
public final class ReplicateName {
    private ReplicateName() {}

    /** The name; empty where the map says only that the well holds a sample, which no other need be like. */
    public static String of(Well well) {
        Quantity concentration = well.concentration();
        String content = Stream.of(
                        well.compound(),
                        well.form(),
                        concentration == null ? "" : concentration.toString(),
                        well.level(),
                        well.target())
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        boolean isAnything = well.role() == WellRole.SAMPLE || well.role() == WellRole.UNKNOWN;
        return isAnything && content.isEmpty() ? "" : (well.role().label() + " " + content).strip();
    }
}
