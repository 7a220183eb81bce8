package org.kindlin.mechanism.simulate;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** Lists what is not passed: {@code SuiteMain FOLDER [CASE...]}. */
final class SuiteMain {
    private SuiteMain() {}

    public static void main(String[] arguments) {
        Set<String> only = Set.copyOf(List.of(arguments).subList(1, arguments.length));
        int[] counts = new int[4];
        for (SuiteCase each : SuiteCase.all(Path.of(arguments[0]))) {
            if (!only.isEmpty() && !only.contains(each.name())) {
                continue;
            }
            long begun = System.nanoTime();
            try {
                switch (each.run()) {
                    case SuiteCase.Outcome.Passed _ -> counts[0]++;
                    case SuiteCase.Outcome.Refused refused -> {
                        counts[1]++;
                        System.out.println("REFUSED " + refused.reason());
                    }
                    case SuiteCase.Outcome.Wrong wrong -> {
                        counts[2]++;
                        System.out.println("WRONG " + each.name() + " " + wrong.where() + " | " + each.tags());
                    }
                }
            } catch (RuntimeException | StackOverflowError defect) {
                counts[3]++;
                System.out.println("DEFECT " + each.name() + " " + defect);
                for (int i = 0; i < 3 && i < defect.getStackTrace().length; i++) {
                    System.out.println("    " + defect.getStackTrace()[i]);
                }
            }
            long ms = (System.nanoTime() - begun) / 1_000_000;
            if (ms > 300) {
                System.out.println("SLOW " + each.name() + " " + ms + " ms");
            }
        }
        System.out.println(
                "passed " + counts[0] + " refused " + counts[1] + " wrong " + counts[2] + " defects " + counts[3]);
    }
}
