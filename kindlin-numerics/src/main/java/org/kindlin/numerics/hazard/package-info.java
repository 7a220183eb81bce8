/**
 * Regression on hazards: the Cox model with its ties, strata, residuals, checks and penalised form, the Fine-Gray model of
 * subdistribution hazards, and accelerated failure times.
 */
package org.kindlin.numerics.hazard;
