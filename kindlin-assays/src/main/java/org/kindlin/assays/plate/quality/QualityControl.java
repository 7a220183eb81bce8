package org.kindlin.assays.plate.quality;

import java.util.List;
import java.util.NoSuchElementException;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Prose;
import org.kindlin.assays.result.SubjectResult;

/**
 * The quality of all plates of an analysis: every plate by itself, and the plates of each series from one to the next.
 *
 * <p>One call gives everything: judge the plates, go on with the readings of {@link PlateAssessment#analysed()}, and report
 * {@link PlateAssessment#result}, {@link #campaignResults()}, {@link #exclusions()}, {@link #methods()} and the figures of
 * {@link QualityFigures}.
 *
 * @param plates in the order given, which is taken for the order in which they were run
 * @param campaigns series of at least three plates
 */
public record QualityControl(QualityProtocol protocol, List<PlateAssessment> plates, List<Campaign> campaigns) {

    public QualityControl {
        plates = List.copyOf(plates);
        campaigns = List.copyOf(campaigns);
    }

    /** The quality of these plates, which were run in this order. */
    public static QualityControl of(List<QualityPlate> plates, QualityProtocol protocol) {
        List<PlateAssessment> assessed = plates.stream()
                .map(plate -> PlateAssessor.assess(plate, protocol))
                .toList();
        return new QualityControl(protocol, assessed, Campaign.of(assessed));
    }

    /**
     * What was found about a plate.
     *
     * @throws NoSuchElementException if it was not among those judged
     */
    public PlateAssessment plate(String series, String name) {
        return plates.stream()
                .filter(plate -> plate.measured().series().equals(series)
                        && plate.measured().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("plate " + name));
    }

    /** Every well left out, with the reason. */
    public List<Exclusion> exclusions() {
        return plates.stream().flatMap(plate -> plate.exclusions().stream()).toList();
    }

    /** What was found about each campaign. */
    public List<SubjectResult> campaignResults() {
        return campaigns.stream().map(Campaign::result).toList();
    }

    /** The sentences of a methods paragraph. */
    public String methods() {
        String correction = protocol.correction() == PlateCorrection.NONE
                ? "Readings were not corrected for position."
                : "Readings were divided by " + protocol.correction().title() + " (plateCorrection="
                        + Key.spelling(protocol.correction()) + ").";
        return "Plate quality: Z-prime (Zhang, Chung and Oldenburg 1999; limit " + Prose.number(protocol.zPrimeLimit())
                + ") and robust Z-prime, SSMD (Zhang 2007), signal window (Sittampalam 1997) and CVs of the controls;"
                + " effects of edge, rows and columns by weighted regression of the relative residuals of replicates,"
                + " called significant at p < " + PositionEffect.SIGNIFICANT + ". " + correction
                + " Outliers among replicates were flagged by the generalised extreme studentised deviate test (Rosner"
                + " 1983) at " + Prose.number(100 * protocol.outlierLevel()) + " % per plate and "
                + (protocol.excludeOutliers() ? "left out." : "kept.")
                + (campaigns.isEmpty()
                        ? ""
                        : " Plates were followed in the order given, with three-sigma limits from moving ranges and the"
                                + " Mann-Kendall test for drift.");
    }
}
