package org.kindlin.assays.event.gating;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kindlin.fault.Faults;

/** What must hold between the parts of a gating document: every reference leads somewhere, and no gate to itself. */
final class GatingChecks {
    private final String file;
    private final GatingDocument document;
    private final Faults faults;
    private final Set<String> populations = new HashSet<>();

    private GatingChecks(String file, GatingDocument document, Faults faults) {
        this.file = file;
        this.document = document;
        this.faults = faults;
    }

    static void check(String file, GatingDocument document, Faults faults) {
        GatingChecks checks = new GatingChecks(file, document, faults);
        checks.ids();
        document.gates().forEach(checks::gate);
        document.matrices().values().forEach(checks::matrix);
        if (!faults.any()) {
            checks.cycles();
        }
    }

    private void ids() {
        Set<String> all = new HashSet<>();
        for (Gate gate : document.gates()) {
            List<String> named = gate instanceof Gate.Quadrants quadrants
                    ? quadrants.quadrants().stream().map(Gate.Quadrant::id).toList()
                    : List.of(gate.id());
            populations.addAll(named);
            for (String id : named) {
                if (!all.add(id)) {
                    fault("gate " + id, "the id '" + id + "' is given twice", "give each gate an id of its own");
                }
            }
        }
    }

    private void gate(Gate gate) {
        gate.parent().ifPresent(parent -> refersTo(gate, parent));
        gate.dimensions().forEach(dimension -> dimension(gate, dimension));
        switch (gate) {
            case Gate.SetOperation bool -> bool.references().forEach(reference -> refersTo(gate, reference.gate()));
            case Gate.Quadrants quadrants -> quadrants(quadrants);
            case Gate.Ellipsoid ellipsoid -> ellipsoid(ellipsoid);
            case Gate.Rectangle _, Gate.Polygon _ -> {}
        }
    }

    private void refersTo(Gate gate, String id) {
        if (!populations.contains(id)) {
            fault("gate " + gate.id(), "refers to gate '" + id + "', which is not there", "name a gate of the file");
        }
    }

    private void dimension(Gate gate, Dimension dimension) {
        String place = "gate " + gate.id();
        dimension.transformation().ifPresent(id -> {
            if (!(document.transformations().get(id) instanceof Transformation.OnScale)) {
                fault(place, "refers to scale '" + id + "', which is not there", "add the transformation");
            }
        });
        if (dimension.source() instanceof Dimension.Source.Derived(String id)
                && !(document.transformations().get(id) instanceof Transformation.Ratio)) {
            fault(place, "refers to ratio '" + id + "', which is not there", "add the transformation");
        }
        String compensation = dimension.compensation();
        boolean known = compensation.equals(Dimension.UNCOMPENSATED)
                || compensation.equals(Dimension.AS_IN_FILE)
                || document.matrices().containsKey(compensation);
        if (!known) {
            fault(
                    place,
                    "refers to compensation '" + compensation + "', which is not there",
                    "add the spectrum matrix");
        }
    }

    private void quadrants(Gate.Quadrants gate) {
        Set<String> dividers = new HashSet<>();
        gate.dividers().forEach(divider -> dividers.add(divider.id()));
        for (Gate.Quadrant quadrant : gate.quadrants()) {
            for (Gate.Position position : quadrant.positions()) {
                if (!dividers.contains(position.divider())) {
                    fault(
                            "gate " + quadrant.id(),
                            "refers to divider '" + position.divider() + "', which is not there",
                            "name a divider of the quadrant gate");
                }
            }
        }
    }

    private void ellipsoid(Gate.Ellipsoid gate) {
        if (!gate.isRegular()) {
            fault("gate " + gate.id(), "its covariance matrix has no inverse", "correct the matrix");
        }
    }

    private void matrix(SpectrumMatrix matrix) {
        try {
            matrix.unmixing();
        } catch (IllegalArgumentException e) {
            fault(
                    "spectrum matrix " + matrix.id(),
                    "fluorochromes cannot be told apart: its rows depend on each other",
                    "correct the matrix");
        }
    }

    /** Gates that can be decided one after the other are taken out; what remains goes in circles. */
    private void cycles() {
        Map<String, Gate> open = new HashMap<>();
        document.gates().forEach(gate -> open.put(gate.id(), gate));
        int decided = EvaluationOrder.of(document.gates()).size();
        if (decided < document.gates().size()) {
            EvaluationOrder.of(document.gates()).forEach(gate -> open.remove(gate.id()));
            String one = open.keySet().stream().sorted().findFirst().orElse("");
            fault("gate " + one, "depends on itself, by parents or references", "break the circle");
        }
    }

    private void fault(String place, String problem, String remedy) {
        faults.add(file, place, problem, remedy);
    }
}
