/**
 * Linear mixed models of grouped repeated measurements: y = Xβ + Zb + ε, with b ~ N(0, σ²ΛΛᵀ) independent between subjects.
 *
 * <p>The likelihood is profiled over β and σ and minimised over the Cholesky factor Λ, as by D. Bates, M. Mächler, B. Bolker
 * and S. Walker, J. Stat. Softw. 67(1), 2015; small-sample degrees of freedom are Satterthwaite's and those of M. G. Kenward
 * and J. H. Roger, Biometrics 53:983-997, 1997.
 */
package org.kindlin.numerics.mixed;
