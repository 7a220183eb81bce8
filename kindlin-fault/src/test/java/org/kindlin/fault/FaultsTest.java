package org.kindlin.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;

class FaultsTest {

    @Test
    void aFaultIsOneLineWhateverTheFileSays() {
        assertThat(new Fault("a.csv", "line 3", "'x\ny\u2028z' is no number", "write a number"))
                .hasToString("a.csv:line 3: 'x y z' is no number (write a number)");
    }

    @Test
    void withoutAPlaceNoColonIsLeftOver() {
        assertThat(new Fault("a.csv", "", "no such file", "check the path"))
                .hasToString("a.csv: no such file (check the path)");
    }

    @Test
    void differentFaultsAreAllTold() {
        Faults faults = new Faults();
        for (int line = 1; line <= 200; line++) {
            faults.add("a.csv", "line " + line, "'" + line + "x' is no number", "write a number");
        }
        assertThat(thrown(faults).faults()).hasSize(200);
    }

    @Test
    void faultsThatDifferOnlyInPlaceAreCountedAfterTheTenth() {
        Faults faults = new Faults();
        for (int line = 1; line <= 280; line++) {
            faults.add("a.csv", "line " + line, "the cell is empty", "fill it");
        }
        faults.add("a.csv", "line 300", "something else", "mend it");
        assertThat(thrown(faults).faults())
                .hasSize(12)
                .contains(new Fault("a.csv", "", "270 more like it: the cell is empty", "fill it"));
    }

    private static InputFaultException thrown(Faults faults) {
        return catchThrowableOfType(InputFaultException.class, faults::throwIfAny);
    }
}
