/** Non-compartmental analysis of concentration-time profiles. */
package org.kindlin.assays.pharmacokinetics;
