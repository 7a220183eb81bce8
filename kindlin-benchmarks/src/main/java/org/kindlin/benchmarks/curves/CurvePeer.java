package org.kindlin.benchmarks.curves;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.kindlin.numerics.sigmoid.BatchFits;
import org.kindlin.numerics.sigmoid.SigmoidBatch;

/**
 * Another program that fits curves: it reads a file of log doses and responses, and prints its CPU seconds for the fits
 * alone and the sum of squares of each.
 */
record CurvePeer(String name, List<String> command) {
    private static final double SAME = 1e-6;

    /** Runs the peer and reports on how many curves its sum of squares is that of the batch. */
    double secondsPerCurve(double[][] curves, SigmoidBatch batch, PrintStream out)
            throws IOException, InterruptedException {
        String[] answer = answer(curves);
        if (answer.length != curves.length + 1) {
            throw new IOException(name + " answered " + answer.length + " numbers for " + curves.length + " curves");
        }
        BatchFits fits = batch.fit(curves);
        int same = 0;
        int better = 0;
        for (int i = 0; i < curves.length; i++) {
            double ratio = Double.parseDouble(answer[i + 1]) / fits.rss[i];
            same += Math.abs(ratio - 1) < SAME ? 1 : 0;
            better += ratio <= 1 - SAME ? 1 : 0;
        }
        out.printf(
                Locale.ROOT,
                "%s: same optimum on %d of %d curves, better than Kindlin on %d%n",
                name,
                same,
                curves.length,
                better);
        return Double.parseDouble(answer[0]) / curves.length;
    }

    private String[] answer(double[][] curves) throws IOException, InterruptedException {
        Path file = Files.createTempFile("curves", ".csv");
        List<String> lines = new ArrayList<>();
        lines.add(row(SimulatedCurves.logDoses()));
        for (double[] curve : curves) {
            lines.add(row(curve));
        }
        Files.write(file, lines);
        List<String> words = new ArrayList<>(command);
        words.add(file.toString());
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        byte[] output = process.getInputStream().readAllBytes();
        int status = process.waitFor();
        Files.delete(file);
        if (status != 0) {
            throw new IOException(name + " failed with status " + status);
        }
        return new String(output, StandardCharsets.US_ASCII).strip().split("\\s+", -1);
    }

    private static String row(double[] values) {
        return String.join(",", Arrays.stream(values).mapToObj(Double::toString).toList());
    }
}
