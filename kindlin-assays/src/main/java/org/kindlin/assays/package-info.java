/**
 * Assays: one package per assay, all of the same shape, and the vocabulary they share.
 *
 * <p>An assay package has five rooms: {@code XProtocol} (parameters, validated), {@code XReader} (files to raw data),
 * {@code XAnalysis} (a pure function), {@code XResult} and {@code XFigures}; {@link org.kindlin.assays.Assay} is the door.
 */
package org.kindlin.assays;
