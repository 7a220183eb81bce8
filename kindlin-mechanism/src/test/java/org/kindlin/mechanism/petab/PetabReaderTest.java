package org.kindlin.mechanism.petab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

class PetabReaderTest {
    @TempDir
    Path folder;

    private final Map<String, String> files = new TreeMap<>(Map.of(
            "p.yaml",
            """
            format_version: 1
            parameter_file: parameters.tsv
            problems:
            - condition_files: [conditions.tsv]
              measurement_files: [measurements.tsv]
              observable_files: [observables.tsv]
              sbml_files: [model.xml]
            """,
            "parameters.tsv",
            "parameterId\tparameterScale\tlowerBound\tupperBound\tnominalValue\testimate\nk\tlog10\t1e-3\t1e3\t0.5\t1\n",
            "conditions.tsv",
            "conditionId\tx\nc0\t2\nc1\tNaN\n",
            "measurements.tsv",
            "observableId\tsimulationConditionId\ttime\tmeasurement\tnoiseParameters\no\tc0\t1\t1.2\t0.1\no\tc1\tinf\t0.1\t0.2\n",
            "observables.tsv",
            "observableId\tobservableFormula\tnoiseFormula\no\tx\tnoiseParameter1_o\n",
            "model.xml",
            """
            <?xml version="1.0" encoding="UTF-8"?>
            <sbml xmlns="http://www.sbml.org/sbml/level3/version1/core" level="3" version="1">
             <model><listOfParameters>
              <parameter id="k" value="1" constant="true"/>
              <parameter id="x" value="1" constant="false"/></listOfParameters>
              <listOfRules><rateRule variable="x"><math xmlns="http://www.w3.org/1998/Math/MathML">
               <apply><minus/><apply><times/><ci>k</ci><ci>x</ci></apply></apply></math></rateRule></listOfRules>
             </model></sbml>
            """));

    private PetabProblem read() throws IOException {
        for (Map.Entry<String, String> file : files.entrySet()) {
            Files.writeString(folder.resolve(file.getKey()), file.getValue());
        }
        return PetabReader.read(folder.resolve("p.yaml"));
    }

    private List<Fault> faults() {
        return catchThrowableOfType(InputFaultException.class, this::read).faults();
    }

    @Test
    void aProblemIsReadWithAllItsTables() throws IOException {
        PetabProblem problem = read();
        assertThat(problem.estimated()).hasSize(1);
        assertThat(problem.conditions().get(0).changes())
                .containsExactly(new Condition.Change("x", new PetabValue.Literal(2)));
        assertThat(problem.conditions().get(1).changes()).isEmpty();
        assertThat(problem.measurements().get(1).time()).isInfinite();
    }

    @Test
    void allFaultsOfAllTablesAreToldAtOnce() {
        files.put("conditions.tsv", "conditionId\ty\nc0\t2\n");
        files.put(
                "measurements.tsv",
                "observableId\tsimulationConditionId\ttime\tmeasurement\to\nq\tc9\t1\t1.2\no\tc0\t-1\tabc\n");
        assertThat(faults())
                .extracting(Fault::problem)
                .anySatisfy(each -> assertThat(each).contains("'abc'"));
        files.put(
                "measurements.tsv",
                "observableId\tsimulationConditionId\ttime\tmeasurement\nq\tc9\t1\t1.2\no\tc0\t1\t3\n");
        assertThat(faults())
                .extracting(Fault::toString)
                .contains(
                        "conditions.tsv:column y: the model has no 'y' (name a parameter, species or compartment of the model)",
                        "measurements.tsv:line 2: no observable 'q' (add it to the observable table)",
                        "measurements.tsv:line 2: no condition 'c9' (add it to the condition table)");
    }

    @Test
    void noFileOutsideTheFolderIsOpened() {
        String yaml = files.getOrDefault("p.yaml", "");
        for (String path : List.of("../model.xml", "/etc/passwd", "a/../../b")) {
            files.put("p.yaml", yaml.replace("[model.xml]", "[" + path + "]"));
            assertThat(faults())
                    .extracting(Fault::problem)
                    .anySatisfy(each -> assertThat(each).contains("outside"));
        }
    }

    @Test
    void ruinedFilesGiveFaultsAndNothingElse() throws IOException {
        RandomStream stream = RandomStream.ofSeed(11);
        List<String> names = List.copyOf(files.keySet());
        int refused = 0;
        for (int k = 0; k < 60; k++) {
            String name = names.get(stream.nextInt(names.size()));
            String whole = files.getOrDefault(name, "");
            byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
            for (int n = stream.nextInt(4); n >= 0; n--) {
                bytes[stream.nextInt(bytes.length)] = (byte) stream.nextInt(128);
            }
            files.put(name, new String(bytes, StandardCharsets.UTF_8));
            try {
                read();
            } catch (InputFaultException e) {
                refused++;
            }
            files.put(name, whole);
        }
        assertThat(refused).isPositive();
    }

    @Test
    void aPlaceholderThatNothingFillsAndAParameterThatNothingUsesAreTold() {
        files.put(
                "measurements.tsv",
                "observableId\tsimulationConditionId\ttime\tmeasurement\tnoiseParameters\no\tc0\t1\t1.2\t0.1\no\tc1\tinf\t0.1\t\n");
        files.put("parameters.tsv", """
                parameterId\tparameterScale\tlowerBound\tupperBound\tnominalValue\testimate
                k\tlog10\t1e-3\t1e3\t0.5\t1
                k_1\tlog10\t1e-3\t1e3\t0.5\t1
                unused\tlog10\t1e-3\t1e3\t0.5\t0
                """);
        assertThat(faults())
                .extracting(Fault::toString)
                .satisfiesExactly(
                        one -> assertThat(one).contains("line 3").contains("noiseParameter1_o"),
                        two -> assertThat(two).contains("k_1").contains("uses it"));
    }
}
