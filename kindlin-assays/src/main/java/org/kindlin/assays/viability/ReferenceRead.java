package org.kindlin.assays.viability;

import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.fault.Faults;

/** The read that is analysed, less the read at a reference wavelength where one is asked for. */
final class ReferenceRead {
    private ReferenceRead() {}

    /** The choice; empty where faults were added. */
    static Optional<ReadChoice> choose(Plate plate, ViabilityProtocol.Signal signal, Faults faults) {
        Optional<ReadChoice> read = ReadChoice.of(plate, signal.reading().query(), faults);
        if (signal.reference().isEmpty() || read.isEmpty()) {
            return read;
        }
        Optional<ReadChoice> reference =
                ReadChoice.of(plate, signal.reading().query().companion(signal.reference()), faults);
        if (reference.isPresent() && reference.get().read().equals(read.get().read())) {
            faults.add(
                    plate.file(),
                    "read",
                    "the reference read is the read itself: '"
                            + read.get().read().label() + "'",
                    "name the measuring wavelength with read=, the reference with referenceRead=");
            return Optional.empty();
        }
        return reference.map(other -> difference(read.get(), other.read()));
    }

    private static ReadChoice difference(ReadChoice chosen, PlateRead reference) {
        PlateRead read = chosen.read();
        SortedMap<WellAddress, Reading> readings = new TreeMap<>();
        for (Map.Entry<WellAddress, Reading> entry : read.readings().entrySet()) {
            readings.put(entry.getKey(), less(entry.getValue(), reference.at(entry.getKey())));
        }
        PlateRead less = new PlateRead(
                read.label() + " − " + reference.label(),
                read.mode(),
                read.unit(),
                read.wavelengths(),
                true,
                read.point(),
                readings);
        return new ReadChoice(less, chosen.reason() + ", less the reference '" + reference.label() + "' well by well");
    }

    /** A well without a number at either wavelength has none. */
    private static Reading less(Reading reading, Reading reference) {
        return switch (reading) {
            case Reading.Measured(double number) ->
                reference instanceof Reading.Measured(double subtracted)
                        ? new Reading.Measured(number - subtracted)
                        : reference;
            default -> reading;
        };
    }
}
