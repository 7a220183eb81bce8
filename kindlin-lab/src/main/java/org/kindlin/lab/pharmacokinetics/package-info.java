/** Virtual concentration-time profiles. */
package org.kindlin.lab.pharmacokinetics;
