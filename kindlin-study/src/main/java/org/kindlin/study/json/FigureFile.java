package org.kindlin.study.json;

import org.jspecify.annotations.Nullable;

/**
 * Where a document says that one of its figures is.
 *
 * @param name the figure's name within its analysis
 * @param path SVG file relative to the folder of the run; null where the figure was not written
 * @param sha256 lower-case hexadecimal SHA-256 of the SVG text in UTF-8
 */
public record FigureFile(String name, @Nullable String path, String sha256) {

    /** Finds the SVG text of a figure when a document is read. */
    @FunctionalInterface
    public interface Source {
        /**
         * The SVG text.
         *
         * @throws org.kindlin.fault.InputFaultException if there is none
         */
        String svg(FigureFile figure);

        /** For readers that need the numbers only: every figure is empty. */
        static Source none() {
            return figure -> "";
        }
    }
}
