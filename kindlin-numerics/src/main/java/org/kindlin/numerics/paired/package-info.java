/** Pairs of measurements of the same subject: tests and estimates of their change. */
package org.kindlin.numerics.paired;
