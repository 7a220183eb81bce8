/** The plan of an ADP-Glo kinase assay, after the protocol of guide A, lines 66 to 89. */
package org.kindlin.lab.plan.kinase;
