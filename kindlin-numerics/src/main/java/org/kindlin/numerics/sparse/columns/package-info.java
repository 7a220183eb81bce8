/**
 * Many right-hand sides of one sparse matrix at once: plain loops, and their twin with the same bits on the Vector API
 * ({@code jdk.incubator.vector}), used in this package only and only where its module is present.
 */
package org.kindlin.numerics.sparse.columns;
