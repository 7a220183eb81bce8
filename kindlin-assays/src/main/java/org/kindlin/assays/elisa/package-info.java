/**
 * In-cell ELISA (alpha-SMA): blank, normalisation to cells, fold over unstimulated, inhibition of activation by dose, and
 * loss of cells told apart from it.
 */
package org.kindlin.assays.elisa;
