package org.kindlin.assays.result;

/**
 * One input of an analysis, as provenance keeps it.
 *
 * @param path path as given, relative to the study folder where there is one
 * @param sha256 lower-case hexadecimal SHA-256 of the bytes
 * @param simulated whether the file says that it was simulated
 */
public record InputRecord(String path, String sha256, boolean simulated) {}
