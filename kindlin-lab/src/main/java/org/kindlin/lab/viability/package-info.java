/** The virtual viability assay: cell lines that grow, are slowed or killed, and are read by MTT. */
package org.kindlin.lab.viability;
