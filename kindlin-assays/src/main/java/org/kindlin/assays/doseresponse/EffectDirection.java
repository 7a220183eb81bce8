package org.kindlin.assays.doseresponse;

import java.util.Optional;
import org.kindlin.numerics.sigmoid.Direction;

/** Which way the response may go as the dose grows. */
public enum EffectDirection {
    ANY,
    FALLING,
    RISING;

    Optional<Direction> only() {
        return switch (this) {
            case ANY -> Optional.empty();
            case FALLING -> Optional.of(Direction.FALLING);
            case RISING -> Optional.of(Direction.RISING);
        };
    }
}
