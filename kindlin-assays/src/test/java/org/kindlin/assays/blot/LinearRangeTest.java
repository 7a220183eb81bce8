package org.kindlin.assays.blot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;

/** Dilution series on membranes that were exposed differently: each is judged by its own. */
class LinearRangeTest {
    private static final double[] AMOUNTS = {1, 2, 4, 8, 16};

    /** One membrane: how bright a unit of amount is, and above which height its camera or film gives less. */
    private record Exposure(double gain, double bend) {
        double height(double amount) {
            double height = gain * amount;
            return height <= bend ? height : bend + 0.4 * (height - bend);
        }
    }

    /** Five standards in lanes 1 to 5, then a reference and samples of these amounts. */
    private static AnalysisDocument analyze(List<Exposure> exposures, double... samples) {
        StringBuilder layout = new StringBuilder("lane,image,target,role,blot,amount,row\n");
        List<InputFile> files = new ArrayList<>();
        for (int blot = 1; blot <= exposures.size(); blot++) {
            double[] heights = new double[AMOUNTS.length + samples.length];
            for (int lane = 0; lane < heights.length; lane++) {
                boolean isStandard = lane < AMOUNTS.length;
                double amount = isStandard ? AMOUNTS[lane] : samples[lane - AMOUNTS.length];
                heights[lane] = exposures.get(blot - 1).height(amount);
                String role = isStandard ? "standard" : lane == AMOUNTS.length ? "reference" : "sample";
                layout.append(String.format(
                        "%d,pFAK-%d,pFAK,%s,%d,%s,60%n", lane + 1, blot, role, blot, isStandard ? amount : ""));
            }
            byte[] png =
                    new SyntheticBlot(heights.length, 40).bands(60, heights).png();
            files.add(InputFile.of(new RawFile("pFAK-" + blot + ".png", png)));
        }
        RawFile table = new RawFile("layout.csv", layout.toString().getBytes(StandardCharsets.UTF_8));
        List<InputFile> with =
                files.stream().map(file -> file.with(Map.of("layout", table))).toList();
        return Analysis.run(new BlotAssay(), with, Settings.of(Map.of()), 1);
    }

    private static SubjectResult range(AnalysisDocument document, int blot) {
        return document.results().stream()
                .filter(result -> result.estimate("linearRangeHigh").isPresent()
                        && String.valueOf(blot).equals(result.subject().get("blot")))
                .findFirst()
                .orElseThrow();
    }

    private static SubjectResult band(AnalysisDocument document, int blot, int lane) {
        return document.results().stream()
                .filter(result ->
                        ("pFAK-" + blot + ".png").equals(result.subject().getOrDefault("image", "pFAK-1.png"))
                                && String.valueOf(lane).equals(result.subject().get("lane"))
                                && result.subject().containsKey("target"))
                .findFirst()
                .orElseThrow();
    }

    private static Optional<Double> check(SubjectResult range, String name) {
        return range.quality().stream()
                .filter(check -> check.check().equals(name))
                .map(QualityCheck::value)
                .findFirst();
    }

    /**
     * The first membrane is dim and proportional throughout; the second, ten times as bright, bends above amount 4. Pooled, the
     * volumes of the second lie beyond all those of the first, and the series bends at once.
     */
    @Test
    void eachMembraneHasTheRangeOfItsOwnSeries() {
        AnalysisDocument document = analyze(List.of(new Exposure(3, 999), new Exposure(20, 80)), 4, 12, 3);

        Estimate open = range(document, 1).estimate("linearRangeHigh").orElseThrow();
        assertThat(open.value()).isEqualTo(16);
        assertThat(open.relation()).isEqualTo(Relation.ABOVE);
        assertThat(check(range(document, 1), "bands-above-range")).contains(0.0);

        Estimate bent = range(document, 2).estimate("linearRangeHigh").orElseThrow();
        assertThat(bent.value()).isEqualTo(4);
        assertThat(bent.relation()).isEqualTo(Relation.EQUAL);
        assertThat(check(range(document, 2), "bands-above-range")).contains(1.0);

        for (int lane = 6; lane <= 8; lane++) {
            assertThat(band(document, 1, lane).warnings())
                    .noneMatch(one -> one.code().contains("range"));
            assertThat(band(document, 2, lane).warning("above-linear-range").isPresent())
                    .isEqualTo(lane == 7);
        }
        assertThat(document.verdicts()).anyMatch(sentence -> sentence.contains("1 band lies above it"));
        assertThat(document.figures()).anyMatch(figure -> figure.name().equals("linear-range"));
    }

    @Test
    void bandsBeyondTheAmountsLoadedAreTold() {
        AnalysisDocument document = analyze(List.of(new Exposure(8, 999)), 4, 22, 0.5);
        assertThat(band(document, 1, 7).warning("beyond-dilution-series")).isPresent();
        assertThat(band(document, 1, 8).warning("below-dilution-series")).isPresent();
        assertThat(band(document, 1, 6).warnings()).noneMatch(one -> one.code().endsWith("dilution-series"));
    }

    /** Saturated standards are no end of the loading: the range has ended before them. */
    @Test
    void aSeriesThatSaturatesIsNotOpen() {
        AnalysisDocument document = analyze(List.of(new Exposure(25, 999)), 2, 3);
        Estimate high = range(document, 1).estimate("linearRangeHigh").orElseThrow();
        assertThat(high.value()).isEqualTo(8);
        assertThat(high.relation()).isEqualTo(Relation.EQUAL);
    }

    @Test
    void aSeriesThatBendsFromTheStartHasNoRange() {
        AnalysisDocument document = analyze(List.of(new Exposure(30, 30)), 2, 3);
        SubjectResult range = range(document, 1);
        assertThat(range.estimate("linearRangeHigh").orElseThrow().value()).isNull();
        assertThat(range.warning("no-linear-range").orElseThrow().message()).contains("not proportional");
    }

    @Test
    void volumesOfTheSeriesStandBesideItsAmounts() {
        SubjectResult range = range(analyze(List.of(new Exposure(8, 999)), 4, 2), 1);
        double low = Objects.requireNonNull(
                range.estimate("linearVolumeLow").orElseThrow().value());
        double high = Objects.requireNonNull(
                range.estimate("linearVolumeHigh").orElseThrow().value());
        assertThat(high / low).isCloseTo(16, within(0.5));
    }
}
