/**
 * Sigmoid dose-response curves by least squares: the global optimum in a stated box, its covariance, and profile
 * intervals.
 *
 * <p>The model is {@code y = yInf + (y0 - yInf) / (1 + (x/c)^h)^g}. It is linear in the plateaus at zero and at infinite
 * dose, so only mid-point, steepness and asymmetry are searched (variable projection: Golub and Pereyra 1973, SIAM J.
 * Numer. Anal. 10:413). A grid over the whole box finds every basin; Newton steps on the projected problem end there.
 */
@NullMarked
package org.kindlin.numerics.sigmoid;

import org.jspecify.annotations.NullMarked;
