package org.kindlin.numerics.sigmoid;

/** Which way the response goes as the dose grows. */
public enum Direction {
    FALLING,
    RISING
}
