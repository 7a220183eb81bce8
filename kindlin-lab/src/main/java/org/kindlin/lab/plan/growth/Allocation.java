package org.kindlin.lab.plan.growth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.kindlin.assays.text.NaturalOrder;
import org.kindlin.numerics.random.RandomStream;
import org.kindlin.numerics.statistics.Descriptive;

/**
 * Which animal gets what.
 *
 * @param animals in the order of their names, m2 before m11
 * @param codes the letter under which each arm is known to the blinded
 * @param draws how many allocations were drawn until one was balanced
 * @param imbalance largest standardised difference between two arms, of log volume and of weight
 */
public record Allocation(List<Allocated> animals, Map<String, String> codes, int draws, double imbalance) {
    private static final int MOST_DRAWS = 2000;

    public Allocation {
        animals = List.copyOf(animals);
        codes = Collections.unmodifiableMap(new LinkedHashMap<>(codes));
    }

    /** An animal with its arm. */
    public record Allocated(Candidate animal, String arm) {}

    /** How animals come to arms. */
    public enum Method {
        /** Animals in order of volume, in blocks of as many as there are arms, each block in a random order of arms. */
        RANK_BLOCKS,
        /** The same within every stratum. */
        STRATIFIED,
        /** Cages as blocks: each cage's animals over as many arms as it can hold, arms kept equal in number. */
        CAGE_BLOCKS
    }

    /**
     * Allocates animals; drawn again until the imbalance is within a threshold, at most {@value #MOST_DRAWS} times, the best then
     * being taken.
     *
     * @param random all randomness; the same stream gives the same allocation
     */
    static Allocation of(
            List<Candidate> animals, List<String> arms, Method method, double threshold, RandomStream random) {
        List<Allocated> best = List.of();
        double least = Double.POSITIVE_INFINITY;
        int draws = 0;
        while (draws == 0 || (draws < MOST_DRAWS && least > threshold)) {
            List<Allocated> drawn = draw(animals, arms, method, random.child(draws));
            double imbalance = imbalance(drawn, arms);
            if (imbalance < least || best.isEmpty()) {
                best = drawn;
                least = imbalance;
            }
            draws++;
        }
        return new Allocation(best, codes(arms, random.child("codes")), draws, least);
    }

    private static List<Allocated> draw(
            List<Candidate> animals, List<String> arms, Method method, RandomStream random) {
        List<Allocated> drawn = new ArrayList<>();
        switch (method) {
            case RANK_BLOCKS -> blocks(sorted(animals), arms, random, drawn);
            case STRATIFIED -> {
                Map<String, List<Candidate>> strata = new TreeMap<>();
                animals.forEach(one -> strata.computeIfAbsent(one.stratum(), _ -> new ArrayList<>())
                        .add(one));
                List<Candidate> rest = new ArrayList<>();
                for (List<Candidate> stratum : strata.values()) {
                    List<Candidate> ordered = sorted(stratum);
                    int whole = ordered.size() / arms.size() * arms.size();
                    blocks(ordered.subList(0, whole), arms, random, drawn);
                    rest.addAll(ordered.subList(whole, ordered.size()));
                }
                blocks(sorted(rest), arms, random, drawn);
            }
            case CAGE_BLOCKS -> cages(animals, arms, random, drawn);
        }
        drawn.sort(Comparator.comparing(one -> one.animal().id(), NaturalOrder.NAMES));
        return drawn;
    }

    private static List<Candidate> sorted(List<Candidate> animals) {
        return animals.stream()
                .sorted(Comparator.comparingDouble(Candidate::volume).thenComparing(Candidate::id))
                .toList();
    }

    private static void blocks(List<Candidate> ordered, List<String> arms, RandomStream random, List<Allocated> into) {
        int[] order = {};
        for (int i = 0; i < ordered.size(); i++) {
            if (i % arms.size() == 0) {
                order = random.nextPermutation(arms.size());
            }
            into.add(new Allocated(ordered.get(i), arms.get(order[i % arms.size()])));
        }
    }

    /** Every animal gets an arm of those least used in its cage, of these one least used so far, ties by lot. */
    private static void cages(List<Candidate> animals, List<String> arms, RandomStream random, List<Allocated> into) {
        Map<String, List<Candidate>> cages = new TreeMap<>();
        animals.forEach(
                one -> cages.computeIfAbsent(one.cage(), _ -> new ArrayList<>()).add(one));
        int[] used = new int[arms.size()];
        for (List<Candidate> cage : cages.values()) {
            int[] here = new int[arms.size()];
            int[] order = random.nextPermutation(cage.size());
            for (int i : order) {
                int[] lots = random.nextPermutation(arms.size());
                int chosen = lots[0];
                for (int lot : lots) {
                    boolean fewer = here[lot] < here[chosen] || (here[lot] == here[chosen] && used[lot] < used[chosen]);
                    chosen = fewer ? lot : chosen;
                }
                here[chosen]++;
                used[chosen]++;
                into.add(new Allocated(cage.get(i), arms.get(chosen)));
            }
        }
    }

    /** Largest difference of means between two arms over the pooled standard deviation, of log volume and of weight. */
    private static double imbalance(List<Allocated> drawn, List<String> arms) {
        double volume = spread(drawn, arms, one -> Math.log(Math.max(one.volume(), 1e-3)));
        boolean weighed = drawn.stream().allMatch(one -> one.animal().weight().isPresent());
        return weighed
                ? Math.max(volume, spread(drawn, arms, one -> one.weight().orElseThrow()))
                : volume;
    }

    private static double spread(List<Allocated> drawn, List<String> arms, ToDoubleFunction<Candidate> value) {
        double lowest = Double.POSITIVE_INFINITY;
        double highest = Double.NEGATIVE_INFINITY;
        double squares = 0;
        int degrees = 0;
        for (String arm : arms) {
            double[] values = drawn.stream()
                    .filter(one -> one.arm().equals(arm))
                    .mapToDouble(one -> value.applyAsDouble(one.animal()))
                    .toArray();
            if (values.length == 0) {
                return Double.POSITIVE_INFINITY;
            }
            double mean = Descriptive.mean(values);
            lowest = Math.min(lowest, mean);
            highest = Math.max(highest, mean);
            squares += Descriptive.sumOfSquaresAboutMean(values);
            degrees += values.length - 1;
        }
        double deviation = degrees > 0 ? Math.sqrt(squares / degrees) : 0;
        return deviation > 0 ? (highest - lowest) / deviation : highest > lowest ? Double.POSITIVE_INFINITY : 0;
    }

    private static Map<String, String> codes(List<String> arms, RandomStream random) {
        int[] order = random.nextPermutation(arms.size());
        Map<String, String> codes = new LinkedHashMap<>();
        for (int i = 0; i < arms.size(); i++) {
            codes.put(arms.get(i), String.valueOf((char) ('P' + order[i] % 11)) + (order[i] >= 11 ? "2" : ""));
        }
        return codes;
    }

    /** The letter of an arm. */
    public String code(String arm) {
        return codes.getOrDefault(arm, "?");
    }

    /** One line an animal with its arm: what the hash is of. */
    public String text() {
        StringBuilder text = new StringBuilder("animal,arm\n");
        animals.forEach(one ->
                text.append(one.animal().id()).append(',').append(one.arm()).append('\n'));
        return text.toString();
    }

    /** SHA-256 of {@link #text()}: written down before treatment, it proves later that the allocation is the one drawn. */
    public String hash() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
