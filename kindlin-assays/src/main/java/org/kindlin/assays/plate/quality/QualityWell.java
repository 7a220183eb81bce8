package org.kindlin.assays.plate.quality;

import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;

/**
 * A measured well as plate quality sees it.
 *
 * @param replicateOf name of what it is a replicate of ({@code vehicle}, {@code defactinib 10 nM}): wells of one name
 *     should read alike; empty where it has no replicates
 * @param value what was read, before anything is made of it
 */
public record QualityWell(WellAddress address, WellRole role, String replicateOf, double value) {}
