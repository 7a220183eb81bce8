package org.kindlin.assays.survival;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.DataPoint.Amount;
import org.kindlin.assays.survival.SurvivalProtocol.Columns;
import org.kindlin.assays.survival.SurvivalProtocol.Digitised;
import org.kindlin.fault.Faults;
import org.kindlin.numerics.survival.DigitisedCurve.Reconstruction;

/** A study whose individual times are reconstructed from digitised curves. */
final class DigitisedStudy {
    private DigitisedStudy() {}

    static SurvivalData read(List<InputFile> files, SurvivalProtocol protocol, Digitised digitised, Faults faults) {
        List<DigitisedArm> curves = DigitisedTable.read(files, protocol, digitised, faults);
        List<Observed> rows = new ArrayList<>();
        List<DataPoint> points = new ArrayList<>();
        for (DigitisedArm curve : curves) {
            rows(curve, rows);
            points(curve, protocol, points);
        }
        List<String> arms = ArmOrder.of(rows, protocol.reference(), faults);
        return new SurvivalData(
                        rows,
                        arms,
                        "The times of single subjects were reconstructed from digitised Kaplan-Meier curves and numbers at risk"
                                + " (Guyot, Ades, Ouwens and Welton, BMC Med Res Methodol 12:9, 2012), the points having been made to"
                                + " fall by isotonic least squares; between two printed numbers at risk censorings are spread evenly.",
                        List.of(),
                        List.of(),
                        points,
                        List.of())
                .reconstructedFrom(curves)
                .withTrend(TrendScores.of(arms, protocol.trend(), faults));
    }

    private static void rows(DigitisedArm curve, List<Observed> rows) {
        Reconstruction found = curve.reconstruct();
        double[] exit = found.sample().exit();
        for (int i = 0; i < exit.length; i++) {
            rows.add(new Observed(
                    curve.file(),
                    0,
                    "",
                    curve.arm(),
                    0,
                    exit[i],
                    found.sample().event()[i] ? EventCoding.EVENT : EventCoding.CENSORED,
                    List.of(),
                    Map.of(),
                    "",
                    curve.factors()));
        }
    }

    /** What was read is the curve, so that is what exports show. */
    private static void points(DigitisedArm curve, SurvivalProtocol protocol, List<DataPoint> points) {
        String column = protocol.columns().arm().orElse("arm");
        for (int i = 0; i < curve.time().length; i++) {
            points.add(new DataPoint(
                    curve.file(),
                    "",
                    "point " + (i + 1),
                    curve.arm().isEmpty() ? Map.of() : Map.of(column, curve.arm()),
                    "digitised curve",
                    Amount.none(""),
                    Amount.of(curve.time()[i], protocol.unit()),
                    Amount.of(curve.survival()[i], ""),
                    ""));
        }
    }

    /** Keys that need single subjects; a curve has none. */
    static Optional<String> contradiction(Columns columns, Optional<String> cause, Optional<String> medians) {
        boolean single = columns.start().isPresent()
                || columns.origin().isPresent()
                || columns.cluster().isPresent()
                || !columns.strata().isEmpty()
                || !columns.covariates().isEmpty()
                || cause.isPresent();
        if (single) {
            return Optional.of("start, origin, strata, covariates, cluster and cause need single subjects, not curves");
        }
        return medians.map(_ -> "digitised and medians say the same in two ways");
    }
}
