/** Units of formulas: what the units of their parts make of them, and where that does not agree. */
package org.kindlin.mechanism.units;
