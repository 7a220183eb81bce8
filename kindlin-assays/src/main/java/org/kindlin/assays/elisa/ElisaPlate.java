package org.kindlin.assays.elisa;

import java.util.Optional;
import org.kindlin.assays.plate.assay.AssayBlock;

/**
 * One plate as it was read.
 *
 * @param signal the antibody's reading
 * @param stain the reading of DAPI or protein of the same wells; empty where none is asked for
 */
public record ElisaPlate(AssayBlock signal, Optional<AssayBlock> stain) {}
