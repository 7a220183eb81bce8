package org.kindlin.assays.growth;

import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.kindlin.assays.result.DataPoint;
import org.kindlin.assays.result.Exclusion;
import org.kindlin.assays.result.Warning;

/**
 * One study, as read.
 *
 * @param armColumn the column that names the arm: the key of subjects
 * @param animalColumn the column that names the animal
 * @param arms in order of appearance
 * @param isSimulated whether any file says that it is
 * @param points every reading with a volume
 * @param findings what was assumed or mended in reading
 */
public record GrowthData(
        String armColumn,
        String animalColumn,
        List<String> arms,
        List<Animal> animals,
        boolean isSimulated,
        List<DataPoint> points,
        List<Exclusion> exclusions,
        List<Warning> findings) {

    public GrowthData {
        arms = List.copyOf(arms);
        animals = List.copyOf(animals);
        points = List.copyOf(points);
        exclusions = List.copyOf(exclusions);
        findings = List.copyOf(findings);
    }

    /** The same study with other animals. */
    GrowthData withAnimals(List<Animal> others) {
        return new GrowthData(armColumn, animalColumn, arms, others, isSimulated, points, exclusions, findings);
    }

    /** The animals of an arm. */
    List<Animal> of(String arm) {
        return animals.stream().filter(animal -> animal.arm().equals(arm)).toList();
    }

    /** Days on which any tumour was measured, in order. */
    List<Double> days() {
        return List.copyOf(animals.stream()
                .flatMap(animal -> animal.volumes().stream())
                .map(Reading::day)
                .collect(Collectors.toCollection(TreeSet::new)));
    }
}
