package org.kindlin.mechanism.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.kindlin.mechanism.sbml.SbmlText.TIME;
import static org.kindlin.mechanism.sbml.SbmlText.assignment;
import static org.kindlin.mechanism.sbml.SbmlText.decay;
import static org.kindlin.mechanism.sbml.SbmlText.list;
import static org.kindlin.mechanism.sbml.SbmlText.math;
import static org.kindlin.mechanism.sbml.SbmlText.model;
import static org.kindlin.mechanism.sbml.SbmlText.parameter;
import static org.kindlin.mechanism.sbml.SbmlText.rate;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.sbml.SbmlReader;

/** What a file may do to us: each of these is answered by one clear line, or by the right numbers. */
class HostileModelsTest {
    @Test
    void entitiesAreRefused() {
        String text = new String(model(list("Parameters", parameter("x", "1"))), StandardCharsets.UTF_8)
                .replace("<sbml", "<!DOCTYPE sbml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>\n<sbml")
                .replace("id=\"m\"", "id=\"m\" name=\"&a;\"");
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8)))
                .contains("line 2")
                .contains("document type");
    }

    @Test
    void formulasOfAMillionLevelsAreRefused() {
        assertThat(refusal(model(nested(1_000_000)))).contains("line 8").contains("500 deep");
    }

    @Test
    void formulasOfFourHundredLevelsAreComputed() {
        assertThat(last(model(nested(400)), "x")).isBetween(0.0, 1.0);
    }

    private static String nested(int levels) {
        String formula = "<apply><sin/>".repeat(levels) + TIME + "</apply>".repeat(levels);
        return list("Parameters", parameter("x", "")) + list("Rules", assignment("x", formula));
    }

    @Test
    void chainsOfRulesMayBeLong() {
        StringBuilder parameters = new StringBuilder();
        StringBuilder rules = new StringBuilder();
        int length = 5_000;
        for (int i = 0; i < length; i++) {
            parameters.append(parameter("x" + i, ""));
            String next = i < length - 1 ? "<ci>x" + (i + 1) + "</ci>" : "<cn>1</cn>";
            rules.append(assignment("x" + i, "<apply><plus/>" + next + "<cn>1</cn></apply>"));
        }
        assertThat(last(model(list("Parameters", parameters.toString()) + list("Rules", rules.toString())), "x0"))
                .isEqualTo(length + 1.0);
    }

    @Test
    void rulesInACircleAreTold() {
        String parameters = parameter("x", "") + parameter("y", "") + parameter("z", "");
        String rules = assignment("x", "<ci>y</ci>") + assignment("y", "<ci>z</ci>") + assignment("z", "<ci>x</ci>");
        assertThat(refusal(model(list("Parameters", parameters) + list("Rules", rules))))
                .contains("line 10")
                .contains("x -> y -> z -> x");
    }

    @Test
    void functionsThatCallFunctionsTwiceTakeNoExponentialTime() {
        StringBuilder functions = new StringBuilder(function("f0", "<apply><sin/><ci>x</ci></apply>"));
        for (int i = 1; i < 60; i++) {
            String call = "<apply><ci>f" + (i - 1) + "</ci><ci>x</ci></apply>";
            functions.append(function("f" + i, "<apply><plus/>" + call + call + "</apply>"));
        }
        String rule = assignment("x", "<apply><ci>f59</ci>" + TIME + "</apply>");
        byte[] text = model(list("FunctionDefinitions", functions.toString())
                + list("Parameters", parameter("x", ""))
                + list("Rules", rule));
        assertThat(last(text, "x")).isEqualTo(Math.pow(2, 59) * Math.sin(1));
    }

    /** Other arguments in each call: nothing is shared, and 60 functions come to 2^60 calls. */
    @Test
    void functionsThatCallFunctionsTwiceWithOtherArgumentsAreTold() {
        StringBuilder functions = new StringBuilder(function("f0", "<apply><sin/><ci>x</ci></apply>"));
        for (int i = 1; i < 60; i++) {
            String call = "<apply><ci>f" + (i - 1) + "</ci><apply><%s/><ci>x</ci></apply></apply>";
            functions.append(
                    function("f" + i, "<apply><plus/>" + call.formatted("sin") + call.formatted("cos") + "</apply>"));
        }
        assertThat(refusal(model(list("FunctionDefinitions", functions.toString())
                        + list("Parameters", parameter("x", ""))
                        + list("Rules", assignment("x", "<apply><ci>f59</ci>" + TIME + "</apply>")))))
                .contains("more than 300000 calls");
    }

    @Test
    void functionsThatCallThemselvesAreTold() {
        String functions = function("f", "<apply><ci>g</ci><ci>x</ci></apply>")
                + function("g", "<apply><ci>f</ci><ci>x</ci></apply>");
        assertThat(refusal(model(list("FunctionDefinitions", functions)))).contains("'f' calls itself");
    }

    private static String function(String id, String body) {
        return "<functionDefinition id=\"" + id + "\">" + math("<lambda><bvar><ci>x</ci></bvar>" + body + "</lambda>")
                + "</functionDefinition>\n";
    }

    @Test
    void whatHasNoNumberIsTold() {
        assertThat(refusal(model(decay("size=\"1\"", "initialConcentration=\"NaN\"", "1"))))
                .contains("line 8")
                .contains("'S' is NaN");
        assertThat(refusal(model(decay("size=\"1\"", "", "1")))).contains("'S' is NaN");
        assertThat(refusal(model(decay("size=\"1\"", "initialConcentration=\"1\"", "NaN"))))
                .contains("because 'k' is NaN");
        assertThat(refusal(model(decay("", "initialConcentration=\"1\"", "1")))).contains("'S' is NaN");
    }

    @Test
    void compartmentsOfNoSizeAreTold() {
        assertThat(refusal(model(decay("size=\"0\"", "initialConcentration=\"1\"", "1"))))
                .contains("line 5")
                .contains("compartment 'c' has size 0");
        assertThat(refusal(model(decay("size=\"0\"", "initialAmount=\"1\"", "1"))))
                .contains("compartment 'c' has size 0");
    }

    @Test
    void solutionsThatExplodeAreTold() {
        String rules = rate("x", "<apply><times/><ci>x</ci><ci>x</ci></apply>");
        assertThat(refusal(model(list("Parameters", parameter("x", "1")) + list("Rules", rules))))
                .contains("integration stopped at time 1.0");
    }

    @Test
    void eventsThatNeverCeaseAreTold() {
        String flip = list(
                "EventAssignments",
                "<eventAssignment variable=\"x\">" + math("<apply><minus/><ci>x</ci></apply>") + "</eventAssignment>");
        String events = event("<apply><gt/><ci>x</ci><cn>0</cn></apply>", flip)
                + event("<apply><lt/><ci>x</ci><cn>0</cn></apply>", flip);
        assertThat(refusal(model(list("Parameters", parameter("x", "1")) + list("Events", events))))
                .contains("without end at time 0");
    }

    private static String event(String condition, String assignments) {
        return "<event useValuesFromTriggerTime=\"true\"><trigger initialValue=\"false\" persistent=\"true\">"
                + math(condition) + "</trigger>" + assignments + "</event>\n";
    }

    @Test
    void algebraicRulesWithoutSolutionAreTold() {
        String rule =
                "<algebraicRule>" + math("<apply><plus/><apply><power/><ci>x</ci><cn>2</cn></apply><cn>1</cn></apply>")
                        + "</algebraicRule>";
        assertThat(refusal(model(list("Parameters", parameter("x", "1")) + list("Rules", rule))))
                .contains("cannot be satisfied");
    }

    @Test
    void whatIsNoSbmlIsTold() {
        assertThat(refusal(new byte[0])).contains("not well-formed");
        assertThat(refusal("<html/>".getBytes(StandardCharsets.UTF_8))).contains("<html>, not <sbml>");
        assertThat(refusal(new String(model(""), StandardCharsets.UTF_8)
                        .replace("level=\"3\"", "level=\"4\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .contains("Level 4");
        assertThat(refusal(new String(model(""), StandardCharsets.UTF_8)
                        .replace(
                                "level=\"3\"",
                                "xmlns:q=\"http://www.sbml.org/sbml/level3/version1/qual/version1\" q:required=\"true\" level=\"3\"")
                        .getBytes(StandardCharsets.UTF_8)))
                .contains("package 'qual'");
    }

    @Test
    void submodelsThatContainThemselvesAreTold() {
        String comp = "xmlns:comp=\"http://www.sbml.org/sbml/level3/version1/comp/version1\" comp:required=\"true\"";
        String text = new String(
                        model(
                                "<comp:listOfSubmodels><comp:submodel comp:id=\"a\" comp:modelRef=\"m\"/></comp:listOfSubmodels>"),
                        StandardCharsets.UTF_8)
                .replace("level=\"3\"", comp + " level=\"3\"");
        assertThat(refusal(text.getBytes(StandardCharsets.UTF_8))).contains("contain themselves");
    }

    private static String refusal(byte[] text) {
        InputFaultException refused = catchThrowableOfType(InputFaultException.class, () -> last(text, "x"));
        assertThat(refused).isNotNull();
        assertThat(refused.faults()).hasSize(1);
        return refused.faults().getFirst().toString();
    }

    private static double last(byte[] text, String variable) {
        CompiledModel model =
                CompiledModel.of("m.xml", SbmlReader.read("m.xml", text).model());
        SimulationOptions options = new SimulationOptions(0, 2, 2, 1e-6, 1e-4, 1);
        Observables observables = model.equations().values().containsKey(variable)
                ? Observables.of(model, List.of(variable), Set.of())
                : Observables.all(model, Set.of());
        return Simulator.run(model, options, observables).values()[1][0];
    }
}
