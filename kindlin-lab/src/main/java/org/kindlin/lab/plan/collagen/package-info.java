/** The plan of a Sircol collagen assay of treated cultures, after the protocol of guide C, lines 149 to 169. */
package org.kindlin.lab.plan.collagen;
