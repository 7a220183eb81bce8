package org.kindlin.assays.result;

/**
 * A reading that was left out, and why. Nothing is dropped without one.
 *
 * @param file file it came from
 * @param place where: {@code well B07}
 * @param reason who or what excluded it and why
 */
public record Exclusion(String file, String place, String reason) {}
