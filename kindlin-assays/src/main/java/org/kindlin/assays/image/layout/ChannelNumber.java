package org.kindlin.assays.image.layout;

import java.util.Optional;
import java.util.OptionalInt;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;

/** The channel that a protocol names by its number. */
public final class ChannelNumber {
    private ChannelNumber() {}

    /** From 1; empty where none is stated. A fault where it is no whole number. */
    public static OptionalInt of(Resolved settings, Key<Double> key, Faults faults) {
        Optional<Double> number = settings.find(key);
        if (number.isPresent() && number.get() != Math.rint(number.get())) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(key.name()),
                    "there is no channel " + number.get(),
                    "channels count from 1");
        }
        return number.map(one -> OptionalInt.of((int) Math.rint(one))).orElse(OptionalInt.empty());
    }
}
