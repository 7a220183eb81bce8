/** What a plate's own wells say about its quality, the same for every plate assay. */
package org.kindlin.assays.plate.quality;
