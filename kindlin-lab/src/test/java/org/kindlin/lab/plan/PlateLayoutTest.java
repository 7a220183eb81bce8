package org.kindlin.lab.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Settings;

class PlateLayoutTest {

    private static Map<WellAddress, WellContent> plate(String arrangement, long seed) {
        Settings settings = Settings.of(Map.of("arrangement", arrangement, "replicates", "4"));
        return Planner.plan(Planner.find("kinase").orElseThrow(), settings, seed)
                .plates()
                .getFirst()
                .wells();
    }

    private static Map<String, List<WellAddress>> byGroup(Map<WellAddress, WellContent> wells) {
        return wells.entrySet().stream()
                .collect(Collectors.groupingBy(
                        entry -> entry.getValue().group(),
                        TreeMap::new,
                        Collectors.mapping(Map.Entry::getKey, Collectors.toList())));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void randomisedReplicatesShareNeitherRowNorColumn(long seed) {
        byGroup(plate("randomised", seed)).forEach((group, wells) -> {
            assertThat(wells.stream().map(WellAddress::row).distinct())
                    .as(group)
                    .hasSize(wells.size());
            assertThat(wells.stream().map(WellAddress::column).distinct())
                    .as(group)
                    .hasSize(wells.size());
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"randomised", "interleaved", "blocked"})
    void controlsStandInManyColumnsAndRows(String arrangement) {
        byGroup(plate(arrangement, 11)).forEach((group, wells) -> {
            if (group.equals("control V") || group.equals("control N")) {
                assertThat(wells.stream().map(WellAddress::column).distinct().count())
                        .isGreaterThan(3);
                assertThat(wells.stream().map(WellAddress::row).distinct().count())
                        .isGreaterThan(3);
            }
        });
    }

    @Test
    void interleavedSeriesRunAlongARowAndEachRowIsShifted() {
        Map<WellAddress, WellContent> wells = plate("interleaved", 1);
        for (int replicate = 0; replicate < 4; replicate++) {
            for (int dose = 1; dose < 10; dose++) {
                assertThat(wells.get(new WellAddress(replicate, (replicate + dose) % 12)))
                        .extracting(WellContent::code)
                        .isEqualTo("A" + (dose + 1));
            }
        }
    }

    @Test
    void blockedReplicatesDoNotMix() {
        List<Integer> replicates = plate("blocked", 5).values().stream()
                .filter(content -> content.role() == WellRole.SAMPLE)
                .map(WellContent::replicate)
                .toList();
        assertThat(replicates).isSorted();
    }

    @Test
    void plateSetsThatDoNotFitAreRefusedWithWhatWould() {
        Settings settings = Settings.of(Map.of("replicates", "9", "avoidEdges", "yes"));
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> Planner.plan(Planner.find("kinase").orElseThrow(), settings, 1)))
                .hasMessageContaining("10 doses x 9 replicates and 28 control wells do not fit the 60 usable wells")
                .hasMessageContaining("at most 3 replicates");
    }

    @Test
    void moreCompoundsTakeMorePlatesWithControlsOnEach() {
        Settings settings = Settings.of(Map.of("compounds", "a, b, c, d, e", "replicates", "2"));
        List<PlannedPlate> plates =
                Planner.plan(Planner.find("kinase").orElseThrow(), settings, 1).plates();
        assertThat(plates).hasSize(2);
        assertThat(plates)
                .allSatisfy(plate -> assertThat(
                                plate.wells().values().stream().filter(content -> content.role() == WellRole.VEHICLE))
                        .hasSize(8));
    }
}
