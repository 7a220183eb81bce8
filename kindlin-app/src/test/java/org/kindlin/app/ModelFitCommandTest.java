package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A decay x' = -k x from 2, measured at three times, and a dose at a time that is known. */
class ModelFitCommandTest {
    @TempDir
    private Path folder;

    private void write(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
    }

    @BeforeEach
    void problem() throws IOException {
        write("p.yaml", """
                format_version: 1
                parameter_file: parameters.tsv
                problems:
                - condition_files: [conditions.tsv]
                  measurement_files: [measurements.tsv]
                  observable_files: [observables.tsv]
                  sbml_files: [model.xml]
                """);
        write(
                "parameters.tsv",
                "parameterId\tparameterScale\tlowerBound\tupperBound\tnominalValue\testimate\nk\tlog10\t1e-3\t1e3\t0.5\t1\n");
        write("conditions.tsv", "conditionId\tx\nc0\t2\n");
        write(
                "measurements.tsv",
                "observableId\tsimulationConditionId\ttime\tmeasurement\no\tc0\t1\t1.2\no\tc0\t2\t0.8\no\tc0\t4\t1.3\n");
        write("observables.tsv", "observableId\tobservableFormula\tnoiseFormula\no\tx\t0.1\n");
        write("model.xml", """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
                 <model><listOfParameters>
                  <parameter id="k" value="1" constant="true"/>
                  <parameter id="x" value="1" constant="false"/></listOfParameters>
                  <listOfRules><rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">
                   <apply><minus/><apply><times/><ci>k</ci><ci>x</ci></apply></apply></math></rateRule></listOfRules>
                  <listOfEvents><event useValuesFromTriggerTime="true">
                   <trigger initialValue="true" persistent="true"><math xmlns="http://www.w3.org/1998/Math/MathML">
                    <apply><geq/><csymbol encoding="text" definitionURL="http://www.sbml.org/sbml/symbols/time">t</csymbol>
                     <cn>3</cn></apply></math></trigger>
                   <listOfEventAssignments><eventAssignment variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">
                    <apply><plus/><ci>x</ci><cn>1.5</cn></apply></math></eventAssignment></listOfEventAssignments>
                  </event></listOfEvents>
                 </model></sbml>
                """);
    }

    @Test
    void predictionsAreWrittenWithTheirIntervals() throws IOException {
        Path out = folder.resolve("out");
        Terminal run = Terminal.run(
                "model",
                "fit",
                folder.resolve("p.yaml").toString(),
                "--starts",
                "2",
                "--predict",
                "--points",
                "4",
                "--out",
                out.toString());
        assertThat(run.err()).isEmpty();
        assertThat(run.exit()).isZero();
        assertThat(run.out()).contains("95 % prediction intervals");
        List<String> rows = Files.readAllLines(out.resolve("predictions.csv"));
        assertThat(rows).hasSize(5);
        String[] start = rows.get(1).split(",", -1);
        assertThat(start[5]).as("the start is given").isEqualTo(start[4]);
        String[] last = rows.get(4).split(",", -1);
        assertThat(Double.parseDouble(last[5])).isLessThan(Double.parseDouble(last[4]));
        assertThat(Double.parseDouble(last[6])).isGreaterThan(Double.parseDouble(last[4]));
        // at time 4: 2 exp(-4 k) + 1.5 exp(-k) for the k that was found
        assertThat(Double.parseDouble(last[4])).isCloseTo(1.2, within(0.15));
        assertThat(Files.readString(out.resolve("predictions.svg"))).contains("<svg");
        assertThat(out.resolve("fit.json")).exists();
    }

    @Test
    void aCurveNeedsTwoTimes() {
        assertThat(Terminal.run("model", "fit", folder.resolve("p.yaml").toString(), "--points", "1")
                        .exit())
                .isEqualTo(ExitCode.USAGE);
    }
}
