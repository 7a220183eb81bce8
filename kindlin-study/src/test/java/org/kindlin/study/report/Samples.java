package org.kindlin.study.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.figures.Figure;

/** Content to report on: a kinase study as the example has it, a real plate, a screen. The numbers are made up. */
final class Samples {
    private static final String PROFILE = "profile-likelihood";

    private Samples() {}

    static ReportContent study() {
        return content(
                "Defactinib against FAK and Pyk2",
                "Is defactinib a dual inhibitor of FAK and Pyk2 at the conditions of the guides, and is its potency within "
                        + "what the assay can resolve?",
                new ReportSection("kinase", "FAK and Pyk2, ADP-Glo, 384-well", "", kinase()),
                new ReportSection(
                        "adp2-plate",
                        "ADP-detection plate from the reader",
                        "An export as the reader wrote it; compound A stands for an undisclosed structure.",
                        realPlate()));
    }

    /** One experiment, nothing simulated: small enough for a golden file. */
    static ReportContent small() {
        return content(
                "One plate",
                "How potent is compound A?",
                new ReportSection("adp2-plate", "ADP-detection plate from the reader", "", realPlate()));
    }

    static ReportContent content(String title, String question, ReportSection... sections) {
        return new ReportContent(
                title, question, List.of(sections), List.of(), "0.1.0", "Eclipse Adoptium 25.0.3+9", Optional.empty());
    }

    static AnalysisDocument kinase() {
        return new AnalysisDocument(
                "0.1.0",
                "kinase",
                List.of(
                        input("data/fak-plate-1.csv", true),
                        input("data/fak-plate-2.csv", true),
                        input("data/pyk2-plate-1.csv", true),
                        input("data/pyk2-plate-2.csv", true),
                        input("data/layout.csv", false)),
                protocol(),
                1,
                List.of(fak(), pyk2(), comparator(), selectivity(), plate("1", 0.78), plate("2", 0.43)),
                List.of(
                        "Defactinib inhibits FAK and Pyk2 alike: the IC₅₀ ratio is 1.31 (95% interval 1.08 to 1.60), "
                                + "within the threefold limit for “dual”.",
                        "At 10 µM ATP the IC₅₀ on FAK is 5.62 nM; corrected for ATP the Kᵢ is 0.602 nM, below half the "
                                + "enzyme concentration, so it is an upper limit in practice."),
                edgeWells(),
                "Percent inhibition was computed for each plate from its vehicle wells (0%) and no-enzyme wells (100%). "
                        + "Four-parameter logistic curves were fitted by least squares to all wells of a compound and "
                        + "target, plates together, with inverse replicate variance as weights. Intervals are profile "
                        + "likelihood at 95%. Kᵢ follows from the IC₅₀ by the Cheng–Prusoff equation at 10 µM ATP with "
                        + "Kₘ(ATP) 1.2 µM for FAK and, assumed, 5 µM for Pyk2.",
                List.of(
                        Sketches.plate("plate-heat-1", "FAK, plate 1: luminescence by well"),
                        Sketches.curves("dose-response-fak-pyk2", "Percent inhibition against concentration"),
                        Sketches.residuals("residuals-fak", "Residuals, FAK"),
                        Sketches.residuals("residuals-pyk2", "Residuals, Pyk2")));
    }

    private static SubjectResult fak() {
        return new SubjectResult(
                subject("compound", "defactinib", "target", "FAK"),
                List.of(
                        Estimate.of("ic50", 5.6184, "nM", 5.2071, 6.0688, 0.95, 0.2197, PROFILE),
                        Estimate.of("ic50-absolute", 5.5511, "nM", 5.1388, 6.0012, 0.95, 0.2203, PROFILE),
                        Estimate.of("ki", 0.60196, "nM", 0.5579, 0.65023, 0.95, 0.0235, "cheng-prusoff"),
                        Estimate.of("hillSlope", 1.0412, "", 0.9631, 1.1259, 0.95, 0.0414, PROFILE),
                        Estimate.of("top", 99.213, "%", 97.802, 100.67, 0.95, 0.7231, PROFILE),
                        Estimate.of("bottom", -0.4127, "%", -1.6120, 0.7541, 0.95, 0.602, PROFILE),
                        Estimate.descriptive("rss", 212.4471, "", "least squares"),
                        Estimate.descriptive("df", 56, "", "least squares")),
                List.of(
                        new HypothesisTest("extra-sum-of-squares-F", 4.8127, 1.0, 112.0, 0.0303),
                        new HypothesisTest("lack-of-fit", 0.8134, 6.0, 50.0, 0.5648)),
                List.of(),
                List.of(
                        new Warning(
                                "atp-far-from-km",
                                "ATP (10 uM) is 8.3 times the Km of FAK (1.2 uM); the IC50 is 9.3 times the Ki."),
                        new Warning(
                                "tight-binding",
                                "The Ki of 0.60 nM lies below half of the enzyme concentration (2 nM); fit the Morrison equation.")));
    }

    private static SubjectResult pyk2() {
        return new SubjectResult(
                subject("compound", "defactinib", "target", "Pyk2"),
                List.of(
                        Estimate.of("ic50", 7.3602, "nM", 6.4411, 8.4306, 0.95, 0.5012, PROFILE),
                        Estimate.of("ic50-absolute", 7.4415, "nM", 6.5012, 8.5518, 0.95, 0.5171, PROFILE),
                        Estimate.notEstimable("ki", "nM", 0.95, "cheng-prusoff"),
                        Estimate.of("hillSlope", 0.9311, "", 0.8252, 1.0513, 0.95, 0.0571, PROFILE),
                        Estimate.of("top", 101.021, "%", 98.211, 104.03, 0.95, 1.471, PROFILE),
                        Estimate.of("bottom", 1.2208, "%", -0.6031, 3.0222, 0.95, 0.921, PROFILE),
                        Estimate.descriptive("rss", 487.9012, "", "least squares"),
                        Estimate.descriptive("df", 56, "", "least squares")),
                List.of(new HypothesisTest("lack-of-fit", 3.9127, 6.0, 50.0, 0.00271)),
                List.of(),
                List.of(new Warning(
                        "km-not-stated",
                        "No Km(ATP) of Pyk2 was stated and none is established; the Ki would be a guess.")));
    }

    private static SubjectResult comparator() {
        return new SubjectResult(
                subject("compound", "inactive analogue", "target", "FAK"),
                List.of(
                        new Estimate("ic50", 10_000.0, "nM", Relation.ABOVE, 8_213.4, null, 0.95, null, PROFILE),
                        new Estimate("ki", 1_071.4, "nM", Relation.ABOVE, 880.01, null, 0.95, null, "cheng-prusoff"),
                        Estimate.notEstimable("hillSlope", "", 0.95, PROFILE),
                        Estimate.of("bottom", 0.2214, "%", -0.9117, 1.3540, 0.95, 0.571, PROFILE)),
                List.of(new HypothesisTest("flat-versus-curve", 1.1102, 3.0, 56.0, 0.3527)),
                List.of(),
                List.of(
                        new Warning(
                                "ic50-above-range",
                                "Inhibition reaches 41% at the top dose of 10000 nM, short of the mid-point."),
                        new Warning("hill-slope-not-determined", "Only the lower half of the curve was reached.")));
    }

    private static SubjectResult selectivity() {
        return new SubjectResult(
                subject("compound", "defactinib", "comparison", "Pyk2 / FAK"),
                List.of(Estimate.of("ic50-ratio", 1.3100, "", 1.0779, 1.5991, 0.95, 0.1302, "fieller")),
                List.of(),
                List.of(),
                List.of());
    }

    private static SubjectResult plate(String number, double zPrime) {
        return new SubjectResult(
                subject("plate", number),
                List.of(),
                List.of(),
                List.of(
                        QualityCheck.atLeast("z-prime", zPrime, 0.5),
                        QualityCheck.atLeast("robust-z-prime", zPrime + 0.03, 0.5),
                        QualityCheck.atLeast("signal-to-background", 12.41, 3),
                        QualityCheck.atMost("cv-vehicle", 0.0612, 0.1),
                        QualityCheck.atMost("conversion", Double.NaN, 0.2),
                        QualityCheck.info("edge-effect", 0.0131)),
                List.of());
    }

    static AnalysisDocument realPlate() {
        return new AnalysisDocument(
                "0.1.0",
                "dose-response",
                List.of(input("data/adp2_384.csv", false)),
                protocol().subList(0, 3),
                7,
                List.of(new SubjectResult(
                        subject("compound", "compound A"),
                        List.of(
                                Estimate.of("ic50", 0.0000312, "M", 0.0000081, 0.000142, 0.95, 0.0000101, "wald"),
                                Estimate.of("hillSlope", 1.9, "", 0.4, 7.1, 0.95, 1.12, "wald")),
                        List.of(),
                        List.of(QualityCheck.atLeast("z-prime", 0.6614, 0.5)),
                        List.of())),
                List.of("Compound A inhibits with an IC₅₀ of about 31 µM, known to within a factor of five."),
                List.of(),
                "Four-parameter logistic curve, unweighted least squares, Wald intervals.",
                List.of(Sketches.curves("dose-response", "Signal against concentration")));
    }

    /** A screen of many compounds, half of them beyond the range tested. */
    static AnalysisDocument screen(int compounds) {
        List<SubjectResult> results = new ArrayList<>();
        List<Figure> figures = new ArrayList<>();
        for (int i = 1; i <= compounds; i++) {
            results.add(screened(i));
            figures.add(Sketches.curves("dose-response-" + i, "Compound " + i));
        }
        return new AnalysisDocument(
                "0.1.0",
                "dose-response",
                List.of(input("screen.csv", false)),
                protocol(),
                1,
                results,
                List.of(compounds / 2 + " of " + compounds + " compounds have an IC₅₀ within the range tested."),
                List.of(),
                "Four-parameter logistic curves.",
                figures);
    }

    private static SubjectResult screened(int i) {
        boolean censored = i % 2 == 0;
        double ic50 = 0.3 * (1 + i % 97);
        Estimate estimate = censored
                ? new Estimate("ic50", 10_000.0, "nM", Relation.ABOVE, 9_000.0 + i, null, 0.95, null, PROFILE)
                : Estimate.of("ic50", ic50, "nM", ic50 * 0.9, ic50 * 1.12, 0.95, ic50 * 0.05, PROFILE);
        return new SubjectResult(
                subject("compound", "KND-" + (100_000 + i), "target", "FAK"),
                List.of(
                        estimate,
                        Estimate.of("hillSlope", 1.01, "", 0.91, 1.13, 0.95, 0.05, PROFILE),
                        Estimate.descriptive("rss", 100 + i, "", "least squares")),
                List.of(new HypothesisTest("lack-of-fit", 1.1, 6.0, 20.0, 0.39)),
                List.of(QualityCheck.atLeast("r2", 0.8 + 0.0002 * i, 0.9)),
                censored
                        ? List.of(new Warning(
                                "ic50-above-range",
                                "Inhibition reaches " + i % 50 + "." + i % 10 + "% at the top dose."))
                        : List.of());
    }

    private static List<Exclusion> edgeWells() {
        List<Exclusion> exclusions = new ArrayList<>();
        for (int column = 1; column <= 24; column++) {
            for (String row : List.of("A", "P")) {
                String well = String.format(Locale.ROOT, "well %s%02d", row, column);
                exclusions.add(new Exclusion("data/fak-plate-1.csv", well, "edge well, evaporation seen by eye"));
            }
        }
        for (int column = 3; column <= 22; column++) {
            exclusions.add(new Exclusion(
                    "data/pyk2-plate-2.csv", String.format(Locale.ROOT, "well H%02d", column), "dispenser clogged"));
        }
        exclusions.add(new Exclusion("data/pyk2-plate-1.csv", "well C07", "saturated reading (overflow)"));
        return exclusions;
    }

    private static List<ProtocolEntry> protocol() {
        return List.of(
                entry("model", new Value.Text("4pl"), false, "Curve fitted: 3pl, 4pl or 5pl."),
                entry("level", new Value.Numeric(0.95), false, "Confidence level of the intervals."),
                entry("interval", new Value.Text(PROFILE), false, "How intervals are computed."),
                entry("atp", measured(10, Unit.MICROMOLAR), true, "ATP concentration in the reaction."),
                entry("km", measured(1.2, Unit.MICROMOLAR), true, "Michaelis constant of the enzyme for ATP."),
                entry(
                        "enzyme",
                        measured(2, Unit.NANOMOLAR),
                        true,
                        "Enzyme concentration; makes tight binding visible."),
                entry(
                        "pre-incubation",
                        new Value.NotStated(),
                        false,
                        "Time of inhibitor with enzyme before ATP is added."),
                entry(
                        "doses",
                        new Value.Many(List.of(measured(0.5, Unit.NANOMOLAR), measured(10_000, Unit.NANOMOLAR))),
                        true,
                        "Lowest and highest dose."),
                entry("dmso", measured(0.5, Unit.PERCENT), false, "Solvent in the reaction."),
                entry("share-hill", new Value.Flag(false), false, "Whether all curves share one slope."));
    }

    private static Value measured(double value, Unit unit) {
        return new Value.Measured(new Quantity(value, unit));
    }

    private static ProtocolEntry entry(String name, Value value, boolean stated, String meaning) {
        return new ProtocolEntry(name, value, stated, meaning);
    }

    static InputRecord input(String path, boolean simulated) {
        String hash = String.format(Locale.ROOT, "%08x", path.hashCode()).repeat(8);
        return new InputRecord(path, hash, simulated);
    }

    static Map<String, String> subject(String... pairs) {
        Map<String, String> subject = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            subject.put(pairs[i], pairs[i + 1]);
        }
        return subject;
    }
}
