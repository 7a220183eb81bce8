/** The plan of an in-cell ELISA of alpha-SMA, after the protocol of guide C, lines 73 to 98. */
package org.kindlin.lab.plan.elisa;
