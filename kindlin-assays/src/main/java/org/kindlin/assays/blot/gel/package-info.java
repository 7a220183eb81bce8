/** Lanes and bands of one picture of a gel or blot, found and measured without a click; knows nothing of samples. */
package org.kindlin.assays.blot.gel;
