/**
 * Display scales of measured intensities, as Gating-ML 2.0 defines them (J. Spidlen et al., ISAC standard, Cytometry A
 * 87:683-687, 2015): linear, logarithmic, arcsinh, logicle, hyperlog. Immutable; for any number of threads.
 */
package org.kindlin.numerics.scale;
