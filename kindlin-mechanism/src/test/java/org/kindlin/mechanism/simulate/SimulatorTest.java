package org.kindlin.mechanism.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kindlin.mechanism.sbml.SbmlText.TIME;
import static org.kindlin.mechanism.sbml.SbmlText.assignment;
import static org.kindlin.mechanism.sbml.SbmlText.decay;
import static org.kindlin.mechanism.sbml.SbmlText.list;
import static org.kindlin.mechanism.sbml.SbmlText.math;
import static org.kindlin.mechanism.sbml.SbmlText.model;
import static org.kindlin.mechanism.sbml.SbmlText.parameter;
import static org.kindlin.mechanism.sbml.SbmlText.rate;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.sbml.SbmlReader;

/** Simulations whose answers are known in closed form. */
class SimulatorTest {
    private static final double CLOSE = 1e-7;

    private static double[][] run(String content, double end, int steps, String... variables) {
        CompiledModel compiled = CompiledModel.of(
                "m.xml", SbmlReader.read("m.xml", model(content)).model());
        SimulationOptions options = new SimulationOptions(0, end, steps, 1e-9, 1e-6, 1);
        return Simulator.run(compiled, options, Observables.of(compiled, List.of(variables), Set.of()))
                .values();
    }

    private static String event(String condition, String parts, String variable, String value) {
        return "<event useValuesFromTriggerTime=\"true\"><trigger initialValue=\"true\" persistent=\"true\">"
                + math(condition) + "</trigger>"
                + parts
                + list(
                        "EventAssignments",
                        "<eventAssignment variable=\"" + variable + "\">" + math(value) + "</eventAssignment>")
                + "</event>\n";
    }

    private static String at(double time) {
        return "<apply><geq/>" + TIME + "<cn>" + time + "</cn></apply>";
    }

    @Test
    void aSpeciesDecaysInItsCompartment() {
        // Rate k [S] in amount per time, so [S] decays with k / size.
        double[][] values = run(decay("size=\"2\"", "initialConcentration=\"3\"", "0.5"), 4, 4, "S", "R");
        assertThat(values[4][0]).isCloseTo(3 * Math.exp(-1), within(CLOSE));
        assertThat(values[4][1]).isCloseTo(1.5 * Math.exp(-1), within(CLOSE));
    }

    @Test
    void aRateRuleMayDependOnTime() {
        String content = list("Parameters", parameter("x", "1"))
                + list("Rules", rate("x", "<apply><times/><cn>2</cn>" + TIME + "</apply>"));
        assertThat(run(content, 3, 3, "x")[3][0]).isCloseTo(10, within(CLOSE));
    }

    @Test
    void anEventHappensAtItsVeryTime() {
        String content = list("Parameters", parameter("x", "0")) + list("Events", event(at(2), "", "x", "<cn>5</cn>"));
        double[][] values = run(content, 4, 4, "x");
        assertThat(values[1][0]).isZero();
        assertThat(values[2][0]).isEqualTo(5);
    }

    @Test
    void aDelayedEventIsDueAtTheTimeToldWhateverTheRounding() {
        // 0.1 + 0.2 is more than 0.3 in floating point.
        String content = list("Parameters", parameter("x", "0"))
                + list("Events", event(at(0.1), "<delay>" + math("<cn>0.2</cn>") + "</delay>", "x", "<cn>1</cn>"));
        double[][] values = run(content, 1, 10, "x");
        assertThat(values[2][0]).isZero();
        assertThat(values[3][0]).isEqualTo(1);
    }

    @Test
    void theEventOfHigherPriorityGoesFirst() {
        String first = "<priority>" + math("<cn>2</cn>") + "</priority>";
        String second = "<priority>" + math("<cn>1</cn>") + "</priority>";
        String late = "<apply><times/><ci>x</ci><cn>10</cn></apply>";
        String content = list("Parameters", parameter("x", "1") + parameter("y", "0"))
                + list(
                        "Events",
                        event(at(1), second, "y", late)
                                        .replace(
                                                "useValuesFromTriggerTime=\"true\"",
                                                "useValuesFromTriggerTime=\"false\"")
                                + event(at(1), first, "x", "<cn>7</cn>"));
        assertThat(run(content, 2, 2, "y")[2][0]).isEqualTo(70);
    }

    @Test
    void anEventThatDoesNotPersistIsCalledOff() {
        String condition = "<apply><and/>" + at(1) + "<apply><lt/>" + TIME + "<cn>1.5</cn></apply></apply>";
        String delayed = event(condition, "<delay>" + math("<cn>1</cn>") + "</delay>", "x", "<cn>1</cn>");
        String content = list("Parameters", parameter("x", "0"));
        assertThat(run(content + list("Events", delayed), 4, 4, "x")[4][0]).isEqualTo(1);
        assertThat(run(
                        content + list("Events", delayed.replace("persistent=\"true\"", "persistent=\"false\"")),
                        4,
                        4,
                        "x")[4][0])
                .isZero();
    }

    @Test
    void anEventCanHappenAtTheStart() {
        String content = list("Parameters", parameter("x", "1"))
                + list(
                        "Events",
                        event(at(0), "", "x", "<cn>2</cn>").replace("initialValue=\"true\"", "initialValue=\"false\""));
        assertThat(run(content, 1, 1, "x")[0][0]).isEqualTo(2);
    }

    @Test
    void aBouncingBallBouncesWhereItMust() {
        // Falls from 1 with g = 2, reaches 0 at time 1 with speed 2, loses half of it, is up again for 1: at 1.5 it
        // stands at 1/4.
        String content = list("Parameters", parameter("h", "1") + parameter("v", "0"))
                + list("Rules", rate("h", "<ci>v</ci>") + rate("v", "<cn>-2</cn>"))
                + list(
                        "Events",
                        event(
                                "<apply><leq/><ci>h</ci><cn>0</cn></apply>",
                                "",
                                "v",
                                "<apply><times/><cn>-0.5</cn><ci>v</ci></apply>"));
        assertThat(run(content, 1.5, 3, "h")[3][0]).isCloseTo(0.25, within(CLOSE));
    }

    @Test
    void anAlgebraicRuleHoldsAtEveryTime() {
        String rule =
                "<algebraicRule>" + math("<apply><minus/><apply><power/><ci>z</ci><cn>2</cn></apply><ci>x</ci></apply>")
                        + "</algebraicRule>";
        String content = list("Parameters", parameter("x", "1") + parameter("z", "1"))
                + list("Rules", rate("x", "<cn>1</cn>") + rule);
        assertThat(run(content, 8, 4, "z")[4][0]).isCloseTo(3, within(CLOSE));
    }

    @Test
    void aValueOfThePastIsThatOfThen() {
        String delayed =
                "<apply><csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/delay\">d</csymbol>"
                        + "<ci>x</ci><cn>1</cn></apply>";
        // dx/dt = -x(t - 1), x = 1 before 0: 1 - t up to 1, then 1 - t + (t - 1)²/2 up to 2.
        String content = list("Parameters", parameter("x", "1"))
                + list("Rules", rate("x", "<apply><minus/>" + delayed + "</apply>"));
        double[][] values = run(content, 2, 4, "x");
        assertThat(values[2][0]).isCloseTo(0, within(1e-6));
        assertThat(values[4][0]).isCloseTo(-0.5, within(1e-6));
    }

    @Test
    void aBrokenConstraintIsToldWithItsTimesAndChangesNothing() {
        // x = sin t is above one half from pi/6 to 5 pi/6, and y = cos t below two all the time.
        String above = "<constraint>" + math("<apply><leq/><ci>x</ci><cn>0.5</cn></apply>") + "</constraint>";
        String never = "<constraint>" + math("<apply><lt/><ci>y</ci><cn>2</cn></apply>") + "</constraint>";
        String late = "<constraint>" + math("<apply><lt/>" + TIME + "<cn>3</cn></apply>") + "</constraint>";
        String content = list("Parameters", parameter("x", "0") + parameter("y", "1"))
                + list("Rules", rate("x", "<ci>y</ci>") + rate("y", "<apply><minus/><ci>x</ci></apply>"));
        CompiledModel compiled = CompiledModel.of(
                "m.xml",
                SbmlReader.read("m.xml", model(content + list("Constraints", above + never + late)))
                        .model());
        TimeCourse course = Simulator.run(
                compiled,
                new SimulationOptions(0, 4, 2, 1e-9, 1e-6, 1),
                Observables.of(compiled, List.of("x"), Set.of()));
        assertThat(course.breaches()).hasSize(2);
        assertThat(course.breaches().get(0).constraint()).isZero();
        assertThat(course.breaches().get(0).from()).isCloseTo(Math.PI / 6, within(CLOSE));
        assertThat(course.breaches().get(0).until().orElseThrow()).isCloseTo(5 * Math.PI / 6, within(CLOSE));
        assertThat(course.breaches().get(1)).isEqualTo(new ConstraintBreach(2, 3, OptionalDouble.empty()));
        assertThat(course.values()[2][0]).isCloseTo(Math.sin(4), within(CLOSE));
    }

    @Test
    void aRateOfChangeIsThatOfTheRule() {
        String rateOf =
                "<apply><csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/rateOf\">r</csymbol>"
                        + "<ci>x</ci></apply>";
        String content = list("Parameters", parameter("x", "1") + parameter("y", ""))
                + list("Rules", rate("x", "<apply><minus/><ci>x</ci></apply>") + assignment("y", rateOf));
        assertThat(run(content, 1, 1, "y")[1][0]).isCloseTo(-Math.exp(-1), within(CLOSE));
    }

    @Test
    void amountsStayWhenTheCompartmentGrows() {
        String content = decay("size=\"1\"", "initialConcentration=\"4\"", "0")
                .replace("constant=\"true\"/>\n</listOfCompartments>", "constant=\"false\"/>\n</listOfCompartments>")
                .replace("</listOfParameters>", "</listOfParameters>" + list("Rules", rate("c", "<cn>1</cn>")));
        assertThat(run(content, 3, 3, "S")[3][0]).isCloseTo(1, within(CLOSE));
    }

    @Test
    void theSameSeedGivesTheSameOrderOfEvents() {
        String content = list("Parameters", parameter("x", "0"))
                + list("Events", event(at(1), "", "x", "<cn>1</cn>") + event(at(1), "", "x", "<cn>2</cn>"));
        assertThat(run(content, 2, 2, "x")).isDeepEqualTo(run(content, 2, 2, "x"));
    }

    /** A step across the end of the pulse looks accurate at its end and is far off within; also beside a function of states. */
    @Test
    void aPulseIsFollowedHoweverFast() {
        String pulse = "<piecewise><piece><cn>1e8</cn><apply><leq/>" + TIME
                + "<cn>3600</cn></apply></piece><otherwise><cn>0</cn></otherwise></piecewise>";
        String fast = "<apply><times/><cn>1e6</cn><apply><minus/>" + pulse + "<ci>y</ci></apply></apply>";
        String content =
                list("Parameters", parameter("y", "0") + parameter("seen", "0")) + list("Rules", rate("y", fast));
        String watch = event("<apply><gt/><ci>y</ci><cn>2e8</cn></apply>", "", "seen", "<cn>1</cn>");
        for (String model : List.of(content, content + list("Events", watch))) {
            double[][] values = run(model, 7200, 8, "y", "seen");
            for (int i = 1; i <= 4; i++) {
                assertThat(values[i][0]).as("at " + 900 * i).isCloseTo(1e8, within(1.0));
            }
            for (int i = 5; i <= 8; i++) {
                assertThat(values[i][0]).isCloseTo(0, within(CLOSE));
            }
            assertThat(values[8][1]).isZero();
        }
    }
}
