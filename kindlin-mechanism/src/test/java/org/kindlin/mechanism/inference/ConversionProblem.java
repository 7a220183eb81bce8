package org.kindlin.mechanism.inference;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.kindlin.mechanism.petab.PetabProblem;
import org.kindlin.mechanism.petab.PetabReader;

/**
 * A problem of the reaction A to B and back, A starting at {@code a0} and B at {@code b0} (or at 1 where {@code b0} is not
 * wanted), written as files. Tables are given with blanks between cells and slashes between lines.
 */
record ConversionProblem(
        String conditions,
        String measurements,
        String observables,
        String parameters,
        String constants,
        boolean assignsB) {
    private static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">";

    PetabProblem read(Path folder) {
        try {
            Files.writeString(folder.resolve("p.yaml"), """
                    format_version: 1
                    parameter_file: parameters.tsv
                    problems:
                    - condition_files: [conditions.tsv]
                      measurement_files: [measurements.tsv]
                      observable_files: [observables.tsv]
                      sbml_files: [model.xml]
                    """);
            Files.writeString(folder.resolve("conditions.tsv"), table(conditions));
            Files.writeString(folder.resolve("measurements.tsv"), table(measurements));
            Files.writeString(folder.resolve("observables.tsv"), table(observables));
            Files.writeString(folder.resolve("parameters.tsv"), table(parameters));
            Files.writeString(folder.resolve("model.xml"), model());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return PetabReader.read(folder.resolve("p.yaml"));
    }

    private static String table(String text) {
        return text.replaceAll(" +", "\t").replace('/', '\n').replace('~', ' ') + "\n";
    }

    private String model() {
        StringBuilder given = new StringBuilder();
        for (String each : constants.split(" ", -1)) {
            String[] pair = each.split("=", -1);
            given.append("<parameter id=\"%s\" value=\"%s\" constant=\"true\"/>".formatted(pair[0], pair[1]));
        }
        String start = "<initialAssignment symbol=\"%s\">" + MATH + "<ci>%s</ci></math></initialAssignment>";
        return """
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2"><model id="conversion">
                <listOfCompartments><compartment id="cell" size="1" spatialDimensions="3" constant="true"/></listOfCompartments>
                <listOfSpecies>%s%s</listOfSpecies>
                <listOfParameters>%s</listOfParameters>
                <listOfInitialAssignments>%s%s</listOfInitialAssignments>
                <listOfReactions>%s%s</listOfReactions>
                </model></sbml>
                """.formatted(
                        species("A"),
                        species("B"),
                        given,
                        start.formatted("A", "a0"),
                        assignsB ? start.formatted("B", "b0") : "",
                        reaction("fwd", "A", "B", "k1"),
                        reaction("rev", "B", "A", "k2"));
    }

    private static String species(String id) {
        return "<species id=\"" + id
                + "\" compartment=\"cell\" initialConcentration=\"1\" hasOnlySubstanceUnits=\"false\""
                + " boundaryCondition=\"false\" constant=\"false\"/>";
    }

    private static String reaction(String id, String from, String to, String rate) {
        return ("<reaction id=\"%s\" reversible=\"false\"><listOfReactants>%s</listOfReactants><listOfProducts>%s"
                        + "</listOfProducts><kineticLaw>%s<apply><times/><ci>cell</ci><ci>%s</ci><ci>%s</ci></apply></math>"
                        + "</kineticLaw></reaction>")
                .formatted(id, reference(from), reference(to), MATH, rate, from);
    }

    private static String reference(String species) {
        return "<speciesReference species=\"" + species + "\" stoichiometry=\"1\" constant=\"true\"/>";
    }
}
