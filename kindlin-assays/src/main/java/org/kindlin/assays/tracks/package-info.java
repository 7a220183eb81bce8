/** Tracks of migrating cells: speed, directness, persistence and direction, from files of any tracker. */
package org.kindlin.assays.tracks;
