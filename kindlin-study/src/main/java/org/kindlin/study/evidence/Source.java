package org.kindlin.study.evidence;

/**
 * What was read.
 *
 * @param id as claims name it
 * @param citation enough to find it
 * @param digest whether it retells another paper, which should be read before the number is shown as fact
 */
public record Source(String id, String citation, boolean digest) {}
