/** Microplates: formats, wells, typed readings, plate maps, and the readers and writers of plate-reader files. */
package org.kindlin.assays.plate;
