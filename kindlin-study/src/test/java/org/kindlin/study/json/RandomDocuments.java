package org.kindlin.study.json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.assays.result.AnalysisDocument;
import org.kindlin.assays.result.AttachmentRecord;
import org.kindlin.assays.result.Estimate;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.HypothesisTest;
import org.kindlin.assays.result.InputRecord;
import org.kindlin.assays.result.QualityCheck;
import org.kindlin.assays.result.Relation;
import org.kindlin.assays.result.SubjectResult;
import org.kindlin.assays.result.Warning;
import org.kindlin.figures.Figure;

/** Documents with every part and awkward values, for properties that hold for all of them. */
final class RandomDocuments {
    private static final String[] WORDS = {
        "", "defactinib", "a \"quoted\" name", "back\\slash", "tab\tand\nline", "µM ± 1", "𝛼", "</script>", "\u0001"
    };
    private final RandomGenerator random;

    RandomDocuments(RandomGenerator random) {
        this.random = random;
    }

    AnalysisDocument next() {
        return new AnalysisDocument(
                "0.1.0",
                "dose-response",
                some(() -> new InputRecord("data/" + number() + ".csv", sha256(), random.nextBoolean())),
                protocol(),
                random.nextLong(),
                some(this::subject),
                some(this::word),
                some(() -> new Exclusion(word(), word(), "because")),
                word(),
                figures(),
                some(() -> new AttachmentRecord("file-" + random.nextInt(1000), sha256(), random.nextInt(1 << 20))));
    }

    private List<ProtocolEntry> protocol() {
        List<ProtocolEntry> entries = new ArrayList<>();
        for (int i = random.nextInt(6); i > 0; i--) {
            entries.add(new ProtocolEntry("key" + i, value(2), random.nextBoolean(), word()));
        }
        return entries;
    }

    private Value value(int depth) {
        return switch (random.nextInt(depth > 0 ? 6 : 5)) {
            case 0 -> new Value.Text(word());
            case 1 -> new Value.Numeric(number());
            case 2 -> new Value.Flag(random.nextBoolean());
            case 3 -> new Value.Measured(new Quantity(number(), oneOf(Unit.values())));
            case 4 -> new Value.NotStated();
            default -> new Value.Many(some(() -> value(depth - 1)));
        };
    }

    private SubjectResult subject() {
        Map<String, String> subject = new LinkedHashMap<>();
        subject.put("compound", word());
        subject.put("target", word());
        return new SubjectResult(
                subject,
                some(this::estimate),
                some(() -> new HypothesisTest("log-rank", number(), maybe(), maybe(), random.nextDouble())),
                some(() -> new QualityCheck("z-prime", maybe(), word(), oneOf(QualityCheck.Verdict.values()))),
                some(() -> new Warning("tight-binding", "why " + word())));
    }

    private Estimate estimate() {
        Relation relation = oneOf(Relation.values());
        return new Estimate("ic50", maybe(), "nM", relation, maybe(), maybe(), 0.95, maybe(), word());
    }

    private List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            figures.add(new Figure("figure-" + i, word(), word(), 600, 400, "<svg>" + word() + "</svg>"));
        }
        return figures;
    }

    private <T> List<T> some(Supplier<T> make) {
        List<T> list = new ArrayList<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            list.add(make.get());
        }
        return list;
    }

    private @Nullable Double maybe() {
        return random.nextInt(3) == 0 ? null : Double.valueOf(number());
    }

    /** Doubles of every size: whole, subnormal, huge, negative zero, random bits. */
    double number() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextInt(-1000, 1000);
            case 1 -> Double.MIN_VALUE * random.nextInt(1, 100);
            case 2 -> -0.0;
            case 3 -> random.nextGaussian() * 1e15;
            case 4 -> random.nextLong();
            default -> {
                double bits = Double.longBitsToDouble(random.nextLong());
                yield Double.isFinite(bits) ? bits : 0.1;
            }
        };
    }

    private String word() {
        return oneOf(WORDS);
    }

    private <T> T oneOf(T[] choices) {
        return choices[random.nextInt(choices.length)];
    }

    private String sha256() {
        return "%016x".formatted(random.nextLong()).repeat(4);
    }
}
