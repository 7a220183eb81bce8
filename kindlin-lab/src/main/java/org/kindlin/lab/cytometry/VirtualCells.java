package org.kindlin.lab.cytometry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.kindlin.numerics.random.RandomStream;

/**
 * Cells of one tube: of each what every channel reads, dyes spilt over and noise added.
 *
 * @param debris share of events that are no cells
 * @param doublets share of events that are two cells at once
 * @param dead share of cells that took up the viability dye
 * @param macrophages share of the live single cells
 */
record VirtualCells(double debris, double doublets, double dead, double macrophages) {
    private static final double DETECTOR_NOISE = 35;
    private static final double PHOTON_NOISE = 2.5;
    private static final double CELL_SPREAD = 0.45;

    /** One tube: channel values by name, and how many live single macrophages are in it. */
    record Tube(Map<String, float[]> channels, int trueMacrophages) {}

    /**
     * Fills a tube.
     *
     * @param medians of the dyes on a live macrophage, in the order of {@link MacrophagePanel#STAINS}
     * @param seconds acquisition time
     */
    Tube fill(int events, double[] medians, double seconds, RandomStream random) {
        List<String> dyes = MacrophagePanel.DETECTORS;
        Map<String, float[]> channels = new LinkedHashMap<>();
        List.of("Time", "FSC-A", "FSC-H", "SSC-A").forEach(name -> channels.put(name, new float[events]));
        dyes.forEach(name -> channels.put(name, new float[events]));
        int macrophageCount = 0;
        double[] stain = new double[dyes.size()];
        for (int event = 0; event < events; event++) {
            double kind = random.nextDouble();
            boolean isDebris = kind < debris;
            boolean isDoublet = !isDebris && kind < debris + doublets;
            boolean isDead = !isDebris && random.nextDouble() < dead;
            boolean isMacrophage = !isDebris && random.nextDouble() < macrophages;
            stains(stain, medians, isDebris, isDead, isMacrophage, random);
            double area = isDebris
                    ? random.nextLogNormal(9000, 0.35)
                    : random.nextLogNormal(isMacrophage ? 95000 : 60000, 0.12);
            double height = area * (0.99 + 0.025 * random.nextGaussian());
            if (isDoublet) {
                area *= 1.85;
                for (int d = 0; d < stain.length; d++) {
                    stain[d] *= 1.9;
                }
            }
            put(channels, "Time", event, seconds * (event + random.nextDouble()) / events * 100);
            put(channels, "FSC-A", event, area);
            put(channels, "FSC-H", event, height);
            put(
                    channels,
                    "SSC-A",
                    event,
                    isDebris
                            ? random.nextLogNormal(6000, 0.6)
                            : random.nextLogNormal(isMacrophage ? 70000 : 22000, 0.25));
            detect(channels, event, stain, random);
            macrophageCount += isMacrophage && !isDead && !isDoublet ? 1 : 0;
        }
        return new Tube(channels, macrophageCount);
    }

    private static void stains(
            double[] stain,
            double[] medians,
            boolean isDebris,
            boolean isDead,
            boolean isMacrophage,
            RandomStream random) {
        for (int d = 0; d < stain.length; d++) {
            boolean isViability = MacrophagePanel.STAINS.get(d).equals("Viability");
            if (isViability) {
                stain[d] = random.nextLogNormal(isDead ? 22000 : 120, 0.4);
            } else if (isDebris) {
                stain[d] = random.nextLogNormal(20, 0.8);
            } else {
                stain[d] = random.nextLogNormal(isMacrophage ? medians[d] : 90, CELL_SPREAD);
            }
        }
    }

    /** Each detector sees every dye by its spillover, with photons' and its own noise. */
    private static void detect(Map<String, float[]> channels, int event, double[] stain, RandomStream random) {
        double[][] matrix = MacrophagePanel.spillover().matrix();
        for (int detector = 0; detector < stain.length; detector++) {
            double light = 0;
            for (int dye = 0; dye < stain.length; dye++) {
                light += stain[dye] * matrix[dye][detector];
            }
            double noise = Math.hypot(DETECTOR_NOISE, PHOTON_NOISE * Math.sqrt(light));
            put(channels, MacrophagePanel.DETECTORS.get(detector), event, light + noise * random.nextGaussian());
        }
    }

    private static void put(Map<String, float[]> channels, String name, int event, double value) {
        float[] column = Objects.requireNonNull(channels.get(name));
        column[event] = (float) Math.min(value, MacrophagePanel.TOP - 1);
    }
}
