package org.kindlin.assays.elisa;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.PlateFindings;
import org.kindlin.assays.plate.quality.PlateAssessment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.assays.uncertainty.MeasuredRatio;

/** What a plate's own controls say: activation, quality, and what is wrong with it. */
final class PlateReport {
    /** Stains of unstimulated and stimulated wells that differ by more than this share make per-cell and per-well folds differ. */
    private static final double CELLS_DIFFER = 0.2;

    private final ElisaBlock block;
    private final ElisaProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private PlateReport(ElisaBlock block, ElisaProtocol protocol) {
        this.block = block;
        this.protocol = protocol;
    }

    static SubjectResult of(ElisaBlock block, PlateAssessment assessment, ElisaProtocol protocol) {
        PlateReport report = new PlateReport(block, protocol);
        report.warnings.addAll(PlateFindings.warnings(block));
        report.activation(Activation.of(block, protocol));
        report.controls();
        Map<String, String> subject = PlateFindings.subject(block);
        return assessment.result(
                subject, new SubjectResult(subject, report.estimates, List.of(), List.of(), report.warnings));
    }

    private void activation(Activation activation) {
        double level = protocol.level();
        activation.fold().ifPresent(fold -> {
            estimates.add(fold.estimate("foldActivation", 1, "1", level));
            if (!fold.isBounded()) {
                warn(
                        "unstimulated-near-zero",
                        "Unstimulated wells are not told apart from the blank: the fold has no bounded interval.");
            }
        });
        if (block.stains().isPresent()) {
            activation
                    .foldPerWell()
                    .ifPresent(fold -> estimates.add(fold.estimate("foldActivationPerWell", 1, "1", level)));
            activation.cells().ifPresent(cells -> cells(activation, cells));
        }
    }

    private void cells(Activation activation, MeasuredRatio cells) {
        estimates.add(cells.estimate("cellsUnstimulated", 100, "%", protocol.level()));
        if (Math.abs(cells.value() - 1) > CELLS_DIFFER && activation.fold().isPresent()) {
            warn(
                    "cells-differ-between-groups",
                    "Unstimulated wells hold " + Prose.number(100 * cells.value())
                            + " % of the stain of stimulated ones, so"
                            + " the fold is "
                            + Prose.number(activation.fold().get().value()) + " per cells and "
                            + activation
                                    .foldPerWell()
                                    .map(fold -> Prose.number(fold.value()))
                                    .orElse("not known")
                            + " per well"
                            + (protocol.comparedShare() < 1
                                    ? " (the former with the seeded share of fibroblasts, an assumption)."
                                    : ": cells that carry no " + protocol.antigen()
                                            + " count in one group only. Where the stimulus is a co-culture, state"
                                            + " unstimulatedCells=fibroblasts-alone with the cells seeded."));
        }
    }

    private void controls() {
        if (!block.isActivated()) {
            warn(
                    "not-activated",
                    "Vehicle wells do not read above "
                            + (block.block().has(WellRole.UNSTIMULATED) ? "unstimulated" : "blank")
                            + " ones: there is no activation to inhibit, and no well of this plate is used for curves.");
        }
        if (!block.block().has(WellRole.UNSTIMULATED)) {
            warn(
                    "no-unstimulated",
                    "No unstimulated wells: inhibition is of the whole signal of vehicle wells, not of what the stimulus"
                            + " added, and there is no fold.");
        }
        if (block.signalBlank().wells() == 0) {
            warn(
                    "no-blank",
                    "No blank wells (cells without primary antibody, or none): the antibody's background is in every"
                            + " signal, and folds come out too small.");
        }
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }
}
