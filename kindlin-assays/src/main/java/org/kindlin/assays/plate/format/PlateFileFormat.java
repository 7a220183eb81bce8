package org.kindlin.assays.plate.format;

/**
 * A plate-reader file format that can be read.
 *
 * @param name short name ({@code bmg-mars})
 * @param vendor who makes the reader; empty for a general form
 * @param recognises by what a file of this format is known
 */
public record PlateFileFormat(String name, String vendor, String recognises) {}
