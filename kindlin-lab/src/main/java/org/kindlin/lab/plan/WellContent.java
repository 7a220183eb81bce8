package org.kindlin.lab.plan;

import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.SecondAgent;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;

/**
 * What goes into one well, before it has a place.
 *
 * @param group what its replicates share: they are kept apart
 * @param code what the printed plate map shows: {@code A3}, {@code V}
 * @param line what is pipetted along a row together in an interleaved layout
 * @param concentration null for controls
 * @param replicate from 1
 * @param source the well or tube that it comes from
 * @param partner the second liquid that the well gets; null where it gets one only
 * @param sample the culture it is a part of; empty where it is none
 * @param fraction which part; empty where it is none
 */
public record WellContent(
        String group,
        String code,
        int line,
        WellRole role,
        String compound,
        String form,
        @Nullable Quantity concentration,
        int replicate,
        Place source,
        String sample,
        String fraction,
        @Nullable Partner partner) {

    /**
     * The second liquid of a well with two.
     *
     * @param agent null where it is vehicle and the well is a control
     */
    public record Partner(@Nullable SecondAgent agent, Place source) {}

    /** What gets one liquid. */
    public WellContent(
            String group,
            String code,
            int line,
            WellRole role,
            String compound,
            String form,
            @Nullable Quantity concentration,
            int replicate,
            Place source,
            String sample,
            String fraction) {
        this(group, code, line, role, compound, form, concentration, replicate, source, sample, fraction, null);
    }

    /** What is no part of a culture. */
    public WellContent(
            String group,
            String code,
            int line,
            WellRole role,
            String compound,
            String form,
            @Nullable Quantity concentration,
            int replicate,
            Place source) {
        this(group, code, line, role, compound, form, concentration, replicate, source, "", "");
    }

    /** The well of the plate map. */
    Well at(WellAddress address, String plate, String target) {
        return new Well(
                plate,
                address,
                role,
                compound,
                form,
                concentration,
                "",
                replicate,
                target,
                "",
                sample,
                fraction,
                partner == null ? null : partner.agent());
    }
}
