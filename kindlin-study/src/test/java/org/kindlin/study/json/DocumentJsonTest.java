package org.kindlin.study.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.InputFaultException;
import org.kindlin.figures.Figure;

class DocumentJsonTest {
    private static final Schema SCHEMA = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(ResultSchema.text());

    @Test
    void writesTheShapeOfTheContract() {
        AnalysisDocument document = new AnalysisDocument(
                "0.1.0",
                "kinase",
                List.of(new InputRecord("data/fak.csv", "ab".repeat(32), false)),
                List.of(
                        new ProtocolEntry("atp", new Value.Measured(new Quantity(10, Unit.MICROMOLAR)), true, "ATP."),
                        new ProtocolEntry("km", new Value.NotStated(), false, "Km.")),
                1,
                List.of(new SubjectResult(
                        Map.of("compound", "defactinib"),
                        List.of(Estimate.of("ic50", 0.62, "nM", 0.55, 0.70, 0.95, 0.04, "profile-likelihood")),
                        List.of(),
                        List.of(QualityCheck.atLeast("z-prime", 0.78, 0.5)),
                        List.of(new Warning("tight-binding", "IC50 below half the enzyme.")))),
                List.of("Potent."),
                List.of(),
                "Methods.",
                List.of(new Figure("dose-response", "Title", "Caption", 600, 400, "<svg/>")));

        assertThat(text(document)).isEqualTo("""
                {
                  "kindlin":"0.1.0",
                  "analysis":"kinase",
                  "inputs":[
                    {"path":"data/fak.csv","sha256":"%s","simulated":false}
                  ],
                  "protocol":{
                    "atp":{"value":10,"unit":"uM"},
                    "km":null
                  },
                  "seed":1,
                  "results":[
                    {
                      "subject":{"compound":"defactinib"},
                      "estimates":[
                        {"name":"ic50","value":0.62,"unit":"nM","relation":"=","low":0.55,"high":0.7,"level":0.95,"se":0.04,"method":"profile-likelihood"}
                      ],
                      "tests":[],
                      "quality":[
                        {"check":"z-prime","value":0.78,"limit":">= 0.5","verdict":"pass"}
                      ],
                      "warnings":[
                        {"code":"tight-binding","message":"IC50 below half the enzyme."}
                      ]
                    }
                  ],
                  "figures":[
                    {"name":"dose-response","path":"figures/fak/dose-response.svg","title":"Title","caption":"Caption","width":600,"height":400,"sha256":"7f6b4a6a6e5ba46e2f94d7dd0e4d9a8b"}
                  ],
                  "attachments":[],
                  "verdicts":["Potent."],
                  "exclusions":[],
                  "methods":"Methods.",
                  "protocolNotes":{
                    "atp":{"stated":true,"meaning":"ATP."},
                    "km":{"stated":false,"meaning":"Km."}
                  }
                }
                """.formatted("ab".repeat(32))
                .replace("7f6b4a6a6e5ba46e2f94d7dd0e4d9a8b", sha256OfSvg(document)));
    }

    @Test
    void everyDocumentSurvivesWritingAndReadingAndIsValid() {
        RandomDocuments documents = new RandomDocuments(new Random(20260101));
        for (int i = 0; i < 500; i++) {
            AnalysisDocument document = documents.next();
            byte[] json = DocumentJson.write(document, i % 2 == 0 ? null : "figures/x");
            assertThat(DocumentJson.read("x.json", json, svgOf(document))).isEqualTo(document);
            assertThat(SCHEMA.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void theSchemaRefusesWhatTheContractForbids() {
        String good = text(new RandomDocuments(new Random(3)).next());
        List<String> bad = List.of(
                good.replaceFirst("\"kindlin\"", "\"kindli\""),
                good.replaceFirst("\"seed\":", "\"seed\":\"x\",\"extra\":"),
                good.replaceFirst("\"methods\":\"", "\"methods\":null,\"m\":\""),
                good.replaceFirst("\"analysis\":\"dose-response\"", "\"analysis\":\"Dose Response\""));
        assertThat(SCHEMA.validate(good, InputFormat.JSON)).isEmpty();
        assertThat(bad)
                .allSatisfy(text ->
                        assertThat(SCHEMA.validate(text, InputFormat.JSON)).isNotEmpty());
    }

    @Test
    void numbersAreTheShortestThatReadBack() {
        assertThat(JsonText.number(10)).isEqualTo("10");
        assertThat(JsonText.number(0.1 + 0.2)).isEqualTo("0.30000000000000004");
        assertThat(JsonText.number(2e-9)).isEqualTo("2.0E-9");
        assertThat(JsonText.number(-0.0)).isEqualTo("-0.0");
        assertThat(JsonText.number(1e15)).isEqualTo("1.0E15");
        RandomDocuments documents = new RandomDocuments(new Random(7));
        for (int i = 0; i < 10_000; i++) {
            double value = documents.number();
            assertThat(Double.doubleToRawLongBits(Double.parseDouble(JsonText.number(value))))
                    .isEqualTo(Double.doubleToRawLongBits(value));
        }
    }

    @Test
    void damagedJsonIsAFaultAndNothingElse() {
        Random random = new Random(11);
        byte[] good = DocumentJson.write(new RandomDocuments(random).next(), "figures/x");
        for (int i = 0; i < 3000; i++) {
            byte[] bad = damaged(good, random);
            try {
                DocumentJson.read("x.json", bad, FigureFile.Source.none());
            } catch (InputFaultException e) {
                assertThat(e.faults()).isNotEmpty();
            }
        }
    }

    @Test
    void hostileJsonIsRefusedWithinLimits() {
        for (String text : List.of("[".repeat(1_000_000), "{\"a\":1,\"a\":2}", "1" + "0".repeat(100_000), "")) {
            assertThatExceptionOfType(InputFaultException.class)
                    .isThrownBy(() -> DocumentJson.read(
                            "x.json", text.getBytes(StandardCharsets.UTF_8), FigureFile.Source.none()));
        }
    }

    @Test
    void theSchemaItselfIsJson() {
        assertThatNoException()
                .isThrownBy(
                        () -> DocumentJson.tree("schema", ResultSchema.text().getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bad = Arrays.copyOf(good, random.nextInt(4) == 0 ? random.nextInt(good.length) : good.length);
        for (int k = random.nextInt(3); k >= 0 && bad.length > 0; k--) {
            bad[random.nextInt(bad.length)] = (byte) random.nextInt(256);
        }
        return bad;
    }

    private static String text(AnalysisDocument document) {
        return new String(DocumentJson.write(document, "figures/fak"), StandardCharsets.UTF_8);
    }

    private static String sha256OfSvg(AnalysisDocument document) {
        return DocumentJson.sha256(document.figures().getFirst());
    }

    private static FigureFile.Source svgOf(AnalysisDocument document) {
        Map<String, String> svg = document.figures().stream().collect(Collectors.toMap(Figure::name, Figure::svg));
        return figure -> svg.getOrDefault(figure.name(), "");
    }
}
