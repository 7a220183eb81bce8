/**
 * The biochemical kinase assay: plates of a kinase with an inhibitor, read through the ADP it makes.
 *
 * <p>From signal to product by an ADP standard curve, to percent inhibition by each plate's own controls, to IC50, to the
 * inhibition constant, and to the selectivity between targets.
 */
package org.kindlin.assays.kinase;
