/**
 * Flow cytometry list-mode data: FCS 2.0, 3.0, 3.1 and 3.2 files read column by column from memory or a mapped file, and
 * FCS 3.1 written. Usable as a library of its own: {@link org.kindlin.assays.event.FcsReader} is the door.
 *
 * <p>Sources: Data File Standard for Flow Cytometry FCS 2.0 (Cytometry 11:323, 1990), FCS 3.0 (Cytometry 28:118, 1997),
 * FCS 3.1 (Cytometry A 77A:97, 2010), FCS 3.2 (Cytometry A 99:100, 2021).
 */
package org.kindlin.assays.event;
