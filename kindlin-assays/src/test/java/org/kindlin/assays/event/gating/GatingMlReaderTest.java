package org.kindlin.assays.event.gating;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.input.RawFile;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;

class GatingMlReaderTest {
    private static final String OPEN =
            "<g:Gating-ML xmlns:g=\"http://www.isac-net.org/std/Gating-ML/v2.0/gating\" xmlns:d=\"d\" xmlns:t=\"t\">";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "<g:RectangleGate g:id='A'/> | has no dimension",
                "<g:RectangleGate/> | has no attribute 'id'",
                "<g:BooleanGate g:id='A'><g:not><g:gateReference g:ref='B'/></g:not></g:BooleanGate> | refers to gate 'B'",
                "<g:BooleanGate g:id='A'><g:not><g:gateReference g:ref='A'/></g:not></g:BooleanGate> | depends on itself",
                "<g:BooleanGate g:id='A'><g:not/></g:BooleanGate> | 0 references",
                "<t:transformation t:id='T'><t:logicle t:T='1' t:W='9' t:M='1' t:A='0'/></t:transformation> | W = 9",
                "<t:transformation t:id='T'><t:flog t:T='x' t:M='1'/></t:transformation> | 'x' is no number",
                "<g:Bogus/> | is no gate",
                "<g:PolygonGate g:id='A'/> | 0 dimensions and 0 vertices"
            })
    void whatMeansNothingIsOneFault(String element, String problem) {
        assertThat(faults(OPEN + element.replace('\'', '"') + "</g:Gating-ML>"))
                .hasSize(1)
                .first()
                .asString()
                .contains(problem);
    }

    @Test
    void entitiesAndDocumentTypesAreRefused() {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/passwd\">]>" + OPEN
                + "&b;</g:Gating-ML>";

        assertThat(faults(bomb)).hasSize(1).first().asString().contains("cannot be read as XML");
    }

    @Test
    void gatesOfVersionOneAreRefusedByName() {
        String old = "<g:Gating-ML xmlns:g=\"http://www.isac-net.org/std/Gating-ML/v1.5/gating\"/>";

        assertThat(faults(old)).hasSize(1).first().asString().contains("Gating-ML 1");
    }

    private static List<Fault> faults(String text) {
        Faults faults = new Faults();
        assertThat(GatingMlReader.read(new RawFile("g.xml", text.getBytes(StandardCharsets.UTF_8)), faults))
                .isEmpty();
        return faults.all();
    }
}
