/** Pictures in figures: what was measured, drawn on what was measured. */
package org.kindlin.assays.image.figure;
