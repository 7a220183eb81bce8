/**
 * Initial value problems: a stiff and a non-stiff integrator with automatic choice, dense output, roots located within
 * steps, steady states, forward sensitivities. A numerical failure is an outcome, not an exception.
 */
package org.kindlin.numerics.ode;
