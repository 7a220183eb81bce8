package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelSimulateCommandTest {
    private static final String DECAY = """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
              <model id="decay" timeUnits="second" substanceUnits="mole" volumeUnits="litre" extentUnits="mole">
                <listOfCompartments><compartment id="c" spatialDimensions="3" size="2" constant="true"/></listOfCompartments>
                <listOfSpecies>
                  <species id="S" compartment="c" initialConcentration="3" hasOnlySubstanceUnits="false" boundaryCondition="false" constant="false"/>
                </listOfSpecies>
                <listOfParameters><parameter id="k" value="0.5" units="second" constant="true"/><parameter id="big" value="INF" constant="true"/></listOfParameters>
                <listOfReactions>
                  <reaction id="R" reversible="false">
                    <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
                    <kineticLaw><math xmlns="http://www.w3.org/1998/Math/MathML">
                      <apply><times/><ci>c</ci><ci>k</ci><ci>S</ci></apply>
                    </math></kineticLaw>
                  </reaction>
                </listOfReactions>
              </model>
            </sbml>
            """;

    @TempDir
    private Path folder;

    private String model(String text) throws IOException {
        return Files.writeString(folder.resolve("decay.xml"), text).toString();
    }

    @Test
    void theTableHasTimeFirstAndThenWhatWasAskedInThatOrder() throws IOException {
        Terminal run = Terminal.run(
                "model", "simulate", model(DECAY), "--end", "4", "--steps", "2", "--variables", "R,S,k,big,c", "--csv");
        assertThat(run.exit()).isZero();
        assertThat(run.err()).isEmpty();
        String[] lines = run.out().split("\n", -1);
        assertThat(lines[0]).isEqualTo("time,R,S,k,big,c");
        assertThat(lines[1]).isEqualTo("0,3,3,0.5,INF,2");
        assertThat(lines).hasSize(5);
        assertThat(Double.parseDouble(lines[3].split(",", -1)[2])).isCloseTo(3 * Math.exp(-2), within(1e-7));
    }

    @Test
    void aBrokenConstraintIsToldWithItsTime() throws IOException {
        String constraint = """
                <listOfConstraints><constraint><math xmlns="http://www.w3.org/1998/Math/MathML">
                  <apply><gt/><ci>S</ci><cn>1.5</cn></apply></math>
                  <message><p xmlns="http://www.w3.org/1999/xhtml">too little S</p></message></constraint></listOfConstraints>
                <listOfReactions>""";
        Terminal run = Terminal.run(
                "model",
                "simulate",
                model(DECAY.replace("<listOfReactions>", constraint)),
                "--end",
                "4",
                "--steps",
                "1",
                "--csv");
        assertThat(run.exit()).isZero();
        // 3 exp(-t/2) is 1.5 at 2 ln 2
        assertThat(run.err()).contains("constraint 'S > 1.5' does not hold from time 1.38629 to the end: too little S");
    }

    @Test
    void speciesAreAmountsWhereThatIsAsked() throws IOException {
        Terminal run = Terminal.run(
                "model",
                "simulate",
                model(DECAY),
                "--end",
                "4",
                "--steps",
                "1",
                "--variables",
                "S",
                "--amounts",
                "S",
                "--csv");
        assertThat(run.out().split("\n", -1)[1]).isEqualTo("0,6");
    }

    @Test
    void faultsAreOneLineAndNothingElse() throws IOException {
        Terminal run = Terminal.run(
                "model", "simulate", model(DECAY.replace("<ci>k</ci>", "<ci>K</ci>")), "--end", "1", "--csv");
        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().strip())
                .matches(
                        ".*decay.xml:line \\d+: uses 'K', which the model does not define, did you mean 'k'\\? \\(.*\\)");
    }

    @Test
    void anUnknownVariableIsAFault() throws IOException {
        Terminal run = Terminal.run("model", "simulate", model(DECAY), "--end", "1", "--variables", "T", "--csv");
        assertThat(run.exit()).isEqualTo(ExitCode.INPUT);
        assertThat(run.err()).contains("the model has no 'T'");
    }

    @Test
    void anEndIsNeeded() throws IOException {
        assertThat(Terminal.run("model", "simulate", model(DECAY)).exit()).isEqualTo(ExitCode.USAGE);
        assertThat(Terminal.run("model", "simulate", model(DECAY), "--end", "-1")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void unitsAreChecked() throws IOException {
        Terminal run = Terminal.run("model", "check", model(DECAY));
        assertThat(run.exit()).isZero();
        assertThat(run.out())
                .contains("the speed of 'R' should be in mole second^-1 and is in mole second")
                .contains("can be simulated: 1 states, 1 reactions, 0 events");
        assertThat(Terminal.run("model", "check", model(DECAY.replace("units=\"second\"", "")))
                        .out())
                .doesNotContain("should be");
    }
}
