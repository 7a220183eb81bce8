/**
 * Collagen by a dye-binding assay with a standard curve (Sircol), and any other analyte read off standards on a plate:
 * concentrations per specimen, soluble and insoluble fractions summed per culture, treatments against vehicle.
 */
package org.kindlin.assays.collagen;
