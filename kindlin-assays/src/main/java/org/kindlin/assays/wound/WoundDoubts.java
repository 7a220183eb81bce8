package org.kindlin.assays.wound;

import java.util.Locale;
import java.util.Optional;
import org.kindlin.assays.result.Warning;

/** Whether what was found is a wound: large gaps in a sheet of cells. */
final class WoundDoubts {
    private static final double SCATTERED = 0.5;
    private static final double SMALLEST_GAP = 0.005;
    private static final double SMALLEST_SHEET = 0.03;
    private static final double LOOSE = 0.6;

    private WoundDoubts() {}

    static Optional<Warning> of(WoundRegion region) {
        double pixels = (double) region.mask().width() * region.mask().height();
        if (region.gaps() == 0 || region.mask().count() < SMALLEST_GAP * pixels) {
            return abstained("no open part is larger than holes between cells: there is no wound to measure");
        }
        if (region.share() < SCATTERED) {
            return abstained(String.format(
                    Locale.ROOT,
                    "only %.0f %% of the open area lies in large gaps: the cells are too sparse to tell a wound from holes;"
                            + " state a region with roi",
                    100 * region.share()));
        }
        if (region.sheet() < SMALLEST_SHEET * pixels) {
            return abstained("there is no sheet of cells beside the open part: bare plastic, or single cells");
        }
        return region.sheet() < LOOSE * region.covered()
                ? abstained(String.format(
                        Locale.ROOT,
                        "only %.0f %% of what is covered belongs to sheets of cells: too sparse to tell a wound from holes;"
                                + " state a region with roi",
                        100.0 * region.sheet() / region.covered()))
                : Optional.empty();
    }

    private static Optional<Warning> abstained(String why) {
        return Optional.of(new Warning("abstained", why));
    }
}
