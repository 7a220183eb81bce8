package org.kindlin.mechanism.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.antimony.AntimonyReader;
import org.kindlin.mechanism.antimony.AntimonyWriter;
import org.kindlin.mechanism.antimony.Imports;
import org.kindlin.mechanism.export.Influence.Sign;
import org.kindlin.mechanism.library.ModelLibrary;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.sbml.SbmlReader;
import org.kindlin.mechanism.sbml.SbmlWriter;
import org.w3c.dom.Document;

class NetworkExportTest {

    @Test
    void modifiersStimulateOrInhibitAsTheirRateLawSays() {
        Model model =
                antimony("J: A -> B; k*A*E/(Km + A)/(1 + I/Ki)*(1 + M - M^2)\nspecies E, I, M; => A; 1; B => ; B");
        Network network = Network.of(model);
        assertThat(network.edges())
                .contains(
                        new Network.Edge("A", "J", Network.Kind.CONSUMPTION, 1),
                        new Network.Edge("J", "B", Network.Kind.PRODUCTION, 1),
                        new Network.Edge("E", "J", Network.Kind.STIMULATION, 1),
                        new Network.Edge("I", "J", Network.Kind.INHIBITION, 1),
                        new Network.Edge("M", "J", Network.Kind.MODULATION, 1));
        String sbgn = SbgnMl.write(model);
        assertThat(sbgn).contains("class=\"empty set\"", "class=\"inhibition\"", "class=\"process\"");
    }

    @Test
    void directionsAreFollowedThroughRulesAndSaturation() {
        assertThat(sign("x/(k + x)")).isEqualTo(Sign.UP);
        assertThat(sign("1/(k + x)")).isEqualTo(Sign.DOWN);
        assertThat(sign("a*(1 - x)")).isEqualTo(Sign.DOWN);
        assertThat(sign("exp(-x)")).isEqualTo(Sign.DOWN);
        assertThat(sign("r*2")).isEqualTo(Sign.DOWN);
        assertThat(sign("sin(x)")).isEqualTo(Sign.EITHER);
        assertThat(sign("k + 1")).isEqualTo(Sign.NONE);
    }

    private static Sign sign(String formula) {
        Model model = antimony("x = 1; k = 1; a = 1; r := 1 - x; z := " + formula);
        Expression read = model.rules().stream()
                .filter(rule ->
                        rule instanceof Rule.Assignment one && one.variable().equals("z"))
                .findFirst()
                .orElseThrow()
                .formula();
        return new Influence(model).of("x", read);
    }

    @ParameterizedTest
    @MethodSource("models")
    void everyModelOfTheLibraryIsWellFormedInBothFormats(String name) throws Exception {
        Model model = ModelLibrary.model(name);
        assertThat(parse(GraphMl.write(model)).getElementsByTagName("node").getLength())
                .isEqualTo(model.species().size() + model.reactions().size());
        assertThat(parse(SbgnMl.write(model)).getElementsByTagName("map").getLength())
                .isEqualTo(1);
    }

    /** Antimony to SBML and back to Antimony: the same text. */
    @ParameterizedTest
    @MethodSource("models")
    void everyModelOfTheLibraryGoesThroughSbmlUnchanged(String name) {
        Model model = ModelLibrary.model(name);
        byte[] sbml = SbmlWriter.write(model).getBytes(StandardCharsets.UTF_8);
        Model back = SbmlReader.read(name + ".xml", sbml).model();
        assertThat(written(back)).isEqualTo(written(model));
    }

    static Stream<String> models() {
        return ModelLibrary.names().stream();
    }

    private static String written(Model model) {
        Faults faults = new Faults();
        Optional<String> text = AntimonyWriter.write("m", model, faults);
        assertThat(faults.all()).isEmpty();
        return text.orElseThrow();
    }

    private static Document parse(String xml) throws Exception {
        return DocumentBuilderFactory.newDefaultInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private static Model antimony(String text) {
        Faults faults = new Faults();
        Optional<Model> model = AntimonyReader.read("m.ant", text, Imports.NONE, faults);
        assertThat(faults.all()).isEmpty();
        return model.orElseThrow();
    }
}
