/** What every plate-file format needs: the seam between files and readers, grids, labels, readings. */
package org.kindlin.assays.plate.format;
