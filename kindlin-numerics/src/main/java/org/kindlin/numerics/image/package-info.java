/**
 * Numerics of pictures and of profiles drawn through them: filters, thresholds, morphology, labels, distances, baselines,
 * peaks. Pictures are arrays in rows from the top left.
 */
package org.kindlin.numerics.image;
