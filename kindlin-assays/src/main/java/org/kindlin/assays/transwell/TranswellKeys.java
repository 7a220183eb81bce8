package org.kindlin.assays.transwell;

import java.util.List;
import org.kindlin.assays.image.layout.ChannelNumber;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;

/** Every protocol key of the transwell assay. */
final class TranswellKeys {
    static final Key<String> LAYOUT = Key.file(
            "layout",
            "Table of the pictures: image, and as needed insert, role, membrane, compound, dose; without it every"
                    + " picture is an insert");
    static final Key<Stain> STAIN = Key.choice("stain", Stain.class, Stain.AUTO, "What shows the cells");
    static final Key<Double> CHANNEL = Key.number(
            "channel",
            1,
            1000,
            null,
            "Which channel shows the cells, from 1 (1 red, 2 green, 3 blue of a colour picture)");
    static final Key<Double> LEAST = Key.number(
            "leastAreaPercent", 0, 100, "15", "Smallest object that counts, in % of the area of the typical cell");
    static final Key<String> DOSE_UNIT = Key.text("doseUnit", null, "Unit of the doses, such as nM");
    static final Key<Double> LEVEL = Key.number("level", 0.5, 0.9999, "0.95", "Confidence level of intervals");

    static final List<Key<?>> ALL = List.of(LAYOUT, STAIN, CHANNEL, LEAST, DOSE_UNIT, LEVEL);

    private TranswellKeys() {}

    static TranswellProtocol protocol(Resolved settings, Faults faults) {
        return new TranswellProtocol(
                settings.get(STAIN),
                ChannelNumber.of(settings, CHANNEL, faults),
                settings.get(LEAST) / 100,
                settings.find(DOSE_UNIT).orElse(""),
                settings.get(LEVEL));
    }
}
