package org.kindlin.assays.growth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.assays.growth.GrowthRuns.subject;
import static org.kindlin.assays.growth.GrowthRuns.value;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole analyses of two public studies against R (resources README): closed forms to 1e-10, mixed models to 1e-7. */
class GrowthReferenceTest {
    private static final JsonNode EXPECTED =
            JsonMapper.builder().build().readTree(GrowthRuns.bytes("expected_endpoints.json"));

    /** emmeans::emtrends of lmer(logTV ~ Day * Treatment + (Day | ID)), Satterthwaite. */
    @ParameterizedTest
    @CsvSource({
        "Vehicle, 0.117181138019286, 0.0102682613835786, 0.0965604383972138, 0.137801837641358",
        "Cetuximab, 0.0663259266160087, 0.0105543425754483, 0.0449171999178724, 0.087734653314145",
        "Palbociclib, 0.0694031605292104, 0.00985942364269568, 0.0493907467774723, 0.0894155742809485",
        "Palbociclib+Cetuximab, -0.00665934723071758, 0.00876284889602428, -0.0246221016876373, 0.0113034072262021"
    })
    void growthRatesAreThoseOfEmmeans(String arm, double rate, double error, double low, double high) {
        SubjectResult result = subject(GrowthRuns.resource("CR1197_long.csv"), Map.of("Treatment", arm));
        var estimate = result.estimate("growthRate").orElseThrow();
        assertThat(estimate.value()).isCloseTo(rate, within(1e-8));
        assertThat(estimate.se()).isCloseTo(error, within(1e-8));
        assertThat(estimate.low()).isCloseTo(low, within(1e-7));
        assertThat(estimate.high()).isCloseTo(high, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource({
        "CR1197_long.csv, by-arm, 404.878838024885",
        "CR1197_long.csv, relative, 485.871178677874",
        "SW837_long.csv, by-arm, 57.7634637654803",
        "SW837_long.csv, relative, 45.4797067097882"
    })
    void criteriaAreThoseOfLme4(String file, String baseline, double criterion) {
        SubjectResult model = subject(GrowthRuns.resource(file, "baseline=" + baseline), Map.of("model", "log volume"));
        assertThat(value(model, "remlCriterion")).isCloseTo(criterion, within(1e-9 * criterion));
    }

    @ParameterizedTest
    @CsvSource({
        "CR1197_long.csv, Palbociclib+Cetuximab, -0.0317904460229801, -0.0763319135454501, -1.58481311988905",
        "SW837_long.csv, Irinotecan + Rabusertib, -0.0184461326311481, -0.019651961618999, -1.86809041891309"
    })
    void interactionsAreThoseOfInvivoSyn(String file, String arm, double bliss, double hsa, double robust) {
        SubjectResult found = subject(
                GrowthRuns.resource(file), new LinkedHashMap<>(Map.of("combination", arm, "baseline", "relative")));
        assertThat(value(found, "blissInteraction")).isCloseTo(bliss, within(1e-9));
        assertThat(value(found, "hsaInteraction")).isCloseTo(hsa, within(1e-9));
        assertThat(found.tests().stream()
                        .filter(test -> test.name().equals("bliss-cluster-robust"))
                        .findFirst()
                        .orElseThrow()
                        .statistic())
                .isCloseTo(robust, within(1e-7));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CR1197", "SW837"})
    void everyAnimal(String set) {
        AnalysisDocument document = GrowthRuns.resource(set + "_long.csv");
        JsonNode expected = EXPECTED.path("sets").path(set).path("per_mouse");
        for (int i = 0; i < expected.path("ID").size(); i++) {
            String id = expected.path("ID").path(i).asString();
            SubjectResult animal = document.results().stream()
                    .filter(result -> id.equals(result.subject().get("ID")))
                    .findFirst()
                    .orElseThrow();
            assertThat(animal.subject())
                    .containsEntry("mRECIST", expected.path("mRECIST").path(i).asString());
            close(animal, "ownGrowthRate", expected.path("k_ols").path(i));
            close(animal, "doublingTime", expected.path("doubling_days").path(i));
            close(animal, "auc", expected.path("auc_tv").path(i));
            // the peer takes the logarithm of V + 1, which bends small volumes; ours is that of V
            double peer = expected.path("auc_growth_rate").path(i).asDouble();
            assertThat(value(animal, "aucGrowthRate")).isCloseTo(peer, within(0.01 * Math.abs(peer) + 1e-3));
            close(animal, "rSquared", expected.path("r2").path(i));
            close(animal, "firstVolume", expected.path("TV0").path(i));
            close(animal, "lastVolume", expected.path("TV_last").path(i));
            close(animal, "lastDay", expected.path("last_day").path(i));
            close(animal, "readings", expected.path("n_visits").path(i));
            close(animal, "bestResponse", expected.path("best_resp").path(i));
            close(animal, "bestAverageResponse", expected.path("best_avg").path(i));
            if (expected.path("time_to_4xV0").path(i).isNumber()) {
                close(animal, "timeToMultiple", expected.path("time_to_4xV0").path(i));
            } else {
                assertThat(animal.estimate("timeToMultiple").orElseThrow().relation())
                        .isEqualTo(Relation.ABOVE);
            }
        }
    }

    private static void close(SubjectResult result, String name, JsonNode expected) {
        assertThat(value(result, name)).isCloseTo(expected.asDouble(), within(1e-10 * Math.abs(expected.asDouble())));
    }

    @ParameterizedTest
    @ValueSource(strings = {"CR1197", "SW837"})
    void everyDay(String set) {
        AnalysisDocument document = GrowthRuns.resource(set + "_long.csv");
        JsonNode expected = EXPECTED.path("sets").path(set).path("by_day");
        for (int i = 0; i < expected.path("day").size(); i++) {
            String arm = expected.path("arm").path(i).asString();
            Map<String, String> key = new LinkedHashMap<>();
            key.put("Treatment", arm);
            key.put("day", Prose.number(expected.path("day").path(i).asDouble()));
            SubjectResult day = subject(document, key);
            assertThat(value(day, "n")).isEqualTo(expected.path("n").path(i).asDouble());
            close(day, "meanVolume", expected.path("mean_TV").path(i));
            close(day, "volumeSd", expected.path("sd_TV").path(i));
            close(day, "medianVolume", expected.path("median_TV").path(i));
            close(day, "geometricMeanVolume", expected.path("geomean_TV").path(i));
            if (arm.equals("Vehicle")) {
                assertThat(day.estimate("tgi")).isEmpty();
                continue;
            }
            close(day, "tgi", expected.path("TGI_delta_pct").path(i));
            close(day, "tgiVolume", expected.path("TGI_TV_pct").path(i));
            close(
                    day,
                    "treatedToControlRelative",
                    expected.path("TC_RTV_mean_pct").path(i));
            close(
                    day,
                    "treatedToControlRelativeMedian",
                    expected.path("TC_RTV_median_pct").path(i));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "SW837_day21, SW837_long.csv, Irinotecan + Rabusertib, 21",
        "CR1197_day14, CR1197_long.csv, Palbociclib+Cetuximab, 14"
    })
    void indicesAreThoseOfCombPdx(String key, String file, String arm, String day) {
        SubjectResult found = subject(GrowthRuns.resource(file), Map.of("combination", arm, "day", day));
        JsonNode expected = EXPECTED.path("combpdx").path(key);
        Map<String, String> names = Map.of("blissIndex", "Bliss", "hsaIndex", "HSA", "responseAdditivityIndex", "RA");
        names.forEach((ours, theirs) -> {
            assertThat(value(found, ours))
                    .isCloseTo(expected.path(theirs).path("CI").asDouble(), within(1e-12));
            assertThat(Objects.requireNonNull(found.estimate(ours).orElseThrow().se()))
                    .isCloseTo(expected.path(theirs).path("se").asDouble(), within(1e-12));
        });
    }

    /** A peer's formula, (VCend - VTend) / (VC0 - VT0), gives -7551 % for means whose inhibition is 49.7 %. */
    @Test
    void inhibitionOfStudiesOnWhichAPeerFails() {
        JsonNode peer = EXPECTED.path("xeva_tgi_vs_standard");
        for (int i = 0; i < peer.path("batch").size(); i++) {
            double c0 = peer.path("V0c").path(i).asDouble();
            double t0 = peer.path("V0t").path(i).asDouble();
            double c = peer.path("Vc").path(i).asDouble();
            double t = peer.path("Vt").path(i).asDouble();
            int day = peer.path("day").path(i).asInt();
            StringBuilder csv = new StringBuilder("arm,animal,day,volume\n");
            for (int copy = 1; copy <= 3; copy++) {
                double spread = 1 + 0.1 * (copy - 2); // means stay
                csv.append("vehicle,c")
                        .append(copy)
                        .append(",0,")
                        .append(c0 * spread)
                        .append('\n');
                csv.append("vehicle,c")
                        .append(copy)
                        .append(',')
                        .append(day)
                        .append(',')
                        .append(c * spread)
                        .append('\n');
                csv.append("drug,t")
                        .append(copy)
                        .append(",0,")
                        .append(t0 * spread)
                        .append('\n');
                csv.append("drug,t")
                        .append(copy)
                        .append(',')
                        .append(day)
                        .append(',')
                        .append(t * spread)
                        .append('\n');
            }
            SubjectResult drug = subject(GrowthRuns.text(csv.toString()), Map.of("arm", "drug"));
            assertThat(value(drug, "tgi"))
                    .isCloseTo(peer.path("TGI_delta_pct").path(i).asDouble(), within(1e-8));
        }
    }
}
