package org.kindlin.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MixtureTest {
    private static final Volume WELL = Volume.microlitres(200);

    @ParameterizedTest
    @CsvSource({"2,10,5,5", "3,10,3.4,6.8", "4,20,5,15", "10,30,3,27", "40,60,2,78", "50,20,2,98"})
    void simpleFactorsAreExact(double factor, double atLeast, double source, double diluent) {
        assertThat(Mixture.find(factor, Volume.microlitres(atLeast), WELL, LiquidHandler.HAND))
                .contains(new Mixture(Volume.microlitres(source), Volume.microlitres(diluent)));
    }

    @Test
    void halfLogIsReachedToATenthOfAPercent() {
        Mixture mixture = Mixture.find(Math.sqrt(10), Volume.microlitres(20), WELL, LiquidHandler.HAMILTON)
                .orElseThrow();
        assertThat(mixture.error(Math.sqrt(10))).isLessThan(1e-3);
    }

    @Test
    void whatNoPipetteCanDoIsNoMixture() {
        assertThat(Mixture.find(500, Volume.microlitres(10), WELL, LiquidHandler.HAND))
                .isEmpty();
        assertThat(Mixture.find(2, Volume.microlitres(300), WELL, LiquidHandler.HAND))
                .isEmpty();
    }

    @Test
    void anEchoDropletIsTwoAndAHalfNanolitres() {
        assertThat(LiquidHandler.ECHO.objection(Volume.nanolitres(50))).isEmpty();
        assertThat(LiquidHandler.ECHO.objection(Volume.nanolitres(51)))
                .contains("51 nL is no multiple of 2.5 nL; nearest: 50 nL");
        assertThat(LiquidHandler.ECHO.objection(Volume.nanolitres(1))).isPresent();
    }

    @Test
    void volumesReadAsTheBenchWritesThem() {
        assertThat(Volume.nanolitres(50)).hasToString("50 nL");
        assertThat(Volume.microlitres(2.5)).hasToString("2.5 µL");
        assertThat(Volume.microlitres(1250)).hasToString("1.25 mL");
    }
}
