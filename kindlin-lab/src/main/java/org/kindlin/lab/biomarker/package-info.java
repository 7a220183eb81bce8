/** Biomarkers before and after, with known change. */
package org.kindlin.lab.biomarker;
