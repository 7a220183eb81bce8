package org.kindlin.lab.plan;

import org.jspecify.annotations.Nullable;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;

/**
 * Wells of a plate that hold no dose of a compound.
 *
 * @param code what the printed plate map shows
 * @param name in words
 * @param count wells on each plate
 * @param substance of a standard; empty otherwise
 * @param amount of a standard; null otherwise
 */
public record Control(
        String code,
        String name,
        WellRole role,
        int count,
        String substance,
        @Nullable Quantity amount) {

    public static Control of(String code, String name, WellRole role, int count) {
        return new Control(code, name, role, count, "", null);
    }
}
