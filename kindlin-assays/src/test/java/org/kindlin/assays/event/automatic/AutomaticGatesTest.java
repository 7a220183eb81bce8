package org.kindlin.assays.event.automatic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.event.Column;
import org.kindlin.assays.event.FcsDataSet;
import org.kindlin.assays.event.FcsReader;
import org.kindlin.assays.event.FcsWriter;
import org.kindlin.assays.event.gating.Dimension;
import org.kindlin.assays.event.gating.GatingDocument;
import org.kindlin.assays.event.gating.Membership;
import org.kindlin.fault.Findings;
import org.kindlin.fault.ReadingMode;
import org.kindlin.numerics.random.RandomStream;

class AutomaticGatesTest {
    private static final int EVENTS = 4000;

    /** What the events are: a tenth debris, a tenth doublets, the rest lymphocytes and granulocytes; a tenth of those dead. */
    private enum Kind {
        DEBRIS,
        DOUBLET,
        LYMPHOCYTE,
        GRANULOCYTE
    }

    private final Kind[] kinds = new Kind[EVENTS];
    private final boolean[] dead = new boolean[EVENTS];
    private final GateDraft events = blood();

    @Test
    void everyGateHoldsWhatItIsMeantToHold() {
        for (CutModel model : CutModel.values()) {
            AutomaticGates drawn = AutomaticGates.draw(events, List.of(AutomaticStep.values()), settings(model));

            assertThat(drawn.leftOut()).isEmpty();
            assertThat(drawn.gates())
                    .extracting(gate -> gate.gate().id())
                    .containsExactly("cells", "singlets", "live", "lymphocytes");
            assertThat(share(drawn, "cells", Kind.DEBRIS)).as(model.name()).isLessThan(0.02);
            assertThat(share(drawn, "singlets", Kind.DOUBLET)).isLessThan(0.02);
            assertThat(share(drawn, "singlets", Kind.GRANULOCYTE)).isGreaterThan(0.98);
            assertThat(share(drawn, "lymphocytes", Kind.GRANULOCYTE)).isLessThan(0.03);
            assertThat(share(drawn, "lymphocytes", Kind.LYMPHOCYTE)).isCloseTo(0.9 * 0.95, within(0.03));
        }
    }

    @Test
    void theLimitOfEveryCutLiesWithinItsInterval() {
        for (CutModel model : CutModel.values()) {
            AutomaticGates drawn = AutomaticGates.draw(events, List.of(AutomaticStep.values()), settings(model));

            assertThat(drawn.gates().stream().flatMap(gate -> gate.limit().stream()))
                    .hasSize(2)
                    .allMatch(limit -> limit.low() <= limit.value() && limit.value() <= limit.high())
                    .allMatch(limit -> Double.isFinite(limit.low()) && limit.low() < limit.high());
        }
    }

    @Test
    void onePopulationClearOfTheLowEndIsKeptWholeAndTold() {
        GateDraft one = onePopulation(0);
        for (CutModel model : CutModel.values()) {
            AutomaticGates drawn = AutomaticGates.draw(one, List.of(AutomaticStep.values()), settings(model));

            assertThat(drawn.gates()).extracting(gate -> gate.gate().id()).containsExactly("cells", "lymphocytes");
            assertThat(count(drawn, "cells")).isEqualTo(EVENTS);
            assertThat(count(drawn, "lymphocytes") / (double) EVENTS).isCloseTo(0.95, within(0.02));
            assertThat(drawn.remarks()).hasSize(2);
            assertThat(drawn.remarks().getFirst()).contains("no debris");
            assertThat(drawn.remarks().getLast()).contains("one population");
            assertThat(drawn.leftOut()).extracting(Attempt.LeftOut::gate).containsExactly("singlets", "live");
        }
        assertThat(new PositiveModel("CD4", "PE-A", Dimension.UNCOMPENSATED).split(one, settings(CutModel.MIXTURE)))
                .isInstanceOf(Attempt.LeftOut.class);
    }

    @Test
    void onePopulationThatRunsIntoTheLowEndIsNotCalledCells() {
        AutomaticGates drawn =
                AutomaticGates.draw(onePopulation(60_000), List.of(AutomaticStep.values()), settings(CutModel.MIXTURE));

        assertThat(drawn.gates()).isEmpty();
        assertThat(drawn.leftOut().getFirst().text()).contains("low end");
    }

    @Test
    void doubletsAboveCellsWithoutDebrisAreNotTheCells() {
        for (String height : List.of("FSC-H", "FSC-W")) {
            AutomaticGates drawn = AutomaticGates.draw(
                    cellsAndDoublets(height, 0), List.of(AutomaticStep.CELLS), settings(CutModel.MIXTURE));

            assertThat(count(drawn, "cells")).as(height).isEqualTo(EVENTS);
            assertThat(drawn.remarks().getFirst()).contains("every event");
        }
    }

    @Test
    void debrisIsCutOffThoughDoubletsStandOutToo() {
        for (String height : List.of("FSC-H", "FSC-W")) {
            AutomaticGates drawn = AutomaticGates.draw(
                    cellsAndDoublets(height, 800), List.of(AutomaticStep.CELLS), settings(CutModel.MIXTURE));

            assertThat(count(drawn, "cells")).as(height).isBetween(EVENTS - 820, EVENTS - 780);
        }
    }

    /** Cells, a twentieth of them two at once, after so much debris of a tenth of their scatter. */
    private static GateDraft cellsAndDoublets(String height, int debris) {
        RandomStream random = RandomStream.ofSeed(21);
        float[] area = new float[EVENTS];
        float[] other = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            double size = random.nextLogNormal(i < debris ? 6_000 : 60_000, 0.12);
            boolean isTwo = i >= debris && i % 20 == 0;
            area[i] = (float) (isTwo ? 2 * size : size);
            other[i] = (float) (0.9 * size * random.nextLogNormal(1, 0.02));
        }
        return events(List.of(channel("FSC-A", "", area), channel(height, "", other)));
    }

    @Test
    void noiseAboutZeroIsOnePopulation() {
        RandomStream random = RandomStream.ofSeed(22);
        float[] dye = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            dye[i] = (float) (random.nextLogNormal(i % 10 == 0 ? 4_000 : 250, 0.4) + 150 * random.nextGaussian());
        }
        GateDraft cells = events(List.of(channel("BV510-A", "FVS510", dye), channel("FITC-A", "calcein live", dye)));

        AutomaticGates drawn = AutomaticGates.draw(cells, List.of(AutomaticStep.LIVE), settings(CutModel.MIXTURE));

        assertThat(count(drawn, "live")).isBetween((int) (0.89 * EVENTS), (int) (0.91 * EVENTS));
        assertThat(drawn.gates().getFirst().limit().orElseThrow().channel()).isEqualTo("BV510-A");
    }

    @Test
    void aViabilityDyeMayBeStated() {
        RandomStream random = RandomStream.ofSeed(26);
        float[] dye = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            dye[i] = (float) random.nextLogNormal(i % 5 == 0 ? 9_000 : 200, 0.4);
        }
        GateDraft cells = events(List.of(channel("BV510-A", "", dye)));
        List<AutomaticStep> live = List.of(AutomaticStep.LIVE);

        AutomaticGates stated = AutomaticGates.draw(cells, live, settings(CutModel.MIXTURE, Optional.of("BV510-A")));

        assertThat(count(stated, "live")).isBetween(EVENTS * 79 / 100, EVENTS * 81 / 100);
        assertThat(AutomaticGates.draw(cells, live, settings(CutModel.MIXTURE)).leftOut())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).contains("viabilityChannel="));
        assertThat(AutomaticGates.draw(cells, live, settings(CutModel.MIXTURE, Optional.of("APC-A")))
                        .leftOut())
                .singleElement()
                .satisfies(reason -> assertThat(reason.text()).contains("no channel 'APC-A'"));
    }

    @Test
    void modelsThatDisagreeAreTold() {
        RandomStream random = RandomStream.ofSeed(23);
        float[] forward = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            double size = i % 20 < 3
                    ? random.nextLogNormal(9_000, 0.6)
                    : random.nextLogNormal(i % 2 == 0 ? 80_000 : 34_000, 0.18);
            forward[i] = (float) size;
        }

        AutomaticGates drawn = AutomaticGates.draw(
                events(List.of(channel("FSC-A", "", forward))),
                List.of(AutomaticStep.CELLS),
                settings(CutModel.MIXTURE));

        assertThat(drawn.remarks()).singleElement().asString().contains("cut=density would put");
    }

    @Test
    void whatMayBeDebrisIsNamedWhereItIsTooBroadToBeCut() {
        RandomStream random = RandomStream.ofSeed(25);
        float[] forward = new float[800];
        for (int i = 0; i < forward.length; i++) {
            double size = i % 10 == 0
                    ? 1_000 * StrictMath.exp(3.7 * random.nextDouble())
                    : random.nextLogNormal(44_000, 0.13);
            forward[i] = (float) size;
        }

        AutomaticGates drawn = AutomaticGates.draw(
                events(List.of(channel("FSC-A", "", forward))),
                List.of(AutomaticStep.CELLS),
                settings(CutModel.MIXTURE));

        assertThat(drawn.remarks()).singleElement().asString().contains("debris may be among them");
    }

    @Test
    void integralAndPeakAreAreaAndHeight() {
        RandomStream random = RandomStream.ofSeed(24);
        float[] area = new float[EVENTS];
        float[] height = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            height[i] = (float) random.nextLogNormal(60_000, 0.1);
            area[i] = (i % 10 == 0 ? 2 : 1) * height[i];
        }
        GateDraft cells = events(List.of(channel("FS PEAK LIN", "", height), channel("FS INT LIN", "", area)));

        AutomaticGates drawn = AutomaticGates.draw(cells, List.of(AutomaticStep.SINGLETS), settings(CutModel.MIXTURE));

        assertThat(count(drawn, "singlets")).isEqualTo(EVENTS * 9 / 10);
    }

    /** Log-normal scatter about 60,000, of which what lies below a threshold was not recorded. */
    private static GateDraft onePopulation(double threshold) {
        RandomStream random = RandomStream.ofSeed(8);
        float[] forward = new float[EVENTS];
        float[] side = new float[EVENTS];
        float[] marker = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            do {
                forward[i] = (float) random.nextLogNormal(60_000, 0.15);
            } while (forward[i] < threshold);
            side[i] = (float) random.nextLogNormal(20_000, 0.2);
            marker[i] = (float) random.nextLogNormal(900, 0.5);
        }
        return events(
                List.of(channel("FSC-A", "", forward), channel("SSC-A", "", side), channel("PE-A", "CD4", marker)));
    }

    private static int count(AutomaticGates drawn, String gate) {
        return Objects.requireNonNull(drawn.events().gating().populations().get(gate))
                .members()
                .count();
    }

    @Test
    void aFewEventsAreNotCut() {
        GateDraft few = events(List.of(channel("FSC-A", "", new float[] {1, 2, 30_000, 31_000})));

        AutomaticGates drawn = AutomaticGates.draw(few, List.of(AutomaticStep.values()), settings(CutModel.DENSITY));

        assertThat(drawn.gates()).isEmpty();
        assertThat(drawn.leftOut().getFirst().text()).contains("fewer than 200 events");
    }

    private DrawingSettings settings(CutModel model) {
        return settings(model, Optional.empty());
    }

    private static DrawingSettings settings(CutModel model, Optional<String> viability) {
        return new DrawingSettings(model, 0.95, 40, viability, RandomStream.ofSeed(1));
    }

    /** The share of a kind that is in a gate. */
    private double share(AutomaticGates drawn, String gate, Kind kind) {
        Membership members = Objects.requireNonNull(
                        drawn.events().gating().populations().get(gate))
                .members();
        int all = 0;
        int inside = 0;
        for (int i = 0; i < EVENTS; i++) {
            if (kinds[i] == kind) {
                all++;
                inside += members.contains(i) ? 1 : 0;
            }
        }
        return (double) inside / all;
    }

    private GateDraft blood() {
        RandomStream random = RandomStream.ofSeed(5);
        float[] area = new float[EVENTS];
        float[] height = new float[EVENTS];
        float[] side = new float[EVENTS];
        float[] dye = new float[EVENTS];
        for (int i = 0; i < EVENTS; i++) {
            double draw = random.nextDouble();
            Kind kind = draw < 0.1
                    ? Kind.DEBRIS
                    : draw < 0.2 ? Kind.DOUBLET : draw < 0.6 ? Kind.LYMPHOCYTE : Kind.GRANULOCYTE;
            kinds[i] = kind;
            dead[i] = random.nextDouble() < 0.1;
            boolean granular = kind == Kind.GRANULOCYTE || kind == Kind.DOUBLET;
            double size = kind == Kind.DEBRIS
                    ? random.nextLogNormal(6_000, 0.4)
                    : random.nextLogNormal(granular ? 90_000 : 50_000, 0.12);
            area[i] = (float) (kind == Kind.DOUBLET ? 1.8 * size : size);
            height[i] = (float) (size * (0.9 + 0.03 * random.nextGaussian()) - 300);
            side[i] = (float) random.nextLogNormal(granular ? 80_000 : kind == Kind.DEBRIS ? 4_000 : 15_000, 0.2);
            dye[i] = (float) (random.nextLogNormal(dead[i] ? 20_000 : 150, 0.4) + 40 * random.nextGaussian());
        }
        return events(List.of(
                channel("FSC-A", "", area),
                channel("FSC-H", "", height),
                channel("SSC-A", "", side),
                channel("APC-A", "Viability", dye)));
    }

    private static FcsWriter.Channel channel(String name, String stain, float[] values) {
        return new FcsWriter.Channel(name, stain, 262144, new Column.Singles(values));
    }

    private static GateDraft events(List<FcsWriter.Channel> channels) {
        FcsDataSet set = FcsReader.read(FcsWriter.bytes(channels, Map.of()), new Findings("test", ReadingMode.STRICT))
                .getFirst();
        return new GateDraft(
                set, Optional.empty(), new GatingDocument(List.of(), Map.of(), Map.of()), Optional.empty());
    }
}
