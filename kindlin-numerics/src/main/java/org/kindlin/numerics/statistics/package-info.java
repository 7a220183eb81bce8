/** Descriptive statistics, distributions and tests; every function is pure and independent of the order of its data. */
package org.kindlin.numerics.statistics;
