package org.kindlin.assays.kinase;

import java.util.Optional;

/**
 * The Michaelis constant of a kinase for ATP, and how well it is known.
 *
 * @param micromolar the constant in uM
 * @param range where it is an assumption, the range it may lie in
 * @param origin how it came to be known
 */
public record MichaelisConstant(double micromolar, Optional<Range> range, Origin origin) {

    /** An assumed range in uM. */
    public record Range(double lowMicromolar, double highMicromolar) {
        public Range {
            if (!(lowMicromolar > 0 && lowMicromolar <= highMicromolar)) {
                throw new IllegalArgumentException(lowMicromolar + " to " + highMicromolar + " uM is no range");
            }
        }
    }

    /** How a constant came to be known; an assumption never reads as if it had been measured. */
    public enum Origin {
        STATED("stated"),
        LITERATURE("literature"),
        ASSUMED("assumption");

        private final String word;

        Origin(String word) {
            this.word = word;
        }

        public String word() {
            return word;
        }
    }
}
