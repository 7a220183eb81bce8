package org.kindlin.assays.plate.assay;

import java.util.OptionalDouble;
import org.kindlin.assays.plate.Well;

/** Turns a well's concentration into the assay's unit. */
@FunctionalInterface
public interface WellAmount {

    /** The amount a well holds; empty where its map states none, or where a fault was added. */
    OptionalDouble of(Well well);
}
