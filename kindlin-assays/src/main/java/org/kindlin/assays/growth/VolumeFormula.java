package org.kindlin.assays.growth;

/** How a volume follows from the calipers' length L and width W, L not below W, and sometimes a height H. */
public enum VolumeFormula {
    /** L W² / 2: the usual one. */
    HALF("L x W^2 / 2") {
        @Override
        double of(double length, double width, double height) {
            return length * width * width / 2;
        }
    },
    /** π/6 L W²: an ellipsoid of two equal short axes, 4.72 % larger. */
    PI_SIXTH("pi/6 x L x W^2") {
        @Override
        double of(double length, double width, double height) {
            return Math.PI / 6 * length * width * width;
        }
    },
    /** π/6 L W H. */
    ELLIPSOID("pi/6 x L x W x H") {
        @Override
        double of(double length, double width, double height) {
            return Math.PI / 6 * length * width * height;
        }
    },
    /** π/6 (L W)^(3/2): the geometric mean of both diameters as the third. */
    GEOMETRIC("pi/6 x (L x W)^(3/2)") {
        @Override
        double of(double length, double width, double height) {
            return Math.PI / 6 * Math.pow(length * width, 1.5);
        }
    };

    private final String text;

    VolumeFormula(String text) {
        this.text = text;
    }

    /** As people write it. */
    public String text() {
        return text;
    }

    abstract double of(double length, double width, double height);
}
