package org.kindlin.assays.viability;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.plate.assay.PlateFindings;
import org.kindlin.assays.plate.assay.WellMean;
import org.kindlin.assays.plate.quality.PlateAssessment;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;

/** What a plate's own controls say: quality, the effect of a reference compound, evaporation, the wavelength. */
final class PlateReport {
    private static final double LONG_ENOUGH_TO_DRY_HOURS = 24;

    private final ViabilityBlock block;
    private final ViabilityProtocol protocol;
    private final List<Estimate> estimates = new ArrayList<>();
    private final List<Warning> warnings = new ArrayList<>();

    private PlateReport(ViabilityBlock block, ViabilityProtocol protocol) {
        this.block = block;
        this.protocol = protocol;
    }

    static SubjectResult of(ViabilityBlock block, PlateAssessment assessment, ViabilityProtocol protocol) {
        PlateReport report = new PlateReport(block, protocol);
        report.warnings.addAll(PlateFindings.warnings(block));
        report.controls();
        report.positive();
        report.edge(assessment);
        protocol.bench()
                .reagent()
                .flatMap(reagent -> reagent.wavelengthProblem(block.block().read()))
                .ifPresent(problem -> report.warn("read-wavelength", problem));
        Map<String, String> subject = PlateFindings.subject(block);
        return assessment.result(
                subject, new SubjectResult(subject, report.estimates, List.of(), List.of(), report.warnings));
    }

    private void warn(String code, String message) {
        warnings.add(new Warning(code, message));
    }

    private void controls() {
        if (!block.isUsable()) {
            warn(
                    "controls-inverted",
                    "The vehicle wells do not read above the blanks: there are no living cells to compare with, and no well"
                            + " of this plate is used.");
        }
    }

    private void positive() {
        if (block.block().has(WellRole.POSITIVE) && block.isUsable()) {
            estimates.add(WellMean.estimate(
                    "positiveControlViability",
                    block.responses(WellRole.POSITIVE),
                    "%",
                    protocol.curves().level()));
        }
    }

    /** Over days the outermost wells lose water: compound and medium concentrate, cells starve. */
    private void edge(PlateAssessment assessment) {
        Optional<QualityCheck> judged = assessment.checks().stream()
                .filter(found -> found.check().equals("edge-effect") && found.value() != null)
                .findFirst();
        if (judged.isPresent()) {
            judged.filter(check -> check.verdict() == QualityCheck.Verdict.FAIL).ifPresent(this::evaporated);
            return;
        }
        long dosed = block.dosed().stream()
                .filter(well -> block.block().format().isEdge(well.address()))
                .count();
        if (dosed > 0 && block.hours().orElse(Double.POSITIVE_INFINITY) > LONG_ENOUGH_TO_DRY_HOURS) {
            warn(
                    "edge-wells-used",
                    dosed + " dosed wells of plate " + block.block().plate()
                            + " lie in its outermost rows and columns, where evaporation over days acts, and no replicates"
                            + " stand both there and inside to judge it by.");
        }
    }

    private void evaporated(QualityCheck edge) {
        Double percent = edge.value();
        warn(
                "evaporation-edge",
                "Wells at the edge of plate " + block.block().plate() + " differ by "
                        + (percent == null ? "?" : Prose.number(percent))
                        + " % from their replicates inside: evaporation is the usual cause.");
    }
}
