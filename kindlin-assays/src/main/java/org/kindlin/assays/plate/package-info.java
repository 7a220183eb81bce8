/** Microplates: wells, reads and readings. */
package org.kindlin.assays.plate;
