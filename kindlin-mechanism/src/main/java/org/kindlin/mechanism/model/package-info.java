/**
 * The intermediate representation of a reaction network: what SBML core and Antimony both say, as plain records.
 *
 * <p>Defaults of older SBML levels are resolved by the readers, so that one meaning is left here: that of SBML Level 3
 * Version 2 core, plus the two things that it dropped ({@code fast} reactions and {@code stoichiometryMath}). Nothing here
 * is checked beyond its shape; {@code org.kindlin.mechanism.compile} says what cannot be simulated, and why.
 */
package org.kindlin.mechanism.model;
