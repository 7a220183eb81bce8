package org.kindlin.assays.plate.assay;

import java.util.OptionalDouble;

/**
 * A mapped well that takes no part in the analysis.
 *
 * @param contents what is in it; its signal counts only where one was read
 * @param signal the reading; empty where there is no number
 * @param reason why it is left out
 */
public record LeftOutWell(AssayWell contents, OptionalDouble signal, String reason) {}
