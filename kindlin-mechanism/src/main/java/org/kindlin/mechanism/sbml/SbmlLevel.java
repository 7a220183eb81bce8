package org.kindlin.mechanism.sbml;

/** Which SBML a document is written in. */
record SbmlLevel(int level, int version) {
    static final String MATHML = "http://www.w3.org/1998/Math/MathML";

    boolean two() {
        return level == 2;
    }

    /** Whether this is at least the given level and version. */
    boolean from(int otherLevel, int otherVersion) {
        return level > otherLevel || (level == otherLevel && version >= otherVersion);
    }

    @Override
    public String toString() {
        return "Level " + level + " Version " + version;
    }
}
