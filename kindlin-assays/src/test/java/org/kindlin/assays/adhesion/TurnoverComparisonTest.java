package org.kindlin.assays.adhesion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.kindlin.numerics.statistics.LogRatio.LogEstimate;

class TurnoverComparisonTest {

    @Test
    void filmsThatAgreeByChanceKeepTheErrorOfTheirAdhesions() {
        double[] film = {-1, 0, 1};
        LogEstimate mean = TurnoverComparison.ofFilms(List.of(film, film)).orElseThrow();
        // each film's mean has the variance 1/3; their mean half of it
        assertThat(mean.standardError()).isCloseTo(Math.sqrt(1 / 6.0), within(1e-15));
        assertThat(mean.df()).isEqualTo(1);
    }

    @Test
    void filmsThatDifferKeepTheirOwnScatter() {
        LogEstimate mean = TurnoverComparison.ofFilms(List.of(new double[] {0.9, 1.1}, new double[] {2.9, 3.1}))
                .orElseThrow();
        assertThat(mean.log()).isCloseTo(2, within(1e-15));
        assertThat(mean.standardError()).isCloseTo(1, within(1e-15)); // sd of 1 and 3 is sqrt(2), of their mean 1
    }

    @Test
    void oneFilmAloneHasNoError() {
        assertThat(TurnoverComparison.ofFilms(List.of(new double[] {1, 2}))).isEmpty();
    }
}
