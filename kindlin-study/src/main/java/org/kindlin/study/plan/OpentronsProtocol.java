package org.kindlin.study.plan;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.kindlin.assays.Version;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.text.CsvText;
import org.kindlin.lab.plan.Labware;
import org.kindlin.lab.plan.LiquidHandler;
import org.kindlin.lab.plan.Plan;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.Transfer;

/**
 * A Python protocol (Opentrons Protocol API 2) that makes a list of transfers: the form that the app of OT-2 and Flex
 * imports.
 *
 * <p>Labware is loaded by the names of the Opentrons labware library that come nearest; they stand at the top of the file
 * to be changed.
 */
final class OpentronsProtocol {
    private static final String TEMPLATE = "opentrons.py.txt";

    private OpentronsProtocol() {}

    static String of(LiquidHandler robot, List<Transfer> moves, Plan plan) {
        Map<String, String> labware = labware(moves, plan);
        String slots = labware.entrySet().stream()
                .map(entry -> "    " + python(entry.getKey()) + ": " + python(entry.getValue()) + ",")
                .collect(Collectors.joining("\n"));
        String transfers = moves.stream().map(OpentronsProtocol::line).collect(Collectors.joining("\n"));
        boolean flex = robot == LiquidHandler.OPENTRONS_FLEX;
        return template()
                .replace("@TITLE@", python(plan.title()))
                .replace("@VERSION@", Version.current())
                .replace("@ROBOT@", python(flex ? "Flex" : "OT-2"))
                .replace("@API@", python(flex ? "2.16" : "2.15"))
                .replace("@SLOTS@", flex ? flexSlots() : otSlots())
                .replace("@PIPETTES@", flex ? FLEX_PIPETTES : OT2_PIPETTES)
                .replace("@TRASH@", flex ? "    protocol.load_trash_bin(\"A3\")\n" : "")
                .replace("@LABWARE@", slots)
                .replace("@TRANSFERS@", transfers);
    }

    private static final String OT2_PIPETTES = """
            SMALL = ("p20_single_gen2", "left", "opentrons_96_tiprack_20ul", 20)
            LARGE = ("p300_single_gen2", "right", "opentrons_96_tiprack_300ul", 300)""";
    private static final String FLEX_PIPETTES = """
            SMALL = ("flex_1channel_50", "left", "opentrons_flex_96_tiprack_50ul", 50)
            LARGE = ("flex_1channel_1000", "right", "opentrons_flex_96_tiprack_1000ul", 1000)""";

    private static String otSlots() {
        List<String> slots = new ArrayList<>();
        for (int slot = 1; slot <= 11; slot++) {
            slots.add("\"" + slot + "\"");
        }
        return String.join(", ", slots);
    }

    private static String flexSlots() {
        return "\"D1\", \"D2\", \"D3\", \"C1\", \"C2\", \"C3\", \"B1\", \"B2\", \"B3\", \"A1\", \"A2\"";
    }

    /** The labware the transfers touch, with library names, in the order of use. */
    private static Map<String, String> labware(List<Transfer> moves, Plan plan) {
        Map<String, String> known = new LinkedHashMap<>();
        plan.chemistry().dilution().labware().forEach(one -> known.put(one.name(), libraryName(one)));
        plan.plates().forEach(plate -> known.put(plate.name(), libraryName(plate)));
        Map<String, String> used = new LinkedHashMap<>();
        for (Transfer move : moves) {
            for (String name : List.of(move.from().labware(), move.to().labware())) {
                used.computeIfAbsent(name, known::get);
            }
        }
        return used;
    }

    private static String libraryName(Labware labware) {
        return switch (labware.format()) {
            case WELLS_6 -> "nest_12_reservoir_15ml";
            case WELLS_24 -> "opentrons_24_tuberack_nest_1.5ml_snapcap";
            default ->
                labware.capacity().microlitres() > 200 ? "nest_96_wellplate_2ml_deep" : "biorad_96_wellplate_200ul_pcr";
        };
    }

    private static String libraryName(PlannedPlate plate) {
        return plate.format() == PlateFormat.WELLS_384
                ? "corning_384_wellplate_112ul_flat"
                : "corning_96_wellplate_360ul_flat";
    }

    private static String line(Transfer move) {
        return String.format(
                Locale.ROOT,
                "    (%s, \"%s\", %s, \"%s\", %s, %s),",
                python(move.from().labware()),
                move.from().wellName(),
                python(move.to().labware()),
                move.to().wellName(),
                CsvText.number(move.volume().microlitres()),
                move.mix() ? "True" : "False");
    }

    /** A Python string literal; everything but plain characters is an escape. */
    private static String python(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints()
                .forEach(character -> literal.append(
                        character >= ' ' && character < 0x7F && character != '"' && character != '\\'
                                ? Character.toString(character)
                                : String.format(Locale.ROOT, "\\U%08x", character)));
        return literal.append('"').toString();
    }

    private static String template() {
        try (InputStream stream = OpentronsProtocol.class.getResourceAsStream(TEMPLATE)) {
            if (stream == null) {
                throw new IllegalStateException(TEMPLATE + " is missing from the build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
