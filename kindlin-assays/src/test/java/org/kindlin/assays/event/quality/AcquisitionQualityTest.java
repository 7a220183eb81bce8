package org.kindlin.assays.event.quality;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;

class AcquisitionQualityTest {
    private static final int EVENTS = 10_000;
    private static final double SECONDS = 100;

    /** What goes wrong between 40 and 45 s, if anything. */
    private enum Fault {
        NONE,
        CLOG,
        SHIFT,
        DRIFT
    }

    @Test
    void aQuietAcquisitionHasNoBadTime() {
        for (int seed = 1; seed <= 20; seed++) {
            AcquisitionQuality quality = AcquisitionQuality.of(acquired(Fault.NONE, seed));

            assertThat(quality.badTimes()).as("seed %d", seed).isEmpty();
            assertThat(quality.drift().orElseThrow().percent()).isLessThan(10);
            assertThat(quality.margins().percent()).isZero();
        }
    }

    @Test
    void aCloggedNozzleIsFound() {
        AcquisitionQuality quality = AcquisitionQuality.of(acquired(Fault.CLOG, 1));

        assertThat(quality.badTimes()).hasSize(1);
        TimeStretch stretch = quality.badTimes().getFirst();
        assertThat(stretch.from()).isCloseTo(40, within(1.01));
        assertThat(stretch.to()).isCloseTo(45, within(1.01));
        assertThat(stretch.reason()).isEqualTo("flow rate low");
        assertThat(quality.oddRatePercent().orElseThrow()).isCloseTo(5, within(1.0));
    }

    @Test
    void aShiftedChannelIsFoundAndNamed() {
        AcquisitionQuality quality = AcquisitionQuality.of(acquired(Fault.SHIFT, 1));

        assertThat(quality.badTimes()).hasSize(1);
        assertThat(quality.badTimes().getFirst().reason()).isEqualTo("CD80 (PE-A) shifted");
        assertThat(quality.badTimes().getFirst().from()).isBetween(35.0, 41.0);
        assertThat(quality.badTimes().getFirst().to()).isBetween(44.0, 50.1);
    }

    @Test
    void aSlowDriftIsMeasuredAndNotCutOut() {
        AcquisitionQuality quality = AcquisitionQuality.of(acquired(Fault.DRIFT, 1));

        assertThat(quality.badTimes()).isEmpty();
        assertThat(quality.drift().orElseThrow().percent())
                .isCloseTo(27, within(4.0)); // 30 % from the first to the last event
    }

    @Test
    void timeThatRunsBackwardsIsNotLookedAt() {
        float[] time = new float[2000];
        for (int i = 0; i < time.length; i++) {
            time[i] = i % 10;
        }

        AcquisitionQuality quality = AcquisitionQuality.of(set(List.of(channel("Time", "", time))));

        assertThat(quality.clockFault()).contains("the time runs backwards");
        assertThat(quality.oddRatePercent()).isEmpty();
    }

    /** Ticks of a second and of 1.1: hundredths of the acquisition would hold two of some and one of others, or none. */
    @Test
    void aSlowClockIsNoOddFlowRate() {
        for (double tick : new double[] {1, 1.1}) {
            for (double seconds : new double[] {20, 120, 170}) {
                float[] time = new float[EVENTS];
                for (int i = 0; i < EVENTS; i++) {
                    time[i] = (float) (tick * Math.floor(seconds * i / EVENTS / tick));
                }

                AcquisitionQuality quality = AcquisitionQuality.of(set(List.of(channel("Time", "", time))));

                assertThat(quality.badTimes()).as("%s s of %s s", tick, seconds).isEmpty();
                assertThat(quality.oddRatePercent().orElseThrow()).isZero();
            }
        }
    }

    @Test
    void aPauseIsFoundAndTakesNoEventsWithIt() {
        float[] time = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            time[i] = (float) (60.0 * i / EVENTS + (i < EVENTS / 2 ? 0 : 500));
        }

        AcquisitionQuality quality = AcquisitionQuality.of(set(List.of(channel("Time", "", time))));

        assertThat(quality.badTimes()).hasSize(1);
        assertThat(quality.badTimes().getFirst().from()).isBetween(30.0, 37.0);
        assertThat(quality.badTimes().getFirst().to()).isBetween(523.0, 530.0);
    }

    @Test
    void aClockThatBeginsAnewRunsBackwards() {
        float[] time = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            time[i] = i % (EVENTS * 6 / 10);
        }

        assertThat(AcquisitionQuality.of(set(List.of(channel("Time", "", time))))
                        .clockFault())
                .contains("the time runs backwards");
    }

    @Test
    void aShiftOfDimCellsIsFoundBesideBrightOnes() {
        RandomStream random = RandomStream.ofSeed(31);
        float[] time = new float[EVENTS];
        float[] dye = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            time[i] = i / 100f;
            double level = (i % 5 < 1 ? 40_000 : 400) * (i >= 4000 && i < 5000 ? 1.6 : 1);
            dye[i] = (float) random.nextLogNormal(level, 0.5);
        }

        AcquisitionQuality quality =
                AcquisitionQuality.of(set(List.of(channel("Time", "", time), channel("PE-A", "CD80", dye))));

        assertThat(quality.badTimes()).hasSize(1);
        assertThat(quality.badTimes().getFirst().from()).isBetween(38.0, 41.0);
    }

    @Test
    void aClockThatStopsIsNotLookedAt() {
        float[] time = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            time[i] = Math.min(i, EVENTS / 2);
        }

        AcquisitionQuality quality = AcquisitionQuality.of(set(List.of(channel("Time", "", time))));

        assertThat(quality.badTimes()).isEmpty();
        assertThat(quality.clockFault())
                .hasValueSatisfying(fault -> assertThat(fault).contains("stopped"));
    }

    /** Three values, the middle one held by few more than half: the median jumps from run to run, the cells do not. */
    @Test
    void valuesOnALatticeDoNotShiftByTheirSteps() {
        RandomStream random = RandomStream.ofSeed(41);
        float[] time = new float[EVENTS];
        float[] width = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            time[i] = i / 100f;
            width[i] = random.nextDouble() < 0.53 ? 60 : 80;
        }

        assertThat(AcquisitionQuality.of(set(List.of(channel("Time", "", time), channel("PE-W", "", width))))
                        .badTimes())
                .isEmpty();
    }

    @Test
    void reasonsAreNamedOnce() {
        TimeStretch one = new TimeStretch(0, 1, "A shifted; B shifted");

        assertThat(one.joined(new TimeStretch(1, 2, "B shifted")).reason()).isEqualTo("A shifted; B shifted");
    }

    /** Of steady files of a thousand events of a wide channel, one in twenty may wander further than chance allows. */
    @Test
    void whatChanceMakesOfAFewEventsIsNoDrift() {
        int beyond = 0;
        for (int seed = 1; seed <= 100; seed++) {
            RandomStream random = RandomStream.ofSeed(seed);
            float[] time = new float[1000];
            float[] scatter = new float[1000];
            for (int i = 0; i < 1000; i++) {
                time[i] = i;
                scatter[i] = (float) random.nextLogNormal(60_000, 0.5);
            }
            TimeDrift drift = AcquisitionQuality.of(
                            set(List.of(channel("Time", "", time), channel("SSC-A", "", scatter))))
                    .drift()
                    .orElseThrow();
            beyond += drift.percent() > drift.byChance() ? 1 : 0;
        }
        assertThat(beyond).isBetween(1, 14);
    }

    @Test
    void eventsAtTheEndOfARangeNameTheirChannel() {
        float[] light = new float[100];
        Arrays.fill(light, 0, 8, 262_143);

        AcquisitionQuality quality = AcquisitionQuality.of(set(List.of(channel("PE-A", "CD80", light))));

        assertThat(quality.margins()).isEqualTo(new MarginEvents(8, Optional.of("CD80 (PE-A)")));
    }

    private static FcsDataSet acquired(Fault fault, int seed) {
        RandomStream random = RandomStream.ofSeed(seed);
        float[] time = new float[EVENTS];
        float[] scatter = new float[EVENTS];
        float[] dye = new float[EVENTS];
        double now = 0;
        for (int i = 0; i < EVENTS; i++) {
            boolean faulty = now > 40 && now < 45;
            now += random.nextExponential() * SECONDS / EVENTS * (fault == Fault.CLOG && faulty ? 20 : 1);
            time[i] = (float) now;
            double drift = fault == Fault.DRIFT ? 1 + 0.3 * i / EVENTS : 1;
            scatter[i] = (float) (drift * random.nextLogNormal(60_000, 0.2));
            dye[i] = (float) random.nextLogNormal(fault == Fault.SHIFT && faulty ? 1500 : 900, 0.5);
        }
        return set(List.of(channel("Time", "", time), channel("SSC-A", "", scatter), channel("PE-A", "CD80", dye)));
    }

    private static FcsWriter.Channel channel(String name, String stain, float[] values) {
        return new FcsWriter.Channel(name, stain, 262_144, new Column.Singles(values));
    }

    private static FcsDataSet set(List<FcsWriter.Channel> channels) {
        return FcsReader.read(
                        FcsWriter.bytes(channels, Map.of("$TIMESTEP", "1")), new Findings("test", ReadingMode.STRICT))
                .getFirst();
    }
}
