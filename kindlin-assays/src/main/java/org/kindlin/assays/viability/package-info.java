/**
 * Cell viability by a plate readout (MTT and its kin): percent of vehicle, growth rate inhibition, and growth delay told
 * from killing.
 *
 * <p>From signal (less a reference wavelength) to percent of the plate's own vehicle wells above its medium blanks, to a
 * dose-response curve; with a day-0 plate or a division time, to growth rate inhibition as well.
 */
package org.kindlin.assays.viability;
