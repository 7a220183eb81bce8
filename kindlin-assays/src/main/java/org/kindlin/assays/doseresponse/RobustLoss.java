package org.kindlin.assays.doseresponse;

import org.kindlin.numerics.sigmoid.Loss;

/** How a residual counts. */
public enum RobustLoss {
    LEAST_SQUARES("least squares"),
    /** Huber's loss with tuning 1.345 (95 % efficient for normal errors). */
    HUBER("Huber's loss (tuning 1.345, 95 % efficient for normal errors)"),
    /** Tukey's biweight with tuning 4.685 (95 % efficient for normal errors). */
    TUKEY("Tukey's biweight (tuning 4.685, 95 % efficient for normal errors)");

    private final String title;

    RobustLoss(String title) {
        this.title = title;
    }

    public String title() {
        return title;
    }

    Loss loss() {
        return switch (this) {
            case LEAST_SQUARES -> Loss.leastSquares();
            case HUBER -> Loss.huber();
            case TUKEY -> Loss.biweight();
        };
    }
}
