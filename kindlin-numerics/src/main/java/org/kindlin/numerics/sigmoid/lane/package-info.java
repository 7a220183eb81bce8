/**
 * The innermost loops of curves fitted in step, one curve per lane, each written twice: plain loops that the compiler turns
 * into vector instructions where it can, and the Vector API (an incubator module, used only in this package and only where
 * the module is present). Both do the same operations on each lane in the same order, additions, multiplications,
 * divisions and fused multiply-adds, so the bits are the same on every platform and for every width of vector.
 */
@NullMarked
package org.kindlin.numerics.sigmoid.lane;

import org.jspecify.annotations.NullMarked;
