package org.kindlin.assays.result;

/**
 * Something the reader of a number must know to use it.
 *
 * @param code stable, lower-case, hyphenated ({@code tight-binding}); scripts rely on it
 * @param message one sentence with the number behind the warning
 */
public record Warning(String code, String message) {}
