/** Proportions of counts: intervals of one, differences and ratios of two, exact tests. */
package org.kindlin.numerics.proportions;
