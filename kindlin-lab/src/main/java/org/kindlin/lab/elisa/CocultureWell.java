package org.kindlin.lab.elisa;

/**
 * What is truly in a well.
 *
 * @param fibroblasts of its cells, those that carry the antigen
 * @param cells all cells, which the stain counts
 * @param antigen per fibroblast, 1 in unstimulated ones
 */
record CocultureWell(double fibroblasts, double cells, double antigen) {}
