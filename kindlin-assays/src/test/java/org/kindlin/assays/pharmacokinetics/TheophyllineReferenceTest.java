package org.kindlin.assays.pharmacokinetics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.assays.Analysis;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.result.AnalysisDocument;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Theophylline against PKNCA 0.12.1 (R), every number of six subjects by three rules; see the README beside the data. */
class TheophyllineReferenceTest {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("auclast", "aucLast"),
            Map.entry("aumclast", "aumcLast"),
            Map.entry("cmax", "cMax"),
            Map.entry("tmax", "tMax"),
            Map.entry("tlast", "tLast"),
            Map.entry("clast.obs", "cLast"),
            Map.entry("lambda.z", "lambdaZ"),
            Map.entry("r.squared", "rSquared"),
            Map.entry("adj.r.squared", "adjustedRSquared"),
            Map.entry("lambda.z.corrxy", "correlation"),
            Map.entry("lambda.z.time.first", "lambdaZFrom"),
            Map.entry("lambda.z.time.last", "lambdaZTo"),
            Map.entry("lambda.z.n.points", "lambdaZPoints"),
            Map.entry("clast.pred", "cLastPredicted"),
            Map.entry("half.life", "halfLife"),
            Map.entry("span.ratio", "spanRatio"),
            Map.entry("aucinf.obs", "aucInf"),
            Map.entry("aucinf.pred", "aucInfPredicted"),
            Map.entry("aumcinf.obs", "aumcInf"),
            Map.entry("aucpext.obs", "aucExtrapolated"),
            Map.entry("cl.obs", "clearance"),
            Map.entry("mrt.obs", "mrt"),
            Map.entry("vz.obs", "vz"));

    @ParameterizedTest
    @CsvSource({"lin_up_log_down,linear-up-log-down", "linear,linear", "lin_log,linear-log"})
    void everyNumberIsThatOfPknca(String section, String method) throws IOException {
        JsonNode expected = JsonMapper.shared()
                .readTree(resource("expected_theoph_nca.json"))
                .get(section);
        AnalysisDocument whole = analyze(Map.of("method", method));
        AnalysisDocument day = analyze(Map.of("method", method, "to", "24"));
        for (int i = 0; i < expected.get("PPTESTCD").size(); i++) {
            String subject = expected.get("Subject").get(i).asString();
            String code = expected.get("PPTESTCD").get(i).asString();
            boolean within24 = expected.get("end").get(i).asString().equals("24");
            double reference = expected.get("PPORRES").get(i).asDouble();
            assertThat(value(within24 ? day : whole, subject, Objects.requireNonNull(NAMES.get(code))))
                    .as("%s of subject %s", code, subject)
                    .isCloseTo(reference, within(1e-10 * Math.abs(reference)));
        }
        assertThat(expected.get("PPTESTCD").size()).isEqualTo(144);
    }

    @Test
    void dosesPerKilogramAreRecognisedAndSaid() throws IOException {
        assertThat(analyze(Map.of()).results().getFirst().warning("dose-per-weight"))
                .isPresent();
        AnalysisDocument stated = analyze(Map.of("doseUnit", "mg/kg", "concentrationUnit", "mg/L"));
        assertThat(stated.results().getFirst().warnings()).isEmpty();
        assertThat(stated.results()
                        .getFirst()
                        .estimate("clearance")
                        .orElseThrow()
                        .unit())
                .isEqualTo("L/h");
        assertThat(stated.results().getLast().subject()).containsEntry("summary", "12 profiles");
    }

    private static double value(AnalysisDocument document, String subject, String name) {
        return Objects.requireNonNull(document.results().stream()
                .filter(result -> subject.equals(result.subject().get("Subject")))
                .findFirst()
                .orElseThrow()
                .estimate(name)
                .orElseThrow()
                .value());
    }

    private static AnalysisDocument analyze(Map<String, String> settings) throws IOException {
        RawFile file = new RawFile("theoph.csv", resource("theoph.csv"));
        return Analysis.run(new PharmacokineticsAssay(), List.of(InputFile.of(file)), Settings.of(settings), 1);
    }

    private static byte[] resource(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(
                TheophyllineReferenceTest.class.getResourceAsStream("/pharmacokinetics/" + name))) {
            return in.readAllBytes();
        }
    }
}
