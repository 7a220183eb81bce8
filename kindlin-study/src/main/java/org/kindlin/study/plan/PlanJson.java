package org.kindlin.study.plan;

import java.util.List;
import java.util.Map;
import org.kindlin.assays.Version;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.protocol.Value;
import org.kindlin.lab.plan.Dilution;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.PlateSet;
import org.kindlin.lab.plan.Reagent;
import org.kindlin.lab.plan.Step;
import org.kindlin.lab.plan.Timeline;
import org.kindlin.lab.plan.Transfer;
import org.kindlin.study.json.JsonText;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** A plan as JSON, valid under {@link PlanSchema}; the same plan gives the same bytes. */
public final class PlanJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private PlanJson() {}

    public static String write(Plan plan) {
        ObjectNode tree = JSON.objectNode();
        tree.put("kindlin", Version.current());
        tree.put("plan", plan.assay());
        tree.put("title", plan.title());
        tree.put("seed", plan.seed());
        tree.put("source", plan.remarks().source());
        tree.set("settings", settings(plan.settings()));
        ArrayNode assumptions = tree.putArray("assumptions");
        plan.remarks().assumptions().forEach(assumptions::add);
        ArrayNode warnings = tree.putArray("warnings");
        plan.remarks()
                .warnings()
                .forEach(warning ->
                        warnings.addObject().put("code", warning.code()).put("message", warning.message()));
        tree.put("layout", PlanFiles.LAYOUT);
        ArrayNode plates = tree.putArray("plates");
        plan.plates().forEach(plate -> plates.add(plate(plate)));
        tree.set("dilution", dilution(plan));
        ArrayNode transfers = tree.putArray("transfers");
        plan.chemistry().transfers().forEach(transfer -> transfers.add(transfer(transfer)));
        ArrayNode reagents = tree.putArray("reagents");
        plan.bench().reagents().forEach(reagent -> reagents.add(reagent(reagent)));
        ArrayNode steps = tree.putArray("steps");
        plan.bench().steps().forEach(step -> steps.add(step(step)));
        tree.set("timeline", timeline(plan.timeline()));
        tree.set("analysis", JSON.objectNode().set("settings", texts(plan.use().analysis())));
        ArrayNode lab = tree.putArray("lab");
        plan.use().lab().forEach(run -> {
            ObjectNode node = lab.addObject();
            ArrayNode names = node.putArray("plates");
            run.plates().forEach(names::add);
            node.set("settings", texts(run.settings()));
        });
        plan.precision()
                .ifPresent(precision -> tree.set(
                        "precision", PrecisionJson.of(precision, plan.use().width())));
        return JsonText.of(tree);
    }

    private static ObjectNode texts(Map<String, String> settings) {
        ObjectNode node = JSON.objectNode();
        settings.forEach(node::put);
        return node;
    }

    private static ObjectNode settings(List<ProtocolEntry> entries) {
        ObjectNode node = JSON.objectNode();
        entries.forEach(entry -> {
            ObjectNode one = node.putObject(entry.name());
            one.set(
                    "value",
                    entry.value() instanceof Value.NotStated
                            ? JSON.nullNode()
                            : JSON.stringNode(entry.value().asText()));
            one.put("stated", entry.stated());
        });
        return node;
    }

    private static JsonNode plate(PlannedPlate plate) {
        return JSON.objectNode()
                .put("name", plate.name())
                .put("target", plate.target())
                .put("wells", plate.format().size())
                .put("used", plate.wells().size());
    }

    private static ObjectNode dilution(Plan plan) {
        Plan.Chemistry chemistry = plan.chemistry();
        ObjectNode node = JSON.objectNode();
        node.put("handler", chemistry.request().handler().label());
        node.put("dmsoPercent", 100 * chemistry.design().dmso());
        node.put("assayVolumeMicrolitres", chemistry.request().well().microlitres());
        node.put("addedMicrolitres", chemistry.request().added().microlitres());
        node.put("dmsoMicrolitres", chemistry.dilution().dmso().microlitres());
        node.put("diluentMicrolitres", chemistry.dilution().diluent().microlitres());
        ArrayNode series = node.putArray("series");
        for (int i = 0; i < chemistry.dilution().series().size(); i++) {
            series.add(series(
                    chemistry.dilution().series().get(i),
                    chemistry.dilution().stocks().get(i).microlitres()));
        }
        ArrayNode vehicle = node.putArray("vehicle");
        chemistry.dilution().vehicle().forEach(place -> vehicle.add(place.toString()));
        return node;
    }

    private static ObjectNode series(Dilution.Series series, double stockMicrolitres) {
        ObjectNode node = JSON.objectNode();
        node.put("compound", series.compound().name());
        node.put("form", series.compound().form());
        node.put("stock", series.compound().stock().toString());
        node.put("stockMicrolitres", stockMicrolitres);
        ArrayNode doses = node.putArray("doses");
        for (Dilution.Dose dose : series.doses()) {
            doses.addObject()
                    .put("nominalNanomolar", dose.nominal())
                    .put("nanomolar", PlateSet.printed(dose.nanomolar()))
                    .put("inDmsoNanomolar", dose.inDmso())
                    .put("from", dose.source().toString());
        }
        return node;
    }

    private static ObjectNode transfer(Transfer transfer) {
        return JSON.objectNode()
                .put("stage", transfer.stage().title())
                .put("handler", transfer.handler().label())
                .put("from", transfer.from().toString())
                .put("to", transfer.to().toString())
                .put("microlitres", transfer.volume().microlitres())
                .put("mix", transfer.mix());
    }

    private static ObjectNode reagent(Reagent reagent) {
        ObjectNode node = JSON.objectNode();
        node.put("name", reagent.name());
        node.put("microlitres", reagent.total().microlitres());
        node.put("use", reagent.use());
        ArrayNode parts = node.putArray("parts");
        for (Reagent.Part part : reagent.parts()) {
            parts.addObject()
                    .put("name", part.name())
                    .put("stock", part.stock())
                    .put("strength", part.strength())
                    .put(
                            "microlitres",
                            part.volume().map(volume -> volume.microlitres()).orElse(null));
        }
        return node;
    }

    private static ObjectNode step(Step step) {
        ObjectNode node = JSON.objectNode();
        node.put("title", step.title());
        node.put("eachPlate", step.eachPlate());
        node.put("handsMinutes", step.handsMinutes());
        node.put("waitMinutes", step.waitMinutes());
        node.put("temperature", step.temperature());
        ArrayNode actions = node.putArray("actions");
        step.actions().forEach(actions::add);
        return node;
    }

    private static ObjectNode timeline(Timeline timeline) {
        ObjectNode node = JSON.objectNode();
        node.put("start", timeline.start().toString());
        node.put("staggerMinutes", timeline.stagger());
        ArrayNode tasks = node.putArray("tasks");
        for (Timeline.Task task : timeline.tasks()) {
            tasks.addObject()
                    .put("step", task.step() + 1)
                    .put("plate", task.plate())
                    .put("from", timeline.clock(task.from()))
                    .put("handsEnd", timeline.clock(task.handsEnd()))
                    .put("end", timeline.clock(task.end()));
        }
        return node;
    }
}
