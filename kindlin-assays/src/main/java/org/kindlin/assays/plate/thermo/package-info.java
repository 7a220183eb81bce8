/** Files of Thermo Fisher Scientific's readers. */
package org.kindlin.assays.plate.thermo;
