package org.kindlin.study.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.assays.text.CsvText;
import org.kindlin.assays.text.SpreadsheetText;
import org.kindlin.lab.plan.LiquidHandler;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.Transfer;

/**
 * The movements of single liquids, in the file that each liquid handler takes.
 *
 * <p>Echo: Cherry Pick and Plate Reformat import comma-separated values whose columns are named as here, volumes in nL,
 * wells without padding zeros. Hamilton: a worklist that VENUS maps by column name, volumes in uL. Opentrons: the app
 * takes Python protocols ({@link OpentronsProtocol}).
 */
final class PickLists {
    private PickLists() {}

    /** File names and texts. */
    static Map<String, String> of(Plan plan) {
        Map<String, String> files = new LinkedHashMap<>();
        for (LiquidHandler handler : LiquidHandler.values()) {
            List<Transfer> moves = plan.chemistry().transfers().stream()
                    .filter(transfer -> transfer.handler() == handler)
                    .toList();
            if (!moves.isEmpty()) {
                files.put("picklist-" + handler.label() + suffix(handler), text(handler, inOrder(moves), plan));
            }
        }
        return files;
    }

    private static String suffix(LiquidHandler handler) {
        return isOpentrons(handler) ? ".py" : ".csv";
    }

    private static boolean isOpentrons(LiquidHandler handler) {
        return handler == LiquidHandler.OPENTRONS_OT2 || handler == LiquidHandler.OPENTRONS_FLEX;
    }

    /** Onto the plate source by source, so that a tip serves all wells of a dose. */
    private static List<Transfer> inOrder(List<Transfer> moves) {
        List<Transfer> ordered = new ArrayList<>(moves.stream()
                .filter(move -> move.stage() != Transfer.Stage.ASSAY)
                .toList());
        moves.stream()
                .filter(move -> move.stage() == Transfer.Stage.ASSAY)
                .sorted(Comparator.comparing((Transfer move) -> move.to().labware())
                        .thenComparing(Transfer::from)
                        .thenComparing(Transfer::to))
                .forEach(ordered::add);
        return ordered;
    }

    private static String text(LiquidHandler handler, List<Transfer> moves, Plan plan) {
        return switch (handler) {
            case HAND -> hand(moves);
            case ECHO -> echo(moves);
            case HAMILTON -> hamilton(moves);
            case OPENTRONS_OT2, OPENTRONS_FLEX -> OpentronsProtocol.of(handler, moves, plan);
        };
    }

    private static String hand(List<Transfer> moves) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("step", "from", "from_well", "to", "to_well", "volume_uL", "mix"));
        moves.forEach(move -> rows.add(List.of(
                move.stage().title(),
                SpreadsheetText.guard(move.from().labware()),
                move.from().wellName(),
                SpreadsheetText.guard(move.to().labware()),
                move.to().wellName(),
                CsvText.number(move.volume().microlitres()),
                move.mix() ? "yes" : "")));
        return CsvText.of(rows);
    }

    private static String echo(List<Transfer> moves) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Source Plate Name",
                "Source Plate Barcode",
                "Source Plate Type",
                "Source Well",
                "Destination Plate Name",
                "Destination Plate Barcode",
                "Destination Well",
                "Transfer Volume"));
        moves.forEach(move -> rows.add(List.of(
                move.from().labware(),
                move.from().labware(),
                "384PP_DMSO2",
                move.from().wellName(),
                SpreadsheetText.guard(move.to().labware()),
                SpreadsheetText.guard(move.to().labware()),
                move.to().wellName(),
                CsvText.number(move.volume().nanolitres()))));
        return CsvText.windows(rows);
    }

    private static String hamilton(List<Transfer> moves) {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Source Plate Name",
                "Source Well",
                "Destination Plate Name",
                "Destination Well",
                "Transfer Volume",
                "Mix",
                "Step"));
        moves.forEach(move -> rows.add(List.of(
                SpreadsheetText.guard(move.from().labware()),
                move.from().wellName(),
                SpreadsheetText.guard(move.to().labware()),
                move.to().wellName(),
                CsvText.number(move.volume().microlitres()),
                move.mix() ? "1" : "0",
                move.stage().title())));
        return CsvText.windows(rows);
    }
}
