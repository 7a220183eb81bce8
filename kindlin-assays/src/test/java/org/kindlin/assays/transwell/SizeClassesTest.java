package org.kindlin.assays.transwell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Logarithms of sizes in one mode, in two, and in one that is too narrow for cells. */
class SizeClassesTest {
    private final SplittableRandom random = new SplittableRandom(1);

    private DoubleStream normal(int count, double mean, double sd) {
        return DoubleStream.generate(() -> random.nextGaussian(mean, sd)).limit(count);
    }

    @Test
    void oneModeIsAllCells() {
        SizeClasses classes = SizeClasses.of(normal(300, 4, 0.5).toArray());
        assertThat(classes.limit()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(classes.isAlike()).isFalse();
    }

    @Test
    void cellsAreTheUpperMode() {
        SizeClasses classes = SizeClasses.of(
                DoubleStream.concat(normal(600, 1.5, 0.1), normal(60, 4, 0.4)).toArray());
        assertThat(classes.limit()).isBetween(1.9, 3.2);
        assertThat(classes.isClear()).isTrue();
        assertThat(classes.isAlike()).isFalse();
    }

    @Test
    void aValleyThatIsNotDeepIsTold() {
        SizeClasses classes = SizeClasses.of(
                DoubleStream.concat(normal(600, 2, 0.45), normal(600, 3.7, 0.4)).toArray());
        assertThat(classes.limit()).isBetween(2.5, 3.2);
        assertThat(classes.isClear()).isFalse();
    }

    @Test
    void whatIsOfOneSizeIsAlike() {
        assertThat(SizeClasses.of(normal(200, 1.5, 0.07).toArray()).isAlike()).isTrue();
    }

    @Test
    void fewThingsHaveNoClasses() {
        assertThat(SizeClasses.of(new double[] {1, 1, 1, 4, 4, 4}).limit()).isEqualTo(Double.NEGATIVE_INFINITY);
        assertThat(SizeClasses.of(new double[0]).limit()).isEqualTo(Double.NEGATIVE_INFINITY);
    }
}
