package org.kindlin.lab.export;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.DetectionMode;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadPoint;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Wavelengths;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.fault.Faults;
import org.kindlin.lab.LabFile;

/**
 * How a virtual reader hands over what it read: the format of its files, and the signal beyond which its detector saturates.
 *
 * @param limit signal above which a reading is saturated; empty for none
 * @param simulation how the files say that they are simulated
 */
public record ReaderOutput(ReaderExport export, Optional<Double> limit, String simulation) {
    private static final Key<ReaderExport> EXPORT = Key.choice(
            "export",
            ReaderExport.class,
            ReaderExport.BMG_MARS,
            "whose export the reader's files are; a grid holds one read of a plate");
    private static final Key<Double> LIMIT = Key.number(
            "detectorLimit", 0, 1e12, null, "signal above which a reading is saturated, as the vendor prints it");

    /** The keys of these settings, for any virtual plate assay. */
    public static List<Key<?>> keys() {
        return List.of(EXPORT, LIMIT);
    }

    public static ReaderOutput of(Resolved settings, String simulation) {
        return new ReaderOutput(settings.get(EXPORT), settings.find(LIMIT), simulation);
    }

    /** The output of an assay performed with this seed. */
    public static ReaderOutput of(Resolved settings, long seed) {
        return of(settings, "Kindlin virtual lab seed " + seed);
    }

    /** A read of luminescence. */
    public static PlateRead luminescence(SortedMap<WellAddress, Reading> readings) {
        return read(DetectionMode.LUMINESCENCE, Wavelengths.NOT_STATED, readings);
    }

    /** A read of absorbance at a wavelength in nm. */
    public static PlateRead absorbance(double nanometres, SortedMap<WellAddress, Reading> readings) {
        return read(DetectionMode.ABSORBANCE, new Wavelengths(null, nanometres), readings);
    }

    /** A read of fluorescence at wavelengths in nm. */
    public static PlateRead fluorescence(double excitation, double emission, SortedMap<WellAddress, Reading> readings) {
        return read(DetectionMode.FLUORESCENCE, new Wavelengths(excitation, emission), readings);
    }

    private static PlateRead read(
            DetectionMode mode, Wavelengths wavelengths, SortedMap<WellAddress, Reading> readings) {
        return new PlateRead(mode.label(), mode, mode.unit(), wavelengths, false, ReadPoint.END_POINT, readings);
    }

    /**
     * Whether a plate of so many reads can be written; a fault says what can be done where it cannot.
     *
     * @param remedy another way than another format
     */
    public boolean holds(int reads, Resolved settings, String remedy, Faults faults) {
        if (reads > 1 && !export.holdsSeveralReads()) {
            faults.add(
                    settings.settings().origin(),
                    settings.settings().placeOf(EXPORT.name()),
                    "a " + Key.spelling(export) + " holds one read of a plate, and this assay makes " + reads,
                    "choose another export, such as tidy, or " + remedy);
            return false;
        }
        return true;
    }

    /**
     * The file of one plate.
     *
     * @param stem file name without extension
     * @param test what the reader's test is called
     * @param plate what the plate is called
     */
    public LabFile file(String stem, String test, String plate, PlateFormat format, List<PlateRead> reads) {
        List<PlateRead> limited = reads.stream().map(this::limited).toList();
        Plate whole = new Plate("", plate, "", format, limited, List.of());
        return new LabFile(
                stem + "." + export.extension(), export.write(new ReaderRun(test, List.of(whole), simulation)));
    }

    private PlateRead limited(PlateRead read) {
        SortedMap<WellAddress, Reading> readings = new TreeMap<>(read.readings());
        readings.replaceAll((_, reading) -> limited(reading));
        return new PlateRead(
                read.label(), read.mode(), read.unit(), read.wavelengths(), read.calculated(), read.point(), readings);
    }

    private Reading limited(Reading reading) {
        boolean isBeyond = reading instanceof Reading.Measured(double number)
                && limit.filter(highest -> number > highest).isPresent();
        return isBeyond ? new Reading.Saturated("saturated") : reading;
    }
}
