package org.kindlin.lab.viability;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.Reading;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.lab.DetectorNoise;
import org.kindlin.lab.export.ReaderOutput;
import org.kindlin.numerics.random.RandomStream;

/**
 * How formazan is read: at 570 nm, where it absorbs, and at 630 nm, where it hardly does. Both see the plate and the medium.
 *
 * @param background absorbance of plate and medium at 570 nm
 * @param referenceBackground that at 630 nm
 * @param referenceShare absorbance of formazan at 630 nm beside that at 570 nm
 */
record MttReading(double background, double referenceBackground, double referenceShare, DetectorNoise noise) {

    /** Formazan (absorbance at 570 nm) truly in a well. */
    interface Formazan {
        double in(Well well, RandomStream stream);
    }

    /** The reads of a plate: the measuring wavelength, then the reference. */
    List<PlateRead> reads(PlateFormat format, PlateMap map, Formazan formazan, RandomStream stream) {
        SortedMap<WellAddress, Reading> measuring = new TreeMap<>();
        SortedMap<WellAddress, Reading> reference = new TreeMap<>();
        for (Well well : map.wells()) {
            RandomStream own = stream.child(well.address().toString());
            double dye = formazan.in(well, own) * noise.factor(format.isEdge(well.address()), own);
            measuring.put(well.address(), read(background + dye, own));
            reference.put(well.address(), read(referenceBackground + referenceShare * dye, own));
        }
        return List.of(ReaderOutput.absorbance(570, measuring), ReaderOutput.absorbance(630, reference));
    }

    /** Three decimals, as readers print absorbance. */
    private Reading read(double absorbance, RandomStream stream) {
        return new Reading.Measured(StrictMath.rint(1000 * noise.detect(absorbance, stream)) / 1000);
    }
}
