package org.kindlin.assays.viability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.result.SubjectResult;

/**
 * The toy example of Hafner et al. (repository datarail/gr_metrics, INPUT/toy_example_input1.tsv), in the format that
 * GRmetrics reads, through the whole assay.
 *
 * <p>Expected values: exact least squares by SciPy 1.x from 150 starts (10 digits). The authors' own output
 * (OUTPUT/python_input1_GRmetrics.tsv, L-BFGS-B) agrees with it to 1e-4 in GR50, and to all 12 digits in GR_AOC and GRmax.
 */
class PublishedGrowthTest {
    private static final double[] CONCENTRATION = {0.001, 0.003162, 0.01, 0.03162, 0.1, 0.3162, 1, 3.162, 10};

    @ParameterizedTest
    @CsvSource({
        "MCF10A,drugA,1212.5,299.5,1131 1205 1021 743 459 318 284 274 249,"
                + "0.04015894552,0.04465064199,-0.06566837042,1.163892232,0.622696637674,-0.0874718726645,0.040159017081",
        "MCF10A,drugB,1212.5,299.5,1088 1215 1227 1075 1125 967 766 531 322,"
                + "1.581194513,5.100801047,-0.5842325331,0.6608677689,0.250004779904,0.0365593885246,1.58117941027",
        "MCF10A,drugC,1212.5,299.5,1118 1187 1199 1257 1087 1049 793 488 409,"
                + "1.417757204,1.205115568,0.09114701357,1.238471145,0.225217666321,0.167027480963,1.41775544541",
        "MCF10A,drugD,1212.5,299.5,1172 1146 1115 971 817 656 651 616 577,"
                + "0.353308121,0.06220089844,0.3984089113,0.9174892318,0.331391734004,0.384090249686,0.35330737656",
        "MCF7,drugB,932.75,410.2,945 924 946 926 804 499 176 90 68,"
                + "0.1911520778,0.3462813163,-0.7833225087,1.586381512,0.646421482034,-0.780491186298,0.191151783353",
        "MCF7,drugC,932.75,410.2,915 916 962 902 586 69 35 33 35,"
                + "0.08795348319,0.1236861493,-0.8797306557,2.977174227,0.896105560229,-0.874664119381,0.0879535386336"
    })
    void metricsAreThoseOfTheAuthors(
            String line,
            String agent,
            double control,
            double start,
            String counts,
            double gr50,
            double gec50,
            double grInf,
            double slope,
            double area,
            double top,
            double publishedGr50) {
        double[] count = Arrays.stream(counts.split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
        String rows = IntStream.range(0, count.length)
                .mapToObj(i -> String.join(
                        "\t",
                        line,
                        agent,
                        "48",
                        Double.toString(CONCENTRATION[i]),
                        Double.toString(count[i]),
                        Double.toString(control),
                        Double.toString(start)))
                .collect(Collectors.joining("\n"));
        String table =
                "cell_line\tagent\ttime\tconcentration\tcell_count\tcell_count__ctrl\tcell_count__time0\n" + rows;
        SubjectResult result = Experiments.only(
                Experiments.analyze(
                        List.of(Experiments.file("toy.tsv", table, Optional.empty(), Map.of())),
                        Map.of("tableDoseUnit", "uM")),
                "cellLine");
        assertThat(result.subject()).containsEntry("compound", agent).containsEntry("cellLine", line);
        assertThat(value(result, "gr50") / 1000).isCloseTo(gr50, within(1e-7 * gr50));
        assertThat(value(result, "gec50") / 1000).isCloseTo(gec50, within(1e-6 * gec50));
        assertThat(value(result, "grInf")).isCloseTo(grInf, within(1e-6));
        assertThat(value(result, "hGR")).isCloseTo(slope, within(1e-6 * slope));
        assertThat(value(result, "grAoc")).isCloseTo(area, within(1e-12));
        assertThat(value(result, "grMax")).isCloseTo(top, within(1e-12));
        assertThat(value(result, "gr50") / 1000).isCloseTo(publishedGr50, within(2e-4 * publishedGr50));
    }

    /** BT20 under paclitaxel, highest dose, from the test data of GRmetrics; the split recomputed in Python (12 digits). */
    @Test
    void deadCellsSplitTheEffect() {
        String table = """
                cell_line,agent,time,concentration_uM,cell_count,cell_count__ctrl,cell_count__time0,dead_count,dead_count__ctrl,dead_count__time0
                BT20,Paclitaxel,72,0.001,4628,5426.1,1608.92857142857,958,484.3,127.681818181818
                BT20,Paclitaxel,72,0.0031623,1992,5426.1,1608.92857142857,1463,484.3,127.681818181818
                BT20,Paclitaxel,72,0.01,567,5426.1,1608.92857142857,1847,484.3,127.681818181818
                BT20,Paclitaxel,72,1,398,5426.1,1608.92857142857,1870,484.3,127.681818181818
                """;
        SubjectResult result = Experiments.only(
                Experiments.analyze(List.of(Experiments.file("dead.csv", table, Optional.empty(), Map.of())), Map.of()),
                "cellLine");
        assertThat(value(result, "grStaticMax")).isCloseTo(0.376649501306, within(1e-11));
        assertThat(value(result, "grToxicMax")).isCloseTo(-0.468523076818, within(1e-11));
    }

    private static double value(SubjectResult result, String name) {
        Double value = result.estimate(name).orElseThrow().value();
        assertThat(value).as(name).isNotNull();
        return value == null ? Double.NaN : value;
    }
}
