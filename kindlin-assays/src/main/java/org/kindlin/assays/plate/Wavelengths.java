package org.kindlin.assays.plate;

import org.jspecify.annotations.Nullable;

/**
 * The wavelengths a file states for a read, in nm.
 *
 * @param excitation null where not stated or not used
 * @param detection emission wavelength, or the wavelength of an absorbance; null where not stated
 */
public record Wavelengths(
        @Nullable Double excitation, @Nullable Double detection) {
    public static final Wavelengths NOT_STATED = new Wavelengths(null, null);
}
