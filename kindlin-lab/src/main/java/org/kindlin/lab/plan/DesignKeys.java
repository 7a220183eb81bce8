package org.kindlin.lab.plan;

import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Value;
import org.kindlin.assays.quantity.CompoundForm;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Faults;

/**
 * The settings that every plan of compounds on plates has in common; each assay gives its own defaults.
 *
 * <p>Compounds are written {@code NAME}, {@code NAME:FORM} or {@code NAME:FORM@STOCK}, separated by commas.
 */
public final class DesignKeys {
    private final Key<List<String>> compounds;
    private final Key<String> form = Key.text(
            "form", null, "form of compounds that state none: free base, HCl, d6; needed to turn mass into moles");
    private final Key<Quantity> stock =
            Key.positive("stock", Unit.MILLIMOLAR, "10 mM", "stock solution in DMSO of compounds that state none");
    private final Key<Double> molarMass = Key.number(
                    "molarMass", null, "molar mass in g/mol of the form weighed, where it is not known here")
            .onlyIf("number > 0", mass -> mass > 0);
    private final Key<Double> mass = Key.number(
                    "massMg", null, "mg of solid to dissolve; then the DMSO for the stock is computed")
            .onlyIf("number > 0", mg -> mg > 0);
    private final Key<Quantity> topDose;
    private final Key<Double> fold;
    private final Key<Double> doses;
    private final Key<Double> replicates;
    private final Key<Double> plates;
    private final Key<Double> wells;
    private final Key<Double> dmso;
    private final Key<Boolean> avoidEdges;
    private final Key<Arrangement> arrangement = Key.choice(
            "arrangement",
            Arrangement.class,
            null,
            "order of the wells; where not stated: randomised for a robot, interleaved by hand");
    private final Key<LiquidHandler> handler =
            Key.choice("handler", LiquidHandler.class, LiquidHandler.HAND, "what moves the compounds");
    private final Key<Double> overage =
            Key.number("overagePercent", 0, 100, "10", "made beyond need in %, for what stays in tips and troughs");
    private final Key<LocalTime> start = new Key<>(
            "start",
            "time of day hh:mm",
            "",
            "09:00",
            "when work begins",
            DesignKeys::time,
            time -> new Value.Text(time.toString()));

    /**
     * Defaults of an assay.
     *
     * @param sizes the numbers of wells that its plates may have
     */
    public record Defaults(
            String topDose,
            String fold,
            int doses,
            int replicates,
            int plates,
            int wells,
            String dmsoPercent,
            boolean avoidEdges,
            List<Integer> sizes) {
        private static final List<Integer> OF_ASSAY_PLATES = List.of(96, 384, 1536);

        public Defaults {
            sizes = List.copyOf(sizes);
        }

        /** Defaults of an assay in assay plates. */
        public Defaults(
                String topDose,
                String fold,
                int doses,
                int replicates,
                int plates,
                int wells,
                String dmsoPercent,
                boolean avoidEdges) {
            this(topDose, fold, doses, replicates, plates, wells, dmsoPercent, avoidEdges, OF_ASSAY_PLATES);
        }
    }

    public DesignKeys(Defaults defaults) {
        this(defaults, "defactinib");
    }

    /** @param usualCompounds the compounds where none are stated */
    public DesignKeys(Defaults defaults, String usualCompounds) {
        compounds = new Key<>(
                "compounds",
                "NAME:FORM@STOCK, NAME:FORM@STOCK, ...",
                "",
                usualCompounds,
                "compounds; form and stock may be left out",
                DesignKeys::names,
                names -> new Value.Text(String.join(", ", names)));
        topDose = Key.positive("topDose", Unit.NANOMOLAR, defaults.topDose(), "highest dose in the assay well");
        fold = Key.number("fold", 1.05, 1000, defaults.fold(), "dilution from dose to dose");
        doses = whole("doses", 1, 48, defaults.doses(), "doses of each compound");
        replicates = whole("replicates", 1, 96, defaults.replicates(), "wells of each dose on a plate");
        plates = whole("plates", 1, 100, defaults.plates(), "plates made of each set of compounds");
        wells = whole("wells", 1, 1536, defaults.wells(), "wells of a plate")
                .onlyIf(
                        defaults.sizes().stream().map(String::valueOf).collect(Collectors.joining("|")),
                        number -> defaults.sizes().contains((int) Math.rint(number)));
        dmso = Key.number("dmsoPercent", 0.001, 10, defaults.dmsoPercent(), "DMSO in every assay well, % v/v");
        avoidEdges = Key.flag("avoidEdges", defaults.avoidEdges(), "leave the outermost wells out");
    }

    /** A key that takes whole numbers within closed limits. */
    public static Key<Double> whole(String name, int lowest, int highest, int initial, String meaning) {
        return Key.number(name, Integer.toString(initial), meaning)
                .onlyIf(
                        "whole number " + lowest + ".." + highest,
                        number -> number == Math.rint(number) && number >= lowest && number <= highest);
    }

    public List<Key<?>> all() {
        List<Key<?>> keys = new ArrayList<>(List.of(
                compounds,
                form,
                stock,
                molarMass,
                mass,
                topDose,
                fold,
                doses,
                replicates,
                plates,
                wells,
                dmso,
                avoidEdges,
                arrangement,
                handler,
                overage,
                start));
        keys.addAll(PrecisionKeys.all());
        return keys;
    }

    public Optional<Double> mass(Resolved settings) {
        return settings.find(mass);
    }

    /** The design the settings state; contradictions become faults. */
    public PlateDesign read(Resolved settings, Faults faults) {
        LiquidHandler moves = settings.get(handler);
        Arrangement order =
                settings.find(arrangement).orElse(moves.isRobot() ? Arrangement.RANDOMISED : Arrangement.INTERLEAVED);
        List<Compound> list = settings.get(compounds).stream()
                .map(text -> compound(text, settings, faults))
                .toList();
        long labels = list.stream().map(Compound::label).distinct().count();
        if (labels < list.size()) {
            fault(settings, compounds, "a compound stands there twice", "name each once", faults);
        }
        return new PlateDesign(
                list,
                new DoseSeries(settings.get(topDose), settings.get(fold), count(settings, doses)),
                count(settings, replicates),
                count(settings, plates),
                PlateFormat.ofSize(count(settings, wells)).orElseThrow(),
                settings.get(avoidEdges),
                order,
                moves,
                settings.get(dmso) / 100,
                settings.get(overage) / 100,
                settings.get(start));
    }

    private Compound compound(String text, Resolved settings, Faults faults) {
        int at = text.indexOf('@');
        String left = (at < 0 ? text : text.substring(0, at)).strip();
        int colon = left.indexOf(':');
        String name = (colon < 0 ? left : left.substring(0, colon)).strip();
        String ofIt = colon < 0
                ? settings.find(form).orElse("")
                : left.substring(colon + 1).strip();
        Quantity solution = at < 0 ? settings.get(stock) : stockOf(text.substring(at + 1), settings, faults);
        if (!name.matches("[^=;\\p{Cntrl}]{1,60}")) {
            fault(settings, compounds, "'" + text + "' names no compound", "write NAME:FORM@STOCK", faults);
        }
        List<CompoundForm> known = Compound.formsOf(name);
        Optional<CompoundForm> mole = settings.find(molarMass)
                .map(weight -> new CompoundForm(name, ofIt.isEmpty() ? "not stated" : ofIt, weight))
                .or(() -> known.stream()
                        .filter(one -> one.form().equalsIgnoreCase(ofIt))
                        .findFirst());
        if (settings.find(mass).isPresent() && mole.isEmpty()) {
            String forms = known.isEmpty()
                    ? "state form and molarMass"
                    : "state form: "
                            + String.join(
                                    ", ",
                                    known.stream()
                                            .map(one -> one.form() + " (" + one.molarMass() + " g/mol)")
                                            .toList());
            fault(
                    settings,
                    mass,
                    "the mass of " + name + " cannot be turned into moles without its form",
                    forms,
                    faults);
        }
        return new Compound(
                name, mole.map(CompoundForm::form).filter(_ -> !ofIt.isEmpty()).orElse(ofIt), mole, solution);
    }

    private Quantity stockOf(String text, Resolved settings, Faults faults) {
        Optional<Quantity> stated = Quantity.parse(text, Unit.MILLIMOLAR)
                .filter(quantity -> quantity.unit().dimension() == Unit.MILLIMOLAR.dimension())
                .filter(quantity -> quantity.value() > 0);
        if (stated.isEmpty()) {
            fault(settings, compounds, "'" + text.strip() + "' is no stock concentration", "write it as 10 mM", faults);
        }
        return stated.orElse(new Quantity(10, Unit.MILLIMOLAR));
    }

    private static void fault(Resolved settings, Key<?> key, String problem, String remedy, Faults faults) {
        faults.add(settings.settings().origin(), settings.settings().placeOf(key.name()), problem, remedy);
    }

    static int count(Resolved settings, Key<Double> key) {
        return (int) Math.rint(settings.get(key));
    }

    private static Optional<List<String>> names(String text) {
        List<String> names = new ArrayList<>(
                Arrays.stream(text.split(",", -1)).map(String::strip).toList());
        return names.stream().anyMatch(String::isEmpty) || names.size() > 200 ? Optional.empty() : Optional.of(names);
    }

    private static Optional<LocalTime> time(String text) {
        try {
            return Optional.of(LocalTime.parse(text.strip(), DateTimeFormatter.ofPattern("H:mm", Locale.ROOT)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
