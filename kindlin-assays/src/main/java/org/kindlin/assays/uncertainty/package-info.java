/** Measured quantities with the errors they share, and their ratios: what assays with blanks, controls and curves need. */
package org.kindlin.assays.uncertainty;
