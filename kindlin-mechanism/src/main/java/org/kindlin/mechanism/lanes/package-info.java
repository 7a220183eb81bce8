/**
 * Simulations of many parameter sets at once, one set in each lane of the processor's vectors ({@code jdk.incubator.vector}):
 * the arithmetic of {@code Simulator} with the stiff method, operation by operation, so every course has the same bits
 * as alone. What a lane cannot do is left to the scalar engine. Nothing outside this package names the incubating module.
 */
package org.kindlin.mechanism.lanes;
