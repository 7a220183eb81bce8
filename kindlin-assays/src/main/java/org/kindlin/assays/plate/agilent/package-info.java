/** Files of Agilent's (formerly BioTek's) readers. */
package org.kindlin.assays.plate.agilent;
