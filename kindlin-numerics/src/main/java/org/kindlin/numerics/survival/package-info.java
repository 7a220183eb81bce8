/**
 * Survival curves and the tests that compare them: Kaplan-Meier, Nelson-Aalen, log-rank family, restricted mean,
 * competing risks. Every function is pure and costs O(n log n).
 */
package org.kindlin.numerics.survival;
