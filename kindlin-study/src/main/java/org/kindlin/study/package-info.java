/**
 * Studies: a folder with {@code study.yaml} and raw files, run as a whole.
 *
 * <p>{@link org.kindlin.study.StudyReader} reads the study file, {@link org.kindlin.study.StudyRunner} runs what has
 * changed and keeps it in the record, {@link org.kindlin.study.StudyVerifier} says whether it still holds.
 */
package org.kindlin.study;
