/** Equilibrium binding: the quadratic (tight-binding) equation, half-inhibition relations and the fit of the former. */
package org.kindlin.numerics.binding;
