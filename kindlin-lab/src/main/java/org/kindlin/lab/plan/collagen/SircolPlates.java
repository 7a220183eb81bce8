package org.kindlin.lab.plan.collagen;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.WellAddress;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.lab.plan.Place;
import org.kindlin.lab.plan.PlannedPlate;
import org.kindlin.lab.plan.WellContent;
import org.kindlin.numerics.random.RandomStream;

/**
 * The 96-well plates that are read: each with its own standards and cell-free medium, then the extracts of cultures in
 * random order, the wells of one extract side by side.
 *
 * @param standardWells wells of each standard
 * @param serumWells wells of cell-free medium
 * @param extractWells wells of one extract
 */
record SircolPlates(int standardWells, int serumWells, int extractWells) {
    /** Standards in ug/mL, as the kit's curve has them. */
    static final List<Double> STANDARDS = List.of(0.0, 5.0, 10.0, 20.0, 40.0, 80.0, 120.0, 160.0);

    private static final PlateFormat FORMAT = PlateFormat.WELLS_96;
    private static final List<String> FRACTIONS = List.of("soluble", "insoluble");

    /** Cultures whose extracts fit one plate. */
    int culturesPerPlate() {
        int room = FORMAT.size() - STANDARDS.size() * standardWells - serumWells;
        return room / (FRACTIONS.size() * extractWells);
    }

    /** The plates for the cultures of these culture plates. */
    List<PlannedPlate> of(List<PlannedPlate> vessels, RandomStream random) {
        List<Culture> cultures = new ArrayList<>();
        vessels.forEach(vessel -> vessel.wells()
                .forEach((address, content) -> cultures.add(new Culture(new Place(vessel.name(), address), content))));
        int[] order = random.nextPermutation(cultures.size());
        List<PlannedPlate> plates = new ArrayList<>();
        for (int from = 0; from < order.length; from += culturesPerPlate()) {
            List<WellContent> contents = new ArrayList<>(controls());
            for (int i = from; i < Math.min(order.length, from + culturesPerPlate()); i++) {
                contents.addAll(cultures.get(order[i]).extracts(extractWells));
            }
            plates.add(new PlannedPlate("Sircol-" + (plates.size() + 1), "", FORMAT, columnwise(contents)));
        }
        return plates;
    }

    /** A culture where it grows. */
    private record Culture(Place place, WellContent content) {

        /** What the culture is called on labels and in the plate map. */
        String label() {
            return place.labware() + " " + place.wellName();
        }

        List<WellContent> extracts(int wells) {
            List<WellContent> extracts = new ArrayList<>();
            for (String fraction : FRACTIONS) {
                for (int i = 1; i <= wells; i++) {
                    extracts.add(new WellContent(
                            label() + " " + fraction,
                            place.wellName() + (fraction.equals("soluble") ? "s" : "i"),
                            0,
                            content.role(),
                            content.compound(),
                            content.form(),
                            content.concentration(),
                            i,
                            place,
                            label(),
                            fraction));
                }
            }
            return extracts;
        }
    }

    private List<WellContent> controls() {
        List<WellContent> contents = new ArrayList<>();
        for (int s = 0; s < STANDARDS.size(); s++) {
            for (int i = 1; i <= standardWells; i++) {
                Quantity amount = new Quantity(STANDARDS.get(s), Unit.MICROGRAM_PER_MILLILITRE);
                contents.add(control("S" + s, WellRole.STANDARD, amount, i, s));
            }
        }
        for (int i = 1; i <= serumWells; i++) {
            contents.add(control("M", WellRole.SERUM_BLANK, null, i, STANDARDS.size()));
        }
        return contents;
    }

    private static WellContent control(
            String code, WellRole role, @org.jspecify.annotations.Nullable Quantity amount, int replicate, int tube) {
        Place source = new Place("Standards", new WellAddress(0, tube));
        return new WellContent("control " + code, code, 0, role, "", "", amount, replicate, source);
    }

    /** Down the columns, as a multichannel pipette fills them. */
    private static Map<WellAddress, WellContent> columnwise(List<WellContent> contents) {
        Map<WellAddress, WellContent> wells = new TreeMap<>();
        for (int i = 0; i < contents.size(); i++) {
            wells.put(new WellAddress(i % FORMAT.rows(), i / FORMAT.rows()), contents.get(i));
        }
        return wells;
    }
}
