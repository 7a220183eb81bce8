/**
 * The record: every finished analysis, kept by content in an append-only store.
 *
 * <p>Objects are immutable files named by their SHA-256; the journal says which analysis gave which object, and when.
 * Nothing in the record is ever changed or removed, so whatever was once reported can be found again.
 */
package org.kindlin.study.record;
