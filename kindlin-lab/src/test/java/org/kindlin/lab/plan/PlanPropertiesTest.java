package org.kindlin.lab.plan;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.kindlin.assays.plate.PlateFormat;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.plate.WellRole;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.assays.quantity.Quantity;
import org.kindlin.assays.quantity.Unit;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;
import org.kindlin.numerics.random.RandomStream;

/** What every plan keeps, whatever it is asked for: tried on designs drawn at random. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PlanPropertiesTest {
    private static final int TRIALS = 150;
    private static final List<String> HANDLERS = List.of("hand", "hamilton", "opentrons-ot2", "opentrons-flex", "echo");
    private static final Volume AMPLE = Volume.microlitres(1e7);

    private final List<Plan> plans = new ArrayList<>();
    private final List<Fault> refusals = new ArrayList<>();

    PlanPropertiesTest() {
        RandomStream random = RandomStream.ofSeed(20261122);
        for (int i = 0; i < TRIALS; i++) {
            AssayPlan assay = Planner.all().get(i % Planner.all().size());
            Map<String, String> settings = settings(random.child(i));
            if (!assay.equals(kinase())) {
                settings.remove("targets");
            }
            if (assay.assay().equals("collagen")) {
                settings.put("wells", i % 8 < 4 ? "24" : "48");
                settings.put("doses", Integer.toString(1 + i % 5));
            }
            try {
                plans.add(Planner.plan(assay, Settings.of(settings), i));
            } catch (InputFaultException refused) {
                refusals.addAll(refused.faults());
            }
        }
    }

    private static AssayPlan kinase() {
        return Planner.find("kinase").orElseThrow();
    }

    private static Map<String, String> settings(RandomStream random) {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("handler", HANDLERS.get(random.nextInt(HANDLERS.size())));
        settings.put("fold", String.format(Locale.ROOT, "%.4f", 1.2 + 11 * random.nextDouble()));
        settings.put("doses", Integer.toString(1 + random.nextInt(14)));
        settings.put("replicates", Integer.toString(1 + random.nextInt(4)));
        settings.put("plates", Integer.toString(1 + random.nextInt(3)));
        settings.put("wells", random.nextInt(2) == 0 ? "96" : "384");
        settings.put("avoidEdges", random.nextInt(3) == 0 ? "yes" : "no");
        settings.put("dmsoPercent", List.of("0.1", "0.25", "0.5", "0.9").get(random.nextInt(4)));
        settings.put("topDose", List.of("30 nM", "1 uM", "10 uM", "100 uM").get(random.nextInt(4)));
        settings.put(
                "arrangement", List.of("randomised", "interleaved", "blocked").get(random.nextInt(3)));
        settings.put(
                "compounds",
                List.of("defactinib", "a, b", "a@1 mM, b:HCl@20 mM, c").get(random.nextInt(3)));
        settings.put("targets", random.nextInt(2) == 0 ? "FAK" : "FAK, Pyk2");
        return settings;
    }

    @Test
    void mostDesignsCanBeMadeAndTheOthersSayWhatWould() {
        assertThat(plans).hasSizeGreaterThan(TRIALS / 2);
        assertThat(refusals).isNotEmpty().allSatisfy(fault -> {
            assertThat(fault.place()).isNotEmpty();
            assertThat(fault.remedy()).isNotEmpty();
            assertThat(fault.problem()).containsPattern("\\d");
        });
    }

    @Test
    void transfersInTheirOrderMoveWhatIsThereIntoWhatHoldsItInVolumesThatCanBeSet() {
        plans.forEach(plan -> assertThat(replay(plan).problems()).isEmpty());
    }

    @Test
    void nothingIsLostAndNothingAppears() {
        for (Plan plan : plans) {
            Replay replay = replay(plan);
            assertThat(replay.liquids().total()).isEqualTo(replay.filled());
        }
    }

    @Test
    void everyWellGetsItsDoseAndTheSameDmso() {
        for (Plan plan : plans) {
            Liquids liquids = replay(plan).liquids();
            DilutionRequest request = plan.chemistry().request();
            int additions = plan.assay().equals("combination") ? 2 : 1;
            double share = (double) additions
                    * request.added().picolitres()
                    / request.well().picolitres();
            for (Well well : Plan.map(plan.dosed()).wells()) {
                Liquids.Contents contents = liquids.at(new Place(well.plate(), well.address()));
                assertThat(contents.volume()).isEqualTo(request.added().times(additions));
                assertThat(contents.dmso() * share)
                        .isCloseTo(additions * request.dmso(), within(additions * request.dmso() * 0.0101));
                double dose = contents.nanomolar().values().stream()
                                .mapToDouble(v -> v)
                                .sum()
                        * share;
                double stated = nanomolar(well.role() == WellRole.SAMPLE ? well.concentration() : null)
                        + nanomolar(well.second() == null ? null : well.second().concentration());
                assertThat(dose).isCloseTo(stated, within(stated * 1e-5));
            }
        }
    }

    private static double nanomolar(@Nullable Quantity dose) {
        return dose == null ? 0 : dose.in(Unit.NANOMOLAR);
    }

    @Test
    void dmsoIsTheSameInEveryWellOfAPlan() {
        for (Plan plan : plans) {
            Liquids liquids = replay(plan).liquids();
            double[] dmso = Plan.map(plan.dosed()).wells().stream()
                    .mapToDouble(well ->
                            liquids.at(new Place(well.plate(), well.address())).dmso())
                    .sorted()
                    .toArray();
            assertThat(dmso[dmso.length - 1]).isCloseTo(dmso[0], within(dmso[0] * 1e-12));
        }
    }

    @Test
    void noWellIsUsedTwiceAndEdgesStayEmptyWhereAsked() {
        for (Plan plan : plans) {
            Set<Place> seen = new HashSet<>();
            PlateFormat format = plan.dosed().getFirst().format();
            for (Well well : Plan.map(plan.dosed()).wells()) {
                assertThat(seen.add(new Place(well.plate(), well.address()))).isTrue();
                assertThat(format.contains(well.address())).isTrue();
                assertThat(plan.chemistry().design().avoidEdges() && format.isEdge(well.address()))
                        .isFalse();
            }
            PlateDesign design = plan.chemistry().design();
            int targets = (int)
                    plan.dosed().stream().map(PlannedPlate::target).distinct().count();
            long samples = Plan.map(plan.dosed()).wells().stream()
                    .filter(well -> well.role() == WellRole.SAMPLE)
                    .count();
            long combined = design.doses().count() + 1L;
            long each = plan.assay().equals("combination")
                    ? (combined * combined - 1) * design.replicates()
                    : (long) design.compounds().size() * design.wellsPerCompound();
            assertThat(samples).isEqualTo(each * design.repeats() * targets);
        }
    }

    @Test
    void everyCultureIsReadInBothItsFractionsOnAPlateWithItsOwnStandards() {
        Plan plan = Planner.plan(Planner.find("collagen").orElseThrow(), Settings.of(Map.of("plates", "3")), 5);
        assertThat(plan.plates()).hasSize(3);
        for (PlannedPlate plate : plan.plates()) {
            List<Well> wells = plan.layout().on(plate.name());
            assertThat(wells.stream().filter(well -> well.role() == WellRole.STANDARD))
                    .hasSize(24);
            assertThat(wells.stream().filter(well -> well.role() == WellRole.SERUM_BLANK))
                    .hasSize(4);
        }
        Map<String, Long> extracts = plan.layout().wells().stream()
                .filter(well -> !well.sample().isEmpty())
                .collect(groupingBy(well -> well.sample() + " " + well.fraction(), counting()));
        long cultures = Plan.map(plan.dosed()).wells().size();
        assertThat(extracts)
                .hasSize((int) (2 * cultures))
                .allSatisfy((extract, wells) -> assertThat(wells).isEqualTo(2));
    }

    @Test
    void theSameSeedGivesTheSamePlan() {
        Settings settings = Settings.of(Map.of("arrangement", "randomised", "targets", "FAK, Pyk2"));
        assertThat(Planner.plan(kinase(), settings, 3).layout())
                .isEqualTo(Planner.plan(kinase(), settings, 3).layout())
                .isNotEqualTo(Planner.plan(kinase(), settings, 4).layout());
    }

    private record Replay(Liquids liquids, Volume filled, List<String> problems) {}

    /** The transfers of a plan on an empty bench. */
    private static Replay replay(Plan plan) {
        Map<String, Labware> labware = new LinkedHashMap<>();
        plan.chemistry().dilution().labware().forEach(one -> labware.put(one.name(), one));
        plan.dosed()
                .forEach(plate ->
                        labware.put(plate.name(), new Labware(plate.name(), "", plate.format(), AMPLE, Volume.NONE)));
        Liquids liquids = new Liquids();
        List<Place> filled = new ArrayList<>();
        plan.chemistry().dilution().labware().stream()
                .filter(one -> one.format() == PlateFormat.WELLS_6)
                .forEach(one -> {
                    liquids.fill(
                            one.at(0, 0), Liquids.Contents.of(AMPLE, one.name().equals("DMSO") ? 1 : 0));
                    filled.add(one.at(0, 0));
                });
        int tube = 0;
        List<Place> stocks = stocks(plan);
        for (Dilution.Series series : plan.chemistry().dilution().series()) {
            Compound compound = series.compound();
            liquids.fill(
                    stocks.get(tube),
                    Liquids.Contents.stock(
                            AMPLE, compound.label(), compound.stock().in(Unit.NANOMOLAR)));
            filled.add(stocks.get(tube++));
        }
        List<String> problems = new ArrayList<>();
        for (Transfer transfer : plan.chemistry().transfers()) {
            Optional<String> problem = liquids.move(
                    transfer,
                    Objects.requireNonNull(labware.get(transfer.from().labware())),
                    Objects.requireNonNull(labware.get(transfer.to().labware())));
            problem.ifPresent(problems::add);
        }
        return new Replay(liquids, AMPLE.times(filled.size()), problems);
    }

    /** Tubes that are drawn from and never filled, in the order of use. */
    private static List<Place> stocks(Plan plan) {
        Set<Place> filled = new HashSet<>();
        plan.chemistry().transfers().forEach(transfer -> filled.add(transfer.to()));
        return plan.chemistry().transfers().stream()
                .map(Transfer::from)
                .filter(place -> place.labware().equals("Tubes") && !filled.contains(place))
                .distinct()
                .sorted()
                .toList();
    }
}
