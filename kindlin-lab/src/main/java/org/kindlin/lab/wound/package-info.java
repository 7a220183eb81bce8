/** Virtual scratch assays: films of sheets of cells that close a gap, the open area known to the pixel. */
package org.kindlin.lab.wound;
