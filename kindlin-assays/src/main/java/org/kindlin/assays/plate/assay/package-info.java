/**
 * What plate assays share, from files to result rows: plates and their maps become blocks of one target, blocks get
 * responses by their own controls, every compound gets one curve over all plates and one per plate, and everybody draws
 * the same curves, forests and heat maps.
 *
 * <p>The way: {@link org.kindlin.assays.plate.assay.BlockReader} with the assay's own {@link
 * org.kindlin.assays.plate.assay.BlockRules}, then {@link org.kindlin.assays.plate.assay.ResponseBlock}, {@link
 * org.kindlin.assays.plate.assay.CompoundCurves}, {@link org.kindlin.assays.plate.assay.CurveFigure}.
 */
package org.kindlin.assays.plate.assay;
