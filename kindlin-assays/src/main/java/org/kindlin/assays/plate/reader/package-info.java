/** The door to every plate-file format. */
package org.kindlin.assays.plate.reader;
