package org.kindlin.lab.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.plate.PlateMap;
import org.kindlin.assays.plate.Well;
import org.kindlin.assays.protocol.ProtocolEntry;
import org.kindlin.assays.result.Warning;

/**
 * A plan that can be taken to the bench.
 *
 * @param assay the assay that will analyse what it gives
 * @param title one line
 * @param seed seed of the layout and of every simulation
 * @param settings every parameter with its value and whether it was stated or a default
 * @param remarks what to know before beginning
 * @param chemistry compounds, dilution and every movement of single liquids
 * @param bench materials, reagents and steps
 * @param timeline when each step is done
 * @param use how the readings will be analysed and simulated
 */
public record Plan(
        String assay,
        String title,
        long seed,
        List<ProtocolEntry> settings,
        Remarks remarks,
        Chemistry chemistry,
        List<PlannedPlate> plates,
        Bench bench,
        Timeline timeline,
        Use use,
        Optional<Precision> precision) {

    public Plan {
        settings = List.copyOf(settings);
        plates = List.copyOf(plates);
    }

    /**
     * What to know before beginning.
     *
     * @param source the protocol the plan follows
     * @param assumptions what the protocol leaves open and was assumed
     */
    public record Remarks(String source, List<String> assumptions, List<Warning> warnings) {
        public Remarks {
            assumptions = List.copyOf(assumptions);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * Compounds and their way into the wells.
     *
     * @param massMg solid to be dissolved in mg, where stated
     * @param controls what the codes of control wells mean
     * @param transfers every movement of single liquids, in order
     * @param vessels the plates that compounds go onto, where these are not the plates that are read
     */
    public record Chemistry(
            PlateDesign design,
            DilutionRequest request,
            Dilution dilution,
            Optional<Double> massMg,
            List<Control> controls,
            List<Transfer> transfers,
            List<PlannedPlate> vessels) {
        public Chemistry {
            controls = List.copyOf(controls);
            transfers = List.copyOf(transfers);
            vessels = List.copyOf(vessels);
        }
    }

    /** What is needed, made and done. */
    public record Bench(List<Material> materials, List<Reagent> reagents, List<Step> steps) {
        public Bench {
            materials = List.copyOf(materials);
            reagents = List.copyOf(reagents);
            steps = List.copyOf(steps);
        }
    }

    /**
     * How the readings will be used.
     *
     * @param estimate name of the estimate whose interval is promised
     * @param level confidence level of that interval
     * @param analysis settings of the analysis
     * @param lab how the virtual lab performs the plan, plates by plates
     * @param width how wide its interval is said to be
     */
    public record Use(
            String estimate, double level, Map<String, String> analysis, List<LabRun> lab, IntervalWidth width) {
        public Use {
            analysis = Collections.unmodifiableMap(new LinkedHashMap<>(analysis));
            lab = List.copyOf(lab);
        }

        /** The use of an estimate above zero. */
        public Use(String estimate, double level, Map<String, String> analysis, List<LabRun> lab) {
            this(estimate, level, analysis, lab, IntervalWidth.RATIO);
        }
    }

    /**
     * Plates that the virtual lab performs under the same settings.
     *
     * @param plates names of the plates
     */
    public record LabRun(List<String> plates, Map<String, String> settings) {
        public LabRun {
            plates = List.copyOf(plates);
            settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
        }
    }

    /** The plate map that the analysis reads back. */
    public PlateMap layout() {
        return map(plates);
    }

    /** The plates that compounds go onto: those that are read, or the cultures that these are made from. */
    public List<PlannedPlate> dosed() {
        return chemistry.vessels().isEmpty() ? plates : chemistry.vessels();
    }

    /** What is in the wells of plates. */
    static PlateMap map(List<PlannedPlate> plates) {
        List<Well> wells = plates.stream()
                .flatMap(plate -> plate.wells().entrySet().stream()
                        .map(entry -> entry.getValue().at(entry.getKey(), plate.name(), plate.target())))
                .toList();
        return new PlateMap("", wells);
    }

    /** The same plan with the precision it promises. */
    public Plan promising(Precision promised) {
        return new Plan(
                assay, title, seed, settings, remarks, chemistry, plates, bench, timeline, use, Optional.of(promised));
    }
}
