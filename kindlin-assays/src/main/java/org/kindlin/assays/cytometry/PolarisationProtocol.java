package org.kindlin.assays.cytometry;

import java.util.List;
import java.util.stream.Stream;

/**
 * How macrophage polarisation is measured.
 *
 * @param m1 markers of M1 macrophages
 * @param m2 markers of M2 macrophages
 * @param markers marker to channel, where stated; others are found by {@code $PnS}
 * @param population gate of the cells that are scored; empty for the gate {@code macrophages}, or all events without one
 * @param cofactor what medians are divided by before the inverse hyperbolic sine
 * @param controls fluorescence-minus-one, isotype or unstained files by the marker they are for
 * @param controlQuantile share of the control's events that is called negative
 * @param doses dose of each file
 * @param doseUnit unit of the doses
 * @param donors donor of each file
 * @param conditions what is said of cells and protocol
 */
public record PolarisationProtocol(
        List<String> m1,
        List<String> m2,
        FileMap markers,
        String population,
        double cofactor,
        FileMap controls,
        double controlQuantile,
        FileMap doses,
        String doseUnit,
        FileMap donors,
        Conditions conditions) {
    public PolarisationProtocol {
        m1 = List.copyOf(m1);
        m2 = List.copyOf(m2);
    }

    /** Markers of both sides, M1 before M2. */
    List<String> scored() {
        return Stream.concat(m1.stream(), m2.stream()).distinct().toList();
    }

    /**
     * What is said of cells and protocol; empty texts are not stated.
     *
     * @param cells such as {@code RAW 264.7}
     * @param permeabilised {@code yes} or {@code no}
     * @param drug when the compound was added, relative to polarisation
     */
    public record Conditions(String cells, String permeabilised, String drug) {}
}
