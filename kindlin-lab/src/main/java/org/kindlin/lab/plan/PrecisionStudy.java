package org.kindlin.lab.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kindlin.assays.protocol.Resolved;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.lab.plan.Precision.Outcome;
import org.kindlin.lab.plan.Precision.Search;
import org.kindlin.lab.plan.Precision.Share;
import org.kindlin.numerics.random.RandomStream;

/**
 * Plans an assay and finds by simulation what the plan promises; where a width is wanted, finds the replicates and doses
 * that reach it.
 *
 * <p>Every design is planned, performed and analysed like the plan itself. Simulations of a design end when Wilson's
 * interval of the share that reaches the wanted width lies on one side of the assurance, or at the stated number; so
 * work is bounded by counts and not by a clock, and the same settings and seed give the same answer.
 */
public final class PrecisionStudy {
    private static final int FEWEST = 12;
    private static final List<Integer> REPLICATES = List.of(1, 2, 3, 4, 6, 8, 12, 16);
    private static final List<Integer> DOSES = List.of(6, 8, 10, 12, 16);

    private final AssayPlan assay;
    private final Settings settings;
    private final long seed;
    private final Consumer<String> progress;
    private final Resolved resolved;

    private PrecisionStudy(AssayPlan assay, Settings settings, long seed, Consumer<String> progress) {
        this.assay = assay;
        this.settings = settings;
        this.seed = seed;
        this.progress = progress;
        Faults faults = new Faults();
        this.resolved = settings.resolve(assay.keys(), faults);
        faults.throwIfAny();
    }

    /**
     * The plan with what it promises.
     *
     * @param progress told what is being simulated
     * @throws InputFaultException with every fault of the settings
     */
    public static Plan plan(AssayPlan assay, Settings settings, long seed, Consumer<String> progress) {
        Plan plan = Planner.plan(assay, settings, seed);
        boolean possible =
                PlannedLab.isPossible(assay.assay()) && !plan.use().lab().isEmpty();
        PrecisionStudy study = new PrecisionStudy(assay, settings, seed, progress);
        int simulations = PrecisionKeys.simulations(study.resolved);
        return possible && simulations > 0 ? study.promise(plan, simulations) : plan;
    }

    private Plan promise(Plan plan, int simulations) {
        Optional<Search> search = PrecisionKeys.wantedFold(resolved).map(wanted -> search(plan, wanted, simulations));
        Plan best = search.flatMap(Search::chosen)
                .filter(_ -> !resolved.settings().stated().containsKey(PrecisionKeys.REPLICATES))
                .map(chosen -> Planner.plan(assay, with(chosen.replicates(), chosen.doses(), plan), seed))
                .orElse(plan);
        double wanted = PrecisionKeys.wantedFold(resolved).orElse(Double.POSITIVE_INFINITY);
        TrialTally tally = new TrialTally(wanted, plan.use().width());
        simulate(best, tally, simulations, simulations, 0.5);
        return best.promising(new Precision(best.use().estimate(), best.use().level(), tally.outcome(best), search));
    }

    private Search search(Plan plan, double wanted, int simulations) {
        double assurance = PrecisionKeys.assurance(resolved);
        int stated = plan.chemistry().design().doses().count();
        List<Integer> doses = resolved.settings().stated().containsKey(PrecisionKeys.DOSES) ? List.of(stated) : DOSES;
        List<Outcome> designs = new ArrayList<>();
        for (int count : doses) {
            boolean reached = false;
            for (int replicates : REPLICATES) {
                Optional<Plan> design = reached ? Optional.empty() : design(replicates, count, plan);
                if (design.isEmpty()) {
                    break;
                }
                TrialTally tally = new TrialTally(wanted, plan.use().width());
                simulate(design.get(), tally, FEWEST, simulations, assurance);
                designs.add(tally.outcome(design.get()));
                reached = tally.within().value() >= assurance;
            }
        }
        Optional<Outcome> chosen = designs.stream()
                .filter(design -> design.within().value() >= assurance)
                .min(Comparator.comparingInt(Outcome::wells).thenComparingInt(Outcome::doses));
        return new Search(wanted, assurance, designs, chosen);
    }

    private Optional<Plan> design(int replicates, int doses, Plan plan) {
        try {
            return Optional.of(Planner.plan(assay, with(replicates, doses, plan), seed));
        } catch (InputFaultException tooLarge) {
            return Optional.empty(); // it does not fit the plate or cannot be pipetted: no candidate
        }
    }

    /** The settings with other replicates and doses over the same range. */
    private Settings with(int replicates, int doses, Plan plan) {
        DoseSeries series = plan.chemistry().design().with(replicates, doses).doses();
        Map<String, String> stated = new LinkedHashMap<>(settings.stated());
        stated.put(PrecisionKeys.REPLICATES, Integer.toString(replicates));
        stated.put(PrecisionKeys.DOSES, Integer.toString(doses));
        stated.put(PrecisionKeys.FOLD, Amount.number(series.fold()));
        return new Settings(stated, settings.origin(), settings.place());
    }

    private void simulate(Plan plan, TrialTally tally, int fewest, int most, double assurance) {
        PlanTrial trial = new PlanTrial(plan);
        RandomStream seeds = RandomStream.ofSeed(seed).child("plan precision");
        PlateDesign design = plan.chemistry().design();
        String what = design.doses().count() + " doses x " + design.replicates();
        for (int i = 0; i < most; i++) {
            progress.accept(what);
            trial.run(seeds.child(i).nextLong()).forEach(tally::add);
            Share within = tally.within();
            boolean decided = within.low() > assurance || within.high() < assurance;
            if (i + 1 >= fewest && decided) {
                return;
            }
        }
    }
}
