package org.kindlin.mechanism.question;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.kindlin.figures.Heading;
import org.kindlin.figures.Pathway;
import org.kindlin.mechanism.library.ModelLibrary;

/**
 * The pathway with the activity of every node under constant inhibitors, relative to the untreated cell.
 *
 * @param drug unbound defactinib, nM
 * @param mekDrug unbound avutometinib, nM
 * @param pyk2 abundance of Pyk2, nM
 * @param kiPyk2 inhibition constant on Pyk2 in nM, in every draw too; empty for the model's nominal value and prior, which disagree:
 *     sources and guides range from 0.6 to 423 nM, and the nominal value is the lower end
 * @param hours of exposure
 */
public record PathwayQuestion(
        double drug, double mekDrug, double pyk2, OptionalDouble kiPyk2, double hours, int draws, long seed) {
    private static final String MODEL = "fak-pyk2";

    /** Nodes of the drawing by what the model calls them; the free kinase is what inhibitors leave of it. */
    private static final Map<String, String> SPECIES = species();

    private static Map<String, String> species() {
        Map<String, String> map = new LinkedHashMap<>();
        map.put("pFak", "pY397");
        map.put("pPyk2", "pY402");
        map.put("fakSrc", "fakSrc");
        map.put("pyk2Src", "pyk2Src");
        map.put("cas", "pCas");
        map.put("paxillin", "pPaxillin");
        map.put("pi3k", "pip3");
        map.put("akt", "pAkt");
        map.put("ras", "rasGtp");
        map.put("raf", "pRaf");
        map.put("mek", "ppMek");
        map.put("erk", "ppErk");
        return map;
    }

    public Answer answer() {
        Experiment experiment = Experiment.of(MODEL, ModelLibrary.model(MODEL));
        double[] nominal = relative(experiment, Map.of());
        List<double[]> drawn = experiment.draws(draws, seed, false).parallelStream()
                .map(set -> relative(experiment, set))
                .toList();
        List<String> ids = List.copyOf(SPECIES.keySet());
        Map<String, Spread> spreads = new LinkedHashMap<>();
        for (int i = 0; i < ids.size(); i++) {
            int at = i;
            if (Double.isFinite(nominal[i])) {
                spreads.put(
                        ids.get(i),
                        Spread.of(
                                nominal[i],
                                drawn.stream().mapToDouble(one -> one[at]).toArray()));
            }
        }
        Pathway pathway = pathway(spreads);
        return new Answer(
                "pathway",
                MODEL,
                sentences(spreads),
                List.of(table(spreads, pathway)),
                List.of(pathway.figure()),
                experiment.priors().uncertain(),
                draws,
                seed);
    }

    private double[] relative(Experiment experiment, Map<String, Double> set) {
        List<String> seen = List.copyOf(SPECIES.values());
        Map<String, Double> asked = new HashMap<>(Map.of("drug", drug, "mekDrug", mekDrug, "pyk2Usual", pyk2));
        kiPyk2.ifPresent(ki -> asked.put("kiPyk2", ki));
        Map<String, Double> changes = Experiment.over(set, asked);
        double[][] course = experiment.run(changes, hours, 1, seen).values();
        return IntStream.range(0, seen.size())
                .mapToDouble(i -> course[0][i] > 1e-12 ? course[1][i] / course[0][i] : Double.NaN)
                .toArray();
    }

    private Pathway pathway(Map<String, Spread> spreads) {
        Map<String, Double> activities = new HashMap<>();
        spreads.forEach((id, spread) -> activities.put(id, spread.nominal()));
        PathwayMap map = PathwayMap.of(activities);
        Heading heading = Heading.of("pathway", "FAK and Pyk2 signalling under defactinib")
                .subtitle(condition() + ", relative to the untreated cell")
                .caption(
                        "Rounded: protein; cut corners: complex; hexagon: what the cell does; stadium: drug. Arrow: activates; bar:"
                                + " inhibits; circle: phosphorylates; filled arrow: binds. Solid: stated in a guide; dashed: inferred;"
                                + " dotted: from the literature and needed by the model. Grey nodes have no activity in the model. Colours"
                                + " and numbers: nominal values of the model 'fak-pyk2'." + beyond(spreads))
                .simulated(true);
        return new Pathway(
                heading, map.nodes(), map.edges(), PathwayMap.WIDTH, PathwayMap.HEIGHT, "activity, % of untreated");
    }

    private String condition() {
        return String.format(
                Locale.ROOT,
                "%s nM unbound defactinib%s for %.0f h, %s nM Pyk2 in the cell%s",
                plain(drug),
                mekDrug > 0 ? " and " + plain(mekDrug) + " nM avutometinib" : "",
                hours,
                plain(pyk2),
                kiPyk2.isPresent() ? ", Ki of " + plain(kiPyk2.getAsDouble()) + " nM on it" : "");
    }

    private static String plain(double value) {
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    private List<String> sentences(Map<String, Spread> spreads) {
        List<String> sentences = new ArrayList<>();
        for (String id : List.of("pFak", "pPyk2", "akt", "erk")) {
            Spread spread = spreads.get(id);
            if (spread != null) {
                sentences.add(String.format(
                        Locale.ROOT,
                        "%s: %.0f %% of untreated (middle 90 %% of draws %.0f to %.0f %%).",
                        SPECIES.get(id),
                        100 * spread.nominal(),
                        100 * spread.low(),
                        100 * spread.high()));
            }
        }
        sentences.add("At " + condition()
                + ". How much of Akt and ERK hangs on FAK and Pyk2 differs between lines; half is the most"
                + " that the priors allow.");
        String beyond = beyond(spreads);
        if (!beyond.isEmpty()) {
            sentences.add(beyond.strip());
        }
        return sentences;
    }

    /** Which nominal values lie outside the middle of their own draws, and why; empty where none does. */
    private static String beyond(Map<String, Spread> spreads) {
        List<String> outside = new ArrayList<>();
        spreads.forEach((id, spread) -> {
            if (spread.low() < spread.high() && (spread.nominal() < spread.low() || spread.nominal() > spread.high())) {
                outside.add(String.format(
                        Locale.ROOT, "%s (%.0f to %.0f %%)", SPECIES.get(id), 100 * spread.low(), 100 * spread.high()));
            }
        });
        return outside.isEmpty()
                ? ""
                : " Outside the middle 90 % of draws from the priors: " + String.join(", ", outside)
                        + ". The Ki on Pyk2 is disputed (0.6 to 423 nM) and its nominal value, a source's, the potent end:"
                        + " --pyk2-ki sets it.";
    }

    private static Table table(Map<String, Spread> spreads, Pathway pathway) {
        List<Table.Column> columns = List.of(
                Table.column("node", ""),
                Table.column("species", ""),
                Table.column("nominal", "% of untreated"),
                Table.column("low", ""),
                Table.column("median", ""),
                Table.column("high", ""));
        List<List<Table.Cell>> rows = new ArrayList<>();
        spreads.forEach((id, spread) -> rows.add(List.of(
                Table.word(label(pathway, id)),
                Table.word(String.valueOf(SPECIES.get(id))),
                Table.number(100 * spread.nominal()),
                Table.number(100 * spread.low()),
                Table.number(100 * spread.median()),
                Table.number(100 * spread.high()))));
        return new Table("pathway", columns, rows);
    }

    private static String label(Pathway pathway, String id) {
        return pathway.nodes().stream()
                .filter(node -> node.id().equals(id))
                .map(Pathway.Node::label)
                .findFirst()
                .orElse(id);
    }
}
