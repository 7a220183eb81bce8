/** Files of Molecular Devices' readers. */
package org.kindlin.assays.plate.moleculardevices;
