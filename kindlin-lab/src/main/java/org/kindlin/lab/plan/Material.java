package org.kindlin.lab.plan;

/**
 * Something to have at hand before work begins; the worksheet leaves room for lot and date.
 *
 * @param detail grade, strength, size; {@code [A]} where assumed
 * @param amount how much of it the plan uses
 */
public record Material(String name, String detail, String amount) {}
