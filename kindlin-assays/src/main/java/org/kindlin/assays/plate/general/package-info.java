/** Plate files of no vendor: bare grids and tidy tables. */
package org.kindlin.assays.plate.general;
