/**
 * Work on columns of numbers taken from rows, a block at a time: rows split into columns, weighted sums of columns, places on a
 * scale. Each is written twice: plain loops, and the Vector API (an incubator module, used only where it is present). Both do
 * the same operations on each number in the same order, so the bits are the same.
 */
@NullMarked
package org.kindlin.numerics.column;

import org.jspecify.annotations.NullMarked;
