/** Biomarkers before and after: paired change by marker and arm, with limits of quantification and compositions. */
package org.kindlin.assays.biomarker;
