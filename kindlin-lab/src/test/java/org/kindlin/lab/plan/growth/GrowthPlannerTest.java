package org.kindlin.lab.plan.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

class GrowthPlannerTest {

    private static RawFile animals(int count) {
        RandomStream random = RandomStream.ofSeed(1);
        StringBuilder csv = new StringBuilder("animal,cage,sex,volume,weight\n");
        for (int i = 1; i <= count; i++) {
            csv.append(String.format(
                    Locale.ROOT,
                    "A%02d,C%d,%s,%.1f,%.1f\n",
                    i,
                    (i - 1) / 5,
                    i % 2 == 0 ? "f" : "m",
                    random.nextLogNormal(125, 0.15),
                    random.nextGaussian(22, 1.5)));
        }
        return new RawFile("animals.csv", csv.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static GrowthPlan plan(int count, long seed, String... settings) {
        Map<String, String> stated = new LinkedHashMap<>(Map.of("simulations", "20", "sizes", "4, 10", "animals", "8"));
        for (String setting : settings) {
            stated.put(setting.substring(0, setting.indexOf('=')), setting.substring(setting.indexOf('=') + 1));
        }
        return GrowthPlanner.plan(Settings.of(stated), Optional.of(animals(count)), seed, _ -> {});
    }

    @ParameterizedTest
    @EnumSource(Allocation.Method.class)
    void armsAreEqualInNumberAndBalanced(Allocation.Method method) {
        GrowthPlan plan = plan(60, 3, "randomisationMethod=" + Key.spelling(method), "stratum=sex");
        Allocation allocation = plan.allocation().orElseThrow();
        Map<String, Long> counts = allocation.animals().stream()
                .collect(Collectors.groupingBy(Allocation.Allocated::arm, Collectors.counting()));
        assertThat(counts.values()).containsOnly(8L);
        assertThat(allocation.imbalance()).isLessThanOrEqualTo(0.3);
        assertThat(allocation.animals())
                .allSatisfy(one -> assertThat(one.animal().volume()).isBetween(100.0, 150.0));
        assertThat(plan.enrolment().orElseThrow().left()).hasSize(60 - 32);
    }

    @Test
    void cagesAreSpreadOverArms() {
        Allocation allocation =
                plan(60, 3, "randomisationMethod=cage-blocks").allocation().orElseThrow();
        Map<String, Map<String, Long>> byCage = allocation.animals().stream()
                .collect(Collectors.groupingBy(
                        one -> one.animal().cage(),
                        Collectors.groupingBy(Allocation.Allocated::arm, Collectors.counting())));
        assertThat(byCage.values()).allSatisfy(arms -> {
            long animals = arms.values().stream().mapToLong(Long::longValue).sum();
            assertThat(arms.values()).allSatisfy(n -> assertThat(n).isLessThanOrEqualTo((animals + 3) / 4));
        });
    }

    /** A randomiser without a seed cannot be checked afterwards. */
    @Test
    void theSeedDecidesAndTheHashProvesIt() {
        Allocation first = plan(60, 3).allocation().orElseThrow();
        Allocation again = plan(60, 3).allocation().orElseThrow();
        Allocation other = plan(60, 4).allocation().orElseThrow();
        assertThat(again.hash()).isEqualTo(first.hash()).hasSize(64);
        assertThat(again.codes()).isEqualTo(first.codes());
        assertThat(other.hash()).isNotEqualTo(first.hash());
    }

    @Test
    void everyArmIsAsLikelyForEveryAnimal() {
        int[] arms = new int[4];
        for (int seed = 1; seed <= 400; seed++) {
            Allocation allocation = Allocation.of(
                    CandidateReader.read(animals(8), Optional.empty(), new Faults()),
                    List.of("a", "b", "c", "d"),
                    Allocation.Method.RANK_BLOCKS,
                    Double.POSITIVE_INFINITY,
                    RandomStream.ofSeed(seed));
            arms[allocation.animals().getFirst().arm().charAt(0) - 'a']++;
        }
        for (int count : arms) {
            assertThat(count).isBetween(70, 130); // 400 / 4, more than three standard deviations of 8.7
        }
    }

    @Test
    void volumesOfDosesAndStrengths() {
        Dosing dosing = plan(60, 1, "doses=0, 50, 10, 50 + 10").dosing();
        assertThat(dosing.microlitres(21.3)).isEqualTo(210);
        assertThat(dosing.arms().get(3).strengths(dosing.volumePerKg())).containsExactly(5.0, 1.0);
        assertThat(dosing.millilitres(176)).isCloseTo(1.2 * 0.176 * 10 * 2 * 21, within(1e-9));
        assertThat(plan(60, 1, "dosingVolume=20").warnings())
                .anyMatch(w -> w.code().equals("dosing-volume"));
    }

    @Test
    void powerGrowsWithAnimalsAndTooFewAreTold() {
        GrowthPlan plan = plan(20, 1, "simulations=60");
        assertThat(plan.power().points().get(1).power())
                .isGreaterThan(plan.power().points().get(0).power());
        assertThat(plan.warnings()).anyMatch(w -> w.code().equals("too-few-animals"));
    }

    @Test
    void contradictionsAreFaults() {
        assertThatThrownBy(() -> plan(20, 1, "windowLow=200"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("the window ends before it begins");
        assertThatThrownBy(() -> plan(20, 1, "doses=1, 2"))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("2 doses for 4 arms");
    }
}
