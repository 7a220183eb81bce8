package org.kindlin.assays.result;

/**
 * A file that an analysis made, as provenance keeps it.
 *
 * @param name file name, unique within the analysis
 * @param sha256 lower-case hexadecimal SHA-256 of the bytes
 * @param size bytes
 */
public record AttachmentRecord(String name, String sha256, long size) {}
