package org.kindlin.mechanism.stochastic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.model.Compartment;
import org.kindlin.mechanism.model.Distribution;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.EventAssignment;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.KineticLaw;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.ModelBuilder;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Remarks;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.SpeciesReference;
import org.kindlin.mechanism.model.Trigger;

class EnsembleTest {
    private static Reaction reaction(
            String id, List<SpeciesReference> in, List<SpeciesReference> out, Expression rate) {
        return new Reaction(
                id,
                false,
                false,
                "",
                in,
                out,
                List.of(),
                Optional.of(new KineticLaw(rate, List.of(), Remarks.NONE)),
                Remarks.NONE);
    }

    /** Arrivals at rate a, departures at rate b X, from a start. */
    private static ModelBuilder arrivals(double start, double a, double b) {
        return new ModelBuilder()
                .add(Compartment.volume("c", 1))
                .add(new Species(
                        "X",
                        "c",
                        OptionalDouble.of(start),
                        OptionalDouble.empty(),
                        "",
                        true,
                        false,
                        false,
                        "",
                        Remarks.NONE))
                .add(Parameter.constant("a", a))
                .add(Parameter.constant("b", b))
                .add(reaction("in", List.of(), List.of(SpeciesReference.of(1, "X")), Expression.symbol("a")))
                .add(reaction(
                        "out",
                        List.of(SpeciesReference.of(1, "X")),
                        List.of(),
                        Expression.apply(Operator.TIMES, Expression.symbol("b"), Expression.symbol("X"))));
    }

    private static Ensemble.Moments simulate(Model model, int runs, RunMethod method, double... times) {
        return Ensemble.simulate(
                JumpNetwork.of("test", model), new Ensemble.Plan(times, runs, 3, method), List.of("X"), Set.of("X"));
    }

    @Test
    void arrivalsAndDeparturesHaveTheirPoissonAndBinomialMoments() {
        // X(t) is binomial(start, e^-bt) + Poisson(a/b (1 - e^-bt))
        double start = 40;
        double a = 8;
        double b = 0.5;
        int runs = 2000;
        for (RunMethod method : RunMethod.values()) {
            Ensemble.Moments moments = simulate(arrivals(start, a, b).build(), runs, method, 0, 1, 3, 8);
            for (int t = 0; t < 4; t++) {
                double left = Math.exp(-b * moments.times()[t]);
                double mean = start * left + a / b * (1 - left);
                double variance = start * left * (1 - left) + a / b * (1 - left);
                double sd = Math.sqrt(variance);
                assertThat(moments.means()[t][0])
                        .as(method + " " + t)
                        .isCloseTo(mean, within(3.5 * sd / Math.sqrt(runs) + 1e-12));
                assertThat(moments.deviations()[t][0]).as(method + " " + t).isCloseTo(sd, within(0.06 * sd + 1e-12));
            }
        }
    }

    @Test
    void theNextReactionMethodHasTheSameMomentsAlsoAcrossEvents() {
        // X(t) is binomial of the start and Poisson of the arrivals: mean X0 e^-bt + a/b (1 - e^-bt)
        double left = Math.exp(-0.5 * 2);
        Ensemble.Moments moments = simulate(arrivals(40, 5, 0.5).build(), 4000, RunMethod.NEXT_REACTION, 0, 2);
        double mean = 40 * left + 10 * (1 - left);
        double variance = 40 * left * (1 - left) + 10 * (1 - left);
        assertThat(moments.means()[1][0]).isCloseTo(mean, within(4 * Math.sqrt(variance / 4000)));
        assertThat(moments.deviations()[1][0]).isCloseTo(Math.sqrt(variance), within(0.05 * Math.sqrt(variance)));
        Ensemble.Moments again = simulate(halvedAtOne(), 4000, RunMethod.NEXT_REACTION, 0, 2);
        Ensemble.Moments direct = simulate(halvedAtOne(), 4000, RunMethod.EXACT, 0, 2);
        assertThat(again.means()[1][0]).isCloseTo(direct.means()[1][0], within(0.5));
        assertThat(again.deviations()[1][0]).isCloseTo(direct.deviations()[1][0], within(0.5));
    }

    /** At time 1 half of what is there is lost. */
    private static Model halvedAtOne() {
        Expression late = Expression.apply(Operator.GEQ, new Expression.Time(), Expression.number(1));
        Expression half = Expression.apply(Operator.DIVIDE, Expression.symbol("X"), Expression.number(2));
        return arrivals(40, 30, 0.5)
                .add(new Event(
                        "e",
                        new Trigger(late, true, true),
                        Optional.empty(),
                        Optional.empty(),
                        true,
                        List.of(new EventAssignment("X", half, Remarks.NONE)),
                        Remarks.NONE))
                .build();
    }

    @Test
    void leapsAreTakenWhereCountsAreLargeAndKeepTheMoments() {
        double a = 1e6;
        long before = System.nanoTime();
        Ensemble.Moments moments = simulate(arrivals(0, a, 1).build(), 40, RunMethod.TAU_LEAPING, 0, 2, 10);
        assertThat(System.nanoTime() - before).isLessThan(20_000_000_000L); // 8e8 jumps one by one take minutes
        assertThat(moments.means()[2][0]).isCloseTo(a * (1 - Math.exp(-10)), within(2e-3 * a));
        assertThat(moments.deviations()[2][0]).isCloseTo(Math.sqrt(a), within(0.4 * Math.sqrt(a)));
    }

    @Test
    void resultsDependOnTheSeedAndNotOnTheNumberOfThreads() throws Exception {
        Model model = arrivals(10, 3, 0.4).build();
        double[][] one;
        double[][] four;
        try (ForkJoinPool alone = new ForkJoinPool(1);
                ForkJoinPool together = new ForkJoinPool(4)) {
            one = alone.submit(
                            () -> simulate(model, 230, RunMethod.EXACT, 0, 2, 4).means())
                    .get();
            four = together.submit(
                            () -> simulate(model, 230, RunMethod.EXACT, 0, 2, 4).means())
                    .get();
        }
        assertThat(four).isDeepEqualTo(one);
        assertThat(Ensemble.simulate(
                                JumpNetwork.of("test", model),
                                new Ensemble.Plan(new double[] {0, 2, 4}, 230, 4, RunMethod.EXACT),
                                List.of("X"),
                                Set.of("X"))
                        .means()[2][0])
                .isNotEqualTo(one[2][0]);
    }

    @Test
    void anEventAtATimeHappensThen() {
        Event reset = new Event(
                "reset",
                new Trigger(Expression.apply(Operator.GEQ, new Expression.Time(), Expression.number(5)), true, true),
                Optional.empty(),
                Optional.empty(),
                true,
                List.of(new EventAssignment("X", Expression.number(1000), Remarks.NONE)),
                Remarks.NONE);
        Ensemble.Moments moments =
                simulate(arrivals(0, 1, 1e-9).add(reset).build(), 50, RunMethod.EXACT, 0, Math.nextDown(5.0), 5, 6);
        assertThat(moments.means()[1][0]).isBetween(3.0, 7.0);
        assertThat(moments.means()[2][0]).isEqualTo(1000);
        assertThat(moments.means()[3][0]).isBetween(1000.5, 1002.0);
    }

    @Test
    void everyNumberOfEveryRunFallsIntoItsOwnStratum() {
        for (int runs : new int[] {1, 2, 3, 50, 257, 1000}) {
            for (int number = 0; number < 20; number++) {
                BitSet strata = new BitSet();
                for (int run = 0; run < runs; run++) {
                    RunRandom random = new RunRandom(9, run, runs);
                    for (int skipped = 0; skipped < number; skipped++) {
                        random.uniform();
                    }
                    strata.set((int) (random.uniform() * runs));
                }
                assertThat(strata.cardinality())
                        .as("%d runs, number %d", runs, number)
                        .isEqualTo(runs);
            }
        }
    }

    @Test
    void drawsAreQuantiles() {
        // scipy.stats: ppf at 0.3
        assertDraw(Distribution.NORMAL, 1.0 + 2 * -0.5244005127080409, 1, 2);
        assertDraw(Distribution.EXPONENTIAL, 0.7133498878774648, 0.5);
        assertDraw(Distribution.GAMMA, 1.207084131773841, 2, 1.1);
        assertDraw(Distribution.CHISQUARE, 0.7133498878774648, 2);
        assertDraw(Distribution.CAUCHY, 2 * Math.tan(Math.PI * -0.2), 2);
        assertDraw(Distribution.LAPLACE, 2 * Math.log(0.6), 2);
        assertDraw(Distribution.RAYLEIGH, 2 * Math.sqrt(-2 * Math.log(0.7)), 2);
        assertDraw(Distribution.LOGNORMAL, Math.exp(1 + 2 * -0.5244005127080409), 1, 2);
        assertDraw(Distribution.BINOMIAL, 18, 100, 0.2);
        assertDraw(Distribution.POISSON, 5, 6);
        assertDraw(Distribution.NORMAL, 0.35958443703011284, 0, 0.5, 0.25, 0.75);
        assertThat(Sampler.draw(Distribution.NORMAL, new double[] {0, 1, 3, 2}, 0.5))
                .isNaN();
    }

    private static void assertDraw(Distribution distribution, double want, double... arguments) {
        assertThat(Sampler.draw(distribution, arguments, 0.3))
                .as(distribution.name())
                .isCloseTo(want, within(1e-8 * Math.abs(want) + 1e-9));
    }

    @Test
    void whatHasNoMeaningForJumpsIsRefused() {
        Model negative = arrivals(0, -1, 1).build();
        assertThatThrownBy(() -> simulate(negative, 2, RunMethod.EXACT, 0, 1))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("propensity");
        Model draw = arrivals(0, 1, 1)
                .add(reaction(
                        "odd",
                        List.of(),
                        List.of(SpeciesReference.of(1, "X")),
                        new Expression.Call(Distribution.PREFIX + "normal", List.of(Expression.number(0)))))
                .build();
        assertThatThrownBy(() -> simulate(draw, 2, RunMethod.EXACT, 0, 1)).isInstanceOf(InputFaultException.class);
    }
}
