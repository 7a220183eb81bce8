package org.kindlin.assays.blot.gel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.OptionalInt;
import org.assertj.core.data.Percentage;
import org.junit.jupiter.api.Test;

/** Lanes that nearly touch, that show nothing or are cut off; dust, and text drawn into a picture. */
class OddGelsTest {
    private static final OptionalInt EIGHT = OptionalInt.of(8);

    private static double height(int lane) {
        return 900 + lane * 1373 % 2100;
    }

    /** Smoothing that suits a wide picture joins lanes which are six pixels apart; a sharper look tells them apart. */
    @Test
    void lanesWithNarrowGapsAreToldApart() {
        PaintedGel gel = new PaintedGel(10, 46, 40, 40);
        double[] volumes = new double[11];
        for (int lane = 1; lane <= 10; lane++) {
            gel.band(lane, 60, height(11 - lane));
            volumes[lane] = gel.band(lane, 160, height(lane));
        }
        Gel measured = gel.measured(OptionalInt.empty());
        assertThat(measured.lanes()).hasSize(10);
        for (MeasuredLane lane : measured.lanes()) {
            int number = lane.lane().number();
            assertThat(lane.lane().centreAt(120)).isCloseTo(gel.centre(number), within(1.5));
            assertThat(lane.bands().get(1).volume()).isCloseTo(volumes[number], Percentage.withPercentage(2));
        }
    }

    @Test
    void lanesThatTouchNeedTheirNumber() {
        PaintedGel gel = new PaintedGel(10, 42, 40, 40);
        for (int lane = 1; lane <= 10; lane++) {
            gel.band(lane, 60, height(11 - lane));
            gel.band(lane, 160, height(lane));
        }
        assertThat(gel.measured(OptionalInt.empty()).lanes()).anyMatch(MeasuredLane::isWide);
        Gel told = gel.measured(OptionalInt.of(10));
        assertThat(told.lanes()).hasSize(10);
        assertThat(told.found()).isLessThan(10);
        for (MeasuredLane lane : told.lanes()) {
            assertThat(lane.lane().centreAt(120))
                    .isCloseTo(gel.centre(lane.lane().number()), within(2.0));
        }
    }

    private static PaintedGel withBandsIn(int margin, int... lanes) {
        PaintedGel gel = new PaintedGel(8, 60, 40, margin);
        for (int lane : lanes) {
            gel.band(lane, 120, height(lane));
        }
        return gel;
    }

    private static void assertNumbered(PaintedGel gel, int... lanes) {
        Gel measured = gel.measured(EIGHT);
        assertThat(measured.lanes()).hasSize(8);
        assertThat(measured.isUncertain()).isFalse();
        assertThat(measured.lanes().stream()
                        .filter(lane -> !lane.bands().isEmpty())
                        .map(lane -> lane.lane().number()))
                .containsExactlyElementsOf(Arrays.stream(lanes).boxed().toList());
    }

    /** A full dose leaves a lane empty; without it all others would be taken for their neighbours. */
    @Test
    void emptyOuterLanesKeepTheNumbersOfTheOthers() {
        assertNumbered(withBandsIn(40, 2, 3, 4, 5, 6, 7, 8), 2, 3, 4, 5, 6, 7, 8);
        assertNumbered(withBandsIn(40, 1, 2, 3, 4, 5, 6, 7), 1, 2, 3, 4, 5, 6, 7);
        assertNumbered(withBandsIn(14, 3, 4, 5, 6, 7, 8), 3, 4, 5, 6, 7, 8);
        assertNumbered(withBandsIn(40, 2, 5, 7), 2, 5, 7);
    }

    @Test
    void aFaintOuterLaneTellsItsSide() {
        PaintedGel gel = withBandsIn(90, 2, 3, 4, 5, 6, 7, 8);
        gel.band(1, 120, 30);
        assertNumbered(gel, 1, 2, 3, 4, 5, 6, 7, 8);
    }

    @Test
    void whereNothingTellsTheSideTheNumbersAreUncertain() {
        assertThat(withBandsIn(90, 2, 3, 4, 5, 6, 7, 8).measured(EIGHT).isUncertain())
                .isTrue();
        assertThat(withBandsIn(40, 4).measured(EIGHT).isUncertain()).isTrue();
    }

    @Test
    void aSpeckOnABandIsToldAndOneBesideItIsNoBand() {
        PaintedGel gel = withBandsIn(40, 1, 2, 3, 4, 5, 6, 7, 8);
        gel.speck(gel.centre(3) - 8, 121, 6000, 1.8);
        gel.speck(gel.centre(5) + 6, 40, 6000, 1.8);
        Gel measured = gel.measured(EIGHT);
        for (MeasuredLane lane : measured.lanes()) {
            assertThat(lane.bands()).hasSize(1);
            assertThat(lane.bands().getFirst().isSpeckled())
                    .isEqualTo(lane.lane().number() == 3);
        }
        double share = measured.lanes().get(2).bands().getFirst().speckShare();
        double painted = 2 * Math.PI * 1.8 * 1.8 * 6000;
        assertThat(share * measured.lanes().get(2).bands().getFirst().volume())
                .isCloseTo(painted, Percentage.withPercentage(30));
    }

    /** Two bands of like height 2.5 widths apart have one top, and hold less than a band as high and as wide. */
    @Test
    void twoBandsWithOneTopAreBlunterThanOne() {
        PaintedGel gel = withBandsIn(40, 1, 2, 3, 4, 5, 6, 7, 8);
        gel.band(4, 130, height(4) * 0.7);
        for (MeasuredLane lane : gel.measured(EIGHT).lanes()) {
            boolean isDouble = lane.lane().number() == 4;
            assertThat(lane.bands()).allMatch(band -> band.isShared() || band.isFlat() == isDouble);
        }
    }

    @Test
    void aLaneAtTheSideOfThePictureIsTold() {
        PaintedGel cut = withBandsIn(0, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(cut.measured(EIGHT).lanes().stream().filter(lane -> lane.isAtBorder(cut.width)))
                .hasSize(2);
        PaintedGel whole = withBandsIn(20, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(whole.measured(EIGHT).lanes()).noneMatch(lane -> lane.isAtBorder(whole.width));
    }

    @Test
    void drawingsAreToldFromSaturatedBands() {
        PaintedGel gel = withBandsIn(40, 1, 2, 3, 4, 5, 6, 7, 8);
        assertThat(BurnedIn.in(gel.plane())).isFalse();
        for (int i = 0; i < gel.values.length; i++) {
            gel.values[i] = Math.min(gel.values[i], 2000);
        }
        assertThat(BurnedIn.in(gel.plane())).isFalse();
        for (int y = 10; y < 50; y++) {
            for (int x = 20; x < 24; x++) {
                gel.values[y * gel.width + x] = 65_535;
            }
        }
        assertThat(BurnedIn.in(gel.plane())).isTrue();
    }
}
