package org.kindlin.assays.plate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.text.CsvText;

/**
 * What is asked of a plate with several reads.
 *
 * @param label label of the read or a part of it; empty for any
 * @param nanometres excitation or detection wavelength; null for any
 * @param seconds time point of a kinetic measurement; null for none in particular
 * @param summary how the time points of a kinetic measurement become one reading a well
 * @param from where the window of the summary begins, in seconds
 * @param to where it ends, in seconds
 */
public record ReadQuery(
        String label,
        @Nullable Double nanometres,
        @Nullable Double seconds,
        KineticSummary summary,
        double from,
        double to) {
    /** How far a stated wavelength may lie from the one asked for, in nm. */
    static final double TOLERANCE_NANOMETRES = 0.5;

    /** Nothing in particular: the first raw read. */
    public static final ReadQuery ANY = labelled("");

    public ReadQuery {
        label = label.strip();
    }

    /** A read by its label or a part of it. */
    public static ReadQuery labelled(String label) {
        return new ReadQuery(label, null, null, KineticSummary.NONE, 0, Double.POSITIVE_INFINITY);
    }

    /** Another read of the same time points, by its label or a part of it: a reference wavelength, a second stain. */
    public ReadQuery companion(String otherLabel) {
        return new ReadQuery(otherLabel, null, seconds, summary, from, to);
    }

    /** Whether a read has the wavelength asked for, at the detector or at the light source. */
    boolean fitsWavelength(PlateRead read) {
        return nanometres == null
                || isNear(read.wavelengths().detection(), nanometres)
                || isNear(read.wavelengths().excitation(), nanometres);
    }

    private static boolean isNear(@Nullable Double stated, double asked) {
        return stated != null && Math.abs(stated - asked) <= TOLERANCE_NANOMETRES;
    }

    /** Whether a read lies in the window. */
    boolean contains(PlateRead read) {
        Double time = read.seconds();
        return time == null ? from <= 0 && Double.isInfinite(to) : time >= from && time <= to;
    }

    /** What was asked, in words; empty where nothing was. */
    String describe() {
        List<String> parts = new ArrayList<>();
        if (!label.isEmpty()) {
            parts.add("called '" + label + "'");
        }
        if (nanometres != null) {
            parts.add("at " + CsvText.number(nanometres) + " nm");
        }
        if (seconds != null) {
            parts.add("at " + CsvText.number(seconds) + " s");
        }
        return String.join(" ", parts);
    }

    /** The window in words; empty where it is the whole measurement. */
    String window() {
        if (from <= 0 && Double.isInfinite(to)) {
            return "";
        }
        String end = Double.isInfinite(to) ? "the end" : CsvText.number(to) + " s";
        return String.format(Locale.ROOT, " from %s s to %s", CsvText.number(Math.max(0, from)), end);
    }
}
