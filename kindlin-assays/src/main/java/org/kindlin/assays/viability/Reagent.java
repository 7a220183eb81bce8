package org.kindlin.assays.viability;

import java.util.Optional;
import org.kindlin.assays.plate.PlateRead;

/** What makes living cells readable, and the wavelength its product is read at. */
public enum Reagent {
    /** Tetrazolium reduced to purple formazan, dissolved before reading; maximum near 570 nm. */
    MTT("MTT", 540, 600),
    MTS("MTS", 470, 510),
    XTT("XTT", 440, 490),
    WST_1("WST-1", 420, 480),
    /** Cell counting kit 8. */
    WST_8("WST-8", 430, 490),
    /** Fluorescence of resorufin. */
    RESAZURIN("resazurin", 575, 610),
    /** Luminescence in proportion to ATP. */
    ATP("ATP luminescence", 0, 0),
    SRB("sulforhodamine B", 490, 580),
    CRYSTAL_VIOLET("crystal violet", 540, 600),
    OTHER("another reagent", 0, 0);

    private final String title;
    private final double lowest;
    private final double highest;

    Reagent(String title, double lowest, double highest) {
        this.title = title;
        this.lowest = lowest;
        this.highest = highest;
    }

    String title() {
        return title;
    }

    /** What is wrong with the wavelength a file states for its read; empty where none is stated or it is right. */
    Optional<String> wavelengthProblem(PlateRead read) {
        Double nanometres = read.wavelengths().detection();
        return nanometres == null || highest == 0 || (nanometres >= lowest && nanometres <= highest)
                ? Optional.empty()
                : Optional.of(title + " is read at " + Math.round(lowest) + " to " + Math.round(highest) + " nm, but '"
                        + read.label() + "' was read at " + Math.round(nanometres) + " nm.");
    }
}
