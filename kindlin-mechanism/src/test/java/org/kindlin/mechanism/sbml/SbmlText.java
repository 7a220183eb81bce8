package org.kindlin.mechanism.sbml;

import java.nio.charset.StandardCharsets;

/** SBML documents for tests, put together from their parts. */
public final class SbmlText {
    public static final String MATH = "<math xmlns=\"http://www.w3.org/1998/Math/MathML\">%s</math>";
    public static final String TIME =
            "<csymbol encoding=\"text\" definitionURL=\"http://www.sbml.org/sbml/symbols/time\">t</csymbol>";

    private SbmlText() {}

    /** A Level 3 Version 2 document with this in its model. */
    public static byte[] model(String content) {
        return ("""
                <?xml version="1.0" encoding="UTF-8"?>
                <sbml xmlns="http://www.sbml.org/sbml/level3/version2/core" level="3" version="2">
                  <model id="m">
                """ + content + "\n  </model>\n</sbml>\n").getBytes(StandardCharsets.UTF_8);
    }

    public static String math(String formula) {
        return MATH.formatted(formula);
    }

    public static String parameter(String id, String value) {
        String attribute = value.isEmpty() ? "" : "value=\"" + value + "\" ";
        return "<parameter id=\"" + id + "\" " + attribute + "constant=\"false\"/>\n";
    }

    public static String assignment(String variable, String formula) {
        return "<assignmentRule variable=\"" + variable + "\">" + math(formula) + "</assignmentRule>\n";
    }

    public static String rate(String variable, String formula) {
        return "<rateRule variable=\"" + variable + "\">" + math(formula) + "</rateRule>\n";
    }

    public static String list(String name, String items) {
        return "<listOf" + name + ">\n" + items + "</listOf" + name + ">\n";
    }

    /** A species S that decays with rate k S in a compartment c. */
    public static String decay(String size, String initial, String rate) {
        return list("Compartments", "<compartment id=\"c\" spatialDimensions=\"3\" " + size + " constant=\"true\"/>\n")
                + list(
                        "Species",
                        "<species id=\"S\" compartment=\"c\" " + initial
                                + " hasOnlySubstanceUnits=\"false\" boundaryCondition=\"false\" constant=\"false\"/>\n")
                + list("Parameters", "<parameter id=\"k\" value=\"" + rate + "\" constant=\"true\"/>\n")
                + list(
                        "Reactions",
                        """
                        <reaction id="R" reversible="false">
                        <listOfReactants><speciesReference species="S" stoichiometry="1" constant="true"/></listOfReactants>
                        <kineticLaw>""" + math("<apply><times/><ci>k</ci><ci>S</ci></apply>") + "</kineticLaw></reaction>\n");
    }
}
