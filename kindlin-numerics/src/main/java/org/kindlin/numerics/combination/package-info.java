/**
 * Combinations of two agents: what no interaction would give, under the null models in use, and how far the data depart.
 *
 * <p>Effects are fractions: 0 for untreated, 1 for the full effect.
 */
package org.kindlin.numerics.combination;
