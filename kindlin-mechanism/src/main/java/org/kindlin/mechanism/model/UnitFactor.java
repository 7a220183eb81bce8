package org.kindlin.mechanism.model;

/**
 * One factor of a unit: {@code (multiplier x 10^scale x kind)^exponent}.
 *
 * @param kind a base unit of SBML: {@code mole}, {@code litre}, {@code second}, {@code dimensionless}, ...
 */
public record UnitFactor(String kind, double exponent, int scale, double multiplier) {}
