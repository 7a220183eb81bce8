/** Areas under concentration-time curves and their terminal phase, without a compartment model. */
package org.kindlin.numerics.exposure;
