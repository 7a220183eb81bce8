package org.kindlin.mechanism.sbml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.compile.CompiledModel;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Operator;

class SbmlReaderTest {
    @Test
    void oneOfEverythingIsRead() {
        SbmlDocument document = SbmlReader.read("everything.xml", SbmlFuzz.document());
        Model model = document.model();
        assertThat(document.level()).isEqualTo(3);
        assertThat(document.warnings()).isEmpty();
        assertThat(model.functions()).hasSize(1);
        assertThat(model.parameters()).extracting("id").contains("A__x").doesNotContain("x");
        assertThat(model.compartments()).extracting("id").containsExactly("c", "grows");
        assertThat(model.rules()).hasSize(6);
        assertThat(model.initialAssignments().getFirst().value())
                .isEqualTo(Expression.apply(Operator.ROOT, Expression.number(3), Expression.number(0.125)));
        assertThat(model.events().getFirst().trigger().persistent()).isFalse();
        assertThat(model.fluxBalance().orElseThrow().bounds()).hasSize(2);
        assertThat(model.remarks().notes()).contains("One of each");
        assertThat(CompiledModel.of("m", model).equations().states())
                .extracting("id")
                .contains("S", "P", "r", "z", "grows", "A__x");
    }

    @Test
    void whatIsDamagedIsReadOrRefused() {
        int[] counts = SbmlFuzz.run(150, 11);
        assertThat(counts[0]).isGreaterThan(10);
        assertThat(counts[1]).isGreaterThan(40);
    }

    @Test
    void everyFaultIsToldAtOnce() {
        String text = new String(SbmlFuzz.document(), StandardCharsets.UTF_8)
                .replace("size=\"2\"", "size=\"two\"")
                .replace("initialAmount=\"0.5\"", "initialAmount=\"0.5\" initialConcentration=\"1\"")
                .replace("persistent=\"false\"", "persistent=\"no\"");
        assertThatThrownBy(() -> SbmlReader.read("m.xml", text.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOf(InputFaultException.class)
                .hasMessageContaining("size is 'two'")
                .hasMessageContaining("an initial amount and an initial concentration")
                .hasMessageContaining("persistent is 'no'");
    }

    @Test
    void levelTwoDefaultsAreFilledIn() {
        String text = """
                <sbml xmlns="http://www.sbml.org/sbml/level2/version4" level="2" version="4"><model id="m">
                <listOfCompartments><compartment id="c" size="1"/></listOfCompartments>
                <listOfSpecies><species id="S" compartment="c" initialAmount="1"/></listOfSpecies>
                <listOfReactions><reaction id="R"><listOfReactants><speciesReference species="S"/></listOfReactants></reaction></listOfReactions>
                </model></sbml>""";
        Model model =
                SbmlReader.read("m.xml", text.getBytes(StandardCharsets.UTF_8)).model();
        assertThat(model.compartments().getFirst().constant()).isTrue();
        assertThat(model.compartments().getFirst().dimensions()).hasValue(3);
        assertThat(model.reactions().getFirst().reactants().getFirst().stoichiometry())
                .hasValue(1);
        assertThat(model.unitDefinitions()).extracting("id").contains("substance", "volume", "time");
    }
}
