package org.kindlin.assays.plate;

import org.jspecify.annotations.Nullable;
import org.kindlin.assays.quantity.Quantity;

/**
 * What a plate map says about one well.
 *
 * @param plate identifier of the plate it is on; empty where the map holds for every plate
 * @param compound empty where none
 * @param form {@code free base}, {@code HCl}, {@code d6}; empty where not stated
 * @param concentration null where none is stated
 * @param level the dose by name ({@code D3}) where the map gives no concentration; empty otherwise
 * @param replicate one-based; 0 where not stated
 * @param target what it is tested on ({@code FAK}); empty where not stated
 * @param exclusion why the well is left out; empty where it is not
 * @param sample the culture or specimen that the well holds a part of; empty where not stated
 * @param fraction which part of it, such as {@code soluble}; empty where not stated
 * @param second the other agent of a combination; null where there is none
 */
public record Well(
        String plate,
        WellAddress address,
        WellRole role,
        String compound,
        String form,
        @Nullable Quantity concentration,
        String level,
        int replicate,
        String target,
        String exclusion,
        String sample,
        String fraction,
        @Nullable SecondAgent second) {

    /** A well with one agent at most. */
    public Well(
            String plate,
            WellAddress address,
            WellRole role,
            String compound,
            String form,
            @Nullable Quantity concentration,
            String level,
            int replicate,
            String target,
            String exclusion,
            String sample,
            String fraction) {
        this(
                plate,
                address,
                role,
                compound,
                form,
                concentration,
                level,
                replicate,
                target,
                exclusion,
                sample,
                fraction,
                null);
    }

    /** A well that is no part of a specimen. */
    public Well(
            String plate,
            WellAddress address,
            WellRole role,
            String compound,
            String form,
            @Nullable Quantity concentration,
            String level,
            int replicate,
            String target,
            String exclusion) {
        this(plate, address, role, compound, form, concentration, level, replicate, target, exclusion, "", "");
    }

    /** A well that only has a role, such as a control. */
    public static Well control(WellAddress address, WellRole role) {
        return new Well("", address, role, "", "", null, "", 0, "", "");
    }

    /** A well with a compound at a concentration. */
    public static Well sample(WellAddress address, String compound, Quantity concentration, int replicate) {
        return new Well("", address, WellRole.SAMPLE, compound, "", concentration, "", replicate, "", "");
    }

    /** The well with a second agent; null for none. */
    public Well with(@Nullable SecondAgent other) {
        return new Well(
                plate,
                address,
                role,
                compound,
                form,
                concentration,
                level,
                replicate,
                target,
                exclusion,
                sample,
                fraction,
                other);
    }

    public boolean excluded() {
        return !exclusion.isEmpty();
    }
}
