package org.kindlin.numerics.sigmoid;

/**
 * A polynomial of degree four in two variables, with its first and second derivatives. Coefficients in the order 1; x, y;
 * x^2, xy, y^2; x^3, x^2 y, x y^2, y^3; x^4, x^3 y, x^2 y^2, x y^3, y^4. A workspace.
 */
final class Quartic {
    static final int TERMS = 15;

    double value;
    double byX;
    double byY;
    double byXX;
    double byXY;
    double byYY;

    void evaluate(double[] c, double x, double y) {
        double a0 = c[0] + x * (c[1] + x * (c[3] + x * (c[6] + x * c[10])));
        double a1 = c[2] + x * (c[4] + x * (c[7] + x * c[11]));
        double a2 = c[5] + x * (c[8] + x * c[12]);
        double a3 = c[9] + x * c[13];
        double a4 = c[14];
        double b0 = c[1] + x * (2 * c[3] + x * (3 * c[6] + x * 4 * c[10]));
        double b1 = c[4] + x * (2 * c[7] + x * 3 * c[11]);
        double b2 = c[8] + x * 2 * c[12];
        double b3 = c[13];
        value = a0 + y * (a1 + y * (a2 + y * (a3 + y * a4)));
        byX = b0 + y * (b1 + y * (b2 + y * b3));
        byY = a1 + y * (2 * a2 + y * (3 * a3 + y * 4 * a4));
        byXX = 2 * c[3] + x * (6 * c[6] + x * 12 * c[10]) + y * (2 * c[7] + x * 6 * c[11] + y * 2 * c[12]);
        byXY = b1 + y * (2 * b2 + y * 3 * b3);
        byYY = 2 * a2 + y * (6 * a3 + y * 12 * a4);
    }

    /** Index of {@code x^i y^j}. */
    static int term(int i, int j) {
        int degree = i + j;
        return degree * (degree + 1) / 2 + j;
    }
}
