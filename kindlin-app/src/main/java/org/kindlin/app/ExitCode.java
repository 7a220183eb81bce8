package org.kindlin.app;

/** The exit codes of the contract. */
final class ExitCode {
    static final int DONE = 0;
    static final int INPUT = 1;
    static final int USAGE = 2;
    static final int DEFECT = 70;

    private ExitCode() {}
}
