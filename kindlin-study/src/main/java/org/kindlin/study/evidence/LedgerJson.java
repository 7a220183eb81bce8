package org.kindlin.study.evidence;

import java.util.List;
import java.util.Optional;
import org.kindlin.study.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Claims and traps as JSON, for scripts. */
public final class LedgerJson {
    private LedgerJson() {}

    /** An array of claims; numbers as numbers, and the value as written beside them. */
    public static String claims(List<Claim> claims) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        claims.forEach(claim -> array.add(node(claim)));
        return JsonText.of(array);
    }

    /** An array of traps. */
    public static String traps(List<Trap> traps) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Trap trap : traps) {
            ObjectNode node = array.addObject()
                    .put("number", trap.number())
                    .put("text", trap.text())
                    .put("problem", trap.problem())
                    .put("handled", trap.handled());
            trap.concerns().forEach(node.putArray("concerns")::add);
        }
        return JsonText.of(array);
    }

    private static ObjectNode node(Claim claim) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", claim.id())
                .put("compound", claim.compound())
                .put("form", claim.form())
                .put("of", claim.of())
                .put("quantity", claim.quantity())
                .put("text", claim.text())
                .put("unit", claim.unit())
                .put("tag", claim.tag().symbol());
        put(node, claim.value());
        node.put("source", claim.source().id())
                .put("citation", claim.source().citation())
                .put("digest", claim.source().digest())
                .put("reference", claim.reference())
                .put("setting", claim.setting());
        put(node, "assay", claim.assay());
        put(node, "doubt", claim.doubt());
        claim.traps().forEach(node.putArray("traps")::add);
        return node;
    }

    private static void put(ObjectNode node, ClaimedValue value) {
        switch (value) {
            case ClaimedValue.Exact number -> {
                node.put("relation", "=").put("value", number.value());
                number.interval()
                        .ifPresent(range -> node.put("low", range.low()).put("high", range.high()));
            }
            case ClaimedValue.Range range ->
                node.put("relation", "in").put("low", range.low()).put("high", range.high());
            case ClaimedValue.Limit limit ->
                node.put("relation", limit.relation().symbol()).put("value", limit.value());
            case ClaimedValue.Change change -> node.put("relation", "change");
            case ClaimedValue.NotFound none -> node.put("relation", "none");
        }
    }

    private static void put(ObjectNode node, String name, Optional<String> text) {
        text.ifPresent(value -> node.put(name, value));
    }
}
