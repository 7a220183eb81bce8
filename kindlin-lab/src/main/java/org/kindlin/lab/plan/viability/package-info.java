/** The plan of an MTT viability assay, after the protocol of guide A, lines 119 to 140. */
package org.kindlin.lab.plan.viability;
