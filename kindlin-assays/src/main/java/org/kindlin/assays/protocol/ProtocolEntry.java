package org.kindlin.assays.protocol;

/**
 * One parameter of an analysis, as provenance and the methods paragraph tell it.
 *
 * @param name key
 * @param value value used
 * @param stated whether the user stated it; otherwise it is the default
 * @param meaning what the key means
 */
public record ProtocolEntry(String name, Value value, boolean stated, String meaning) {}
