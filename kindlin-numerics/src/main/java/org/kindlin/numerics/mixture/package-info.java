/** Finite mixtures fitted to counts in bins. Pure functions of their arguments. */
package org.kindlin.numerics.mixture;
