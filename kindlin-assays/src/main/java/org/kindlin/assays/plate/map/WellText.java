package org.kindlin.assays.plate.map;

import org.kindlin.assays.plate.WellAddress;

/**
 * What a plate map says about one well, as text, before it is checked. Every text is empty where nothing is said.
 *
 * @param place where in the file, as faults name it
 * @param exclusion the reason why the well is left out
 */
public record WellText(
        String place,
        String plate,
        WellAddress address,
        String role,
        String compound,
        String form,
        String concentration,
        String unit,
        String level,
        String replicate,
        String target,
        String exclusion,
        String sample,
        String fraction) {

    /** A well that is no part of a specimen. */
    WellText(
            String place,
            String plate,
            WellAddress address,
            String role,
            String compound,
            String form,
            String concentration,
            String unit,
            String level,
            String replicate,
            String target,
            String exclusion) {
        this(
                place,
                plate,
                address,
                role,
                compound,
                form,
                concentration,
                unit,
                level,
                replicate,
                target,
                exclusion,
                "",
                "");
    }

    static WellText blank(String place, String plate, WellAddress address) {
        return new WellText(place, plate, address, "", "", "", "", "", "", "", "", "");
    }

    /** Whether nothing is said about the well. */
    boolean isBlank() {
        return (role + compound + form + concentration + level + replicate + target + exclusion).isEmpty();
    }
}
