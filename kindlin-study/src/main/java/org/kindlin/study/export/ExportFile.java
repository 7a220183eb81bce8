package org.kindlin.study.export;

/**
 * A finished file of an export.
 *
 * @param name file name, or path with forward slashes, within the export's folder
 * @param content its bytes
 */
public record ExportFile(String name, byte[] content) {}
