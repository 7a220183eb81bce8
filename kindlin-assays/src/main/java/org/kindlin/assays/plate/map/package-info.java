/** Plate maps: what is in which well, in tidy or grid form. */
package org.kindlin.assays.plate.map;
