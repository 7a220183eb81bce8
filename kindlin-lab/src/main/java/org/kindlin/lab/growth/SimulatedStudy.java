package org.kindlin.lab.growth;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.kindlin.assays.growth.Animal;
import org.kindlin.assays.growth.DepartureReason;
import org.kindlin.assays.growth.GrowthData;
import org.kindlin.numerics.random.RandomStream;

/** A virtual study: its animals, as a caliper sheet and as the analysis sees it. */
public record SimulatedStudy(List<SimulatedAnimal> animals) {
    public SimulatedStudy {
        animals = List.copyOf(animals);
    }

    /** A study drawn from the truth; each animal has a random stream of its own. */
    public static SimulatedStudy draw(TrueGrowth truth, RandomStream random) {
        List<SimulatedAnimal> animals = new ArrayList<>();
        for (int arm = 0; arm < truth.arms().size(); arm++) {
            for (int i = 0; i < truth.animals(); i++) {
                int number = arm * truth.animals() + i;
                SimulatedAnimal animal = SimulatedAnimal.draw(
                        truth,
                        truth.arms().get(arm),
                        String.format(Locale.ROOT, "M%03d", number + 1),
                        random.child(number));
                if (!animal.rows().isEmpty()) {
                    animals.add(animal);
                }
            }
        }
        return new SimulatedStudy(animals);
    }

    /** The study as read. */
    public GrowthData data(List<String> arms) {
        List<Animal> read = new ArrayList<>(animals.size());
        animals.forEach(animal -> read.add(animal.animal()));
        return new GrowthData("arm", "animal", arms, read, true, List.of(), List.of(), List.of());
    }

    /** The caliper sheet. */
    public String csv(String remark) {
        StringBuilder csv = new StringBuilder("# ").append(remark).append('\n');
        csv.append("arm,animal,day,length_mm,width_mm,body_weight_g,operator,removal_reason\n");
        for (SimulatedAnimal animal : animals) {
            for (int i = 0; i < animal.rows().size(); i++) {
                SimulatedAnimal.Row row = animal.rows().get(i);
                boolean last = i == animal.rows().size() - 1;
                String reason =
                        last ? animal.departure().map(DepartureReason::label).orElse("") : "";
                csv.append(String.format(
                        Locale.ROOT,
                        "%s,%s,%s,%.2f,%.2f,%.1f,%s,%s\n",
                        animal.arm(),
                        animal.id(),
                        row.day() == Math.rint(row.day())
                                ? Long.toString((long) row.day())
                                : Double.toString(row.day()),
                        row.length(),
                        row.width(),
                        row.weight(),
                        row.operator(),
                        reason));
            }
        }
        return csv.toString();
    }
}
