package org.kindlin.study.plan;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.Version;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Value;
import org.kindlin.lab.plan.growth.Allocation;
import org.kindlin.lab.plan.growth.Balance;
import org.kindlin.lab.plan.growth.GrowthPlan;
import org.kindlin.lab.plan.growth.GrowthPlanner;
import org.kindlin.lab.plan.growth.PowerCurve;
import org.kindlin.study.json.JsonText;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A growth plan as JSON; it names no animal's arm, only the hash of the allocation. */
final class GrowthPlanJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private GrowthPlanJson() {}

    static String write(GrowthPlan plan) {
        ObjectNode tree = JSON.objectNode();
        tree.put("kindlin", Version.current());
        tree.put("plan", GrowthPlanner.ASSAY);
        tree.put("seed", plan.seed());
        ObjectNode settings = tree.putObject("settings");
        plan.settings().forEach(entry -> {
            ObjectNode one = settings.putObject(entry.name());
            one.set(
                    "value",
                    entry.value() instanceof Value.NotStated
                            ? JSON.nullNode()
                            : JSON.stringNode(entry.value().asText()));
            one.put("stated", entry.stated());
        });
        plan.enrolment().ifPresent(enrolment -> {
            ObjectNode node = tree.putObject("enrolment");
            node.put("windowLow", plan.window()[0]);
            node.put("windowHigh", plan.window()[1]);
            node.put("enrolled", enrolment.enrolled().size());
            ArrayNode left = node.putArray("notEnrolled");
            enrolment
                    .left()
                    .forEach(one ->
                            left.addObject().put("animal", one.candidate().id()).put("reason", one.reason()));
        });
        plan.allocation().ifPresent(allocation -> tree.set("randomisation", randomisation(plan, allocation)));
        tree.set("power", power(plan.power()));
        ArrayNode warnings = tree.putArray("warnings");
        plan.warnings()
                .forEach(warning ->
                        warnings.addObject().put("code", warning.code()).put("message", warning.message()));
        return JsonText.of(tree);
    }

    private static ObjectNode randomisation(GrowthPlan plan, Allocation allocation) {
        ObjectNode node = JSON.objectNode();
        node.put("method", Key.spelling(plan.method()));
        node.put("allocationSha256", allocation.hash());
        node.put("draws", allocation.draws());
        node.put("largestStandardisedDifference", rounded(allocation.imbalance()));
        ArrayNode arms = node.putArray("balance");
        Balance.of(allocation).forEach(balance -> describe(balance, arms.addObject()));
        Map<String, List<Balance>> strata = Balance.byStratum(allocation);
        if (!strata.isEmpty()) {
            ArrayNode within = node.putArray("balanceWithinStrata");
            strata.forEach((stratum, balances) -> balances.forEach(
                    balance -> describe(balance, within.addObject().put("stratum", stratum))));
        }
        return node;
    }

    private static void describe(Balance balance, ObjectNode arm) {
        arm.put("code", balance.code()).put("n", balance.n()).put("geometricMeanVolume", rounded(balance.volume()));
        balance.weight().ifPresent(weight -> arm.put("meanWeight", rounded(weight)));
    }

    /** Ten digits: what summing in binary leaves behind them says nothing about animals. */
    private static double rounded(double value) {
        return Double.isFinite(value)
                ? BigDecimal.valueOf(value).round(new MathContext(10)).doubleValue()
                : value;
    }

    private static ObjectNode power(PowerCurve curve) {
        ObjectNode node = JSON.objectNode();
        node.put("show", Key.spelling(curve.test()));
        node.put("wanted", curve.wanted());
        node.put("simulations", curve.simulations());
        if (curve.smallest().isPresent()) {
            node.put("animalsPerArm", curve.smallest().getAsInt());
        } else {
            node.putNull("animalsPerArm");
        }
        ArrayNode points = node.putArray("points");
        for (PowerCurve.Point point : curve.points()) {
            ObjectNode one = points.addObject()
                    .put("animalsPerArm", point.animals())
                    .put("power", point.power())
                    .put("low", rounded(point.low()))
                    .put("high", rounded(point.high()))
                    .put("removedPerStudy", rounded(point.removed()));
            if (curve.isCosted()) {
                one.put("cost", rounded(point.cost()));
            }
        }
        return node;
    }
}
