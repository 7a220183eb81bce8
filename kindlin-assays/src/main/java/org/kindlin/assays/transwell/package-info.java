/** Migration and invasion through a membrane: cells counted on pictures, or the absorbance of their dye. */
package org.kindlin.assays.transwell;
