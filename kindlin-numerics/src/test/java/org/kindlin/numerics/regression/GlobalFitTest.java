package org.kindlin.numerics.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;
import static org.kindlin.numerics.regression.Curves.fit;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class GlobalFitTest {
    private static final List<String> GROUPS = List.of("a", "b", "c");
    private static final int N = 15;

    @Test
    void nothingSharedIsEveryCurveOnItsOwn() {
        ParameterLayout separate = ParameterLayout.acrossGroups(GROUPS)
                .separate(g -> Parameter.free("plateau", 1))
                .separate(g -> Parameter.free("amplitude", 5))
                .separate(g -> Parameter.free("rate", 1))
                .build();
        RegressionFit global = fit(new LeastSquaresProblem(Curves.DECAY, stacked(), separate));
        double rss = 0;
        for (int g = 0; g < GROUPS.size(); g++) {
            RegressionFit own = fit(new LeastSquaresProblem(Curves.DECAY, curve(g), Curves.decay()));
            rss += own.rss();
            for (String name : List.of("plateau", "amplitude", "rate")) {
                assertThat(global.value(name + "[" + GROUPS.get(g) + "]"))
                        .isCloseTo(own.value(name), withinPercentage(1e-9));
            }
        }
        assertThat(global.rss()).isCloseTo(rss, withinPercentage(1e-10));
    }

    @Test
    void everythingSharedIsOneCurveThroughAll() {
        ParameterLayout shared = ParameterLayout.acrossGroups(GROUPS)
                .shared(Parameter.free("plateau", 1))
                .shared(Parameter.free("amplitude", 5))
                .shared(Parameter.free("rate", 1))
                .build();
        RegressionFit global = fit(new LeastSquaresProblem(Curves.DECAY, stacked(), shared));
        RegressionFit pooled =
                fit(new LeastSquaresProblem(Curves.DECAY, stacked().withGroups(new int[3 * N]), Curves.decay()));
        assertThat(global.value("rate")).isCloseTo(pooled.value("rate"), withinPercentage(1e-10));
        assertThat(global.df()).isEqualTo(3 * N - 3);
    }

    @Test
    void sharedAndKeyedParametersSitBetween() {
        ParameterLayout mixed = ParameterLayout.acrossGroups(GROUPS)
                .shared(Parameter.free("plateau", 1))
                .sharedBy(g -> g.equals("c") ? "late" : "early", k -> Parameter.free("amplitude", 5))
                .separate(g -> Parameter.free("rate", 1))
                .build();
        assertThat(mixed.parameters().stream().map(Parameter::name))
                .containsExactly("plateau", "amplitude[early]", "amplitude[late]", "rate[a]", "rate[b]", "rate[c]");
        RegressionFit global = fit(new LeastSquaresProblem(Curves.DECAY, stacked(), mixed));
        assertThat(global.df()).isEqualTo(3 * N - 6);
        assertThat(global.predict(2, 0).value())
                .isCloseTo(global.value("plateau") + global.value("amplitude[late]"), withinPercentage(1e-12));
    }

    private static Observations curve(int group) {
        return Curves.decayData(N, 0.4, 100 + group);
    }

    private static Observations stacked() {
        double[] x = new double[3 * N];
        double[] y = new double[3 * N];
        int[] group = new int[3 * N];
        Arrays.setAll(group, i -> i / N);
        Arrays.setAll(x, i -> curve(i / N).predictors(i % N)[0]);
        Arrays.setAll(y, i -> curve(i / N).response(i % N));
        return Observations.of(x, y).withGroups(group);
    }
}
