package org.kindlin.assays.plate.assay;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.PlateRead;
import org.kindlin.assays.plate.ReadChoice;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * The wells of one plate that are of one target (a kinase, a cell line): the unit that is normalised to its own controls.
 *
 * @param file path of the plate's file
 * @param plate name of the plate, unique within the analysis
 * @param target canonical name; empty where not stated
 * @param format size of the plate
 * @param choice the read that is analysed, with every reading of the plate, and why it is that one
 * @param wells the usable wells: mapped, measured, not excluded, row by row
 * @param leftOut the other mapped wells, each with the reason
 * @param findings what the plate's reader had to repair or assume
 */
public record AssayBlock(
        String file,
        String plate,
        String target,
        PlateFormat format,
        ReadChoice choice,
        List<AssayWell> wells,
        SortedMap<WellAddress, LeftOutWell> leftOut,
        List<Warning> findings) {

    public AssayBlock {
        wells = List.copyOf(wells);
        leftOut = Collections.unmodifiableSortedMap(new TreeMap<>(leftOut));
        findings = List.copyOf(findings);
    }

    /** The same block with other usable wells and other wells left out. */
    public AssayBlock with(List<AssayWell> changed, SortedMap<WellAddress, LeftOutWell> notUsed) {
        return new AssayBlock(file, plate, target, format, choice, changed, notUsed, findings);
    }

    /** The read that is analysed. */
    public PlateRead read() {
        return choice.read();
    }

    /** How many mapped wells have no number: saturated, out of range or not read. */
    public long unread() {
        return leftOut.keySet().stream()
                .filter(well -> !read().at(well).isMeasured())
                .count();
    }

    /** Every well left out, as the record lists it. */
    public List<Exclusion> exclusions() {
        return leftOut.entrySet().stream()
                .map(entry -> new Exclusion(
                        file, "well " + entry.getKey(), entry.getValue().reason()))
                .toList();
    }

    /** The wells of a role, row by row. */
    public List<AssayWell> wells(WellRole role) {
        return wells.stream().filter(well -> well.role() == role).toList();
    }

    /** The signals of a role's wells, row by row. */
    public double[] signals(WellRole role) {
        return wells(role).stream().mapToDouble(AssayWell::signal).toArray();
    }

    /** Whether there is a usable well of any of these roles. */
    public boolean has(WellRole... roles) {
        return wells.stream().anyMatch(well -> Arrays.asList(roles).contains(well.role()));
    }
}
