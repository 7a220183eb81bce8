package org.kindlin.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.kindlin.assays.Version;

/** A defect of ours: the details go to a file, the user gets one short message and no stack trace. */
final class Defect {

    private Defect() {}

    /** Saves what is needed to find the defect and says where. */
    static int report(Throwable thrown, String[] arguments, Console console) {
        console.err().println("kindlin: a defect in Kindlin, not in your data: " + summary(thrown));
        try {
            Path file = Files.createTempFile("kindlin-defect-", ".txt");
            try (PrintWriter writer = new PrintWriter(Files.newBufferedWriter(file, StandardCharsets.UTF_8))) {
                writer.println("kindlin " + Version.current() + ", Java " + Runtime.version() + ", "
                        + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
                writer.println("arguments: " + Arrays.toString(arguments));
                thrown.printStackTrace(writer);
            }
            console.err().println("kindlin: the details are saved in " + file + "; please report them");
        } catch (IOException e) {
            console.err().println("kindlin: the details could not be saved (" + e.getMessage() + ")");
        }
        return ExitCode.DEFECT;
    }

    private static String summary(Throwable thrown) {
        String text =
                thrown.getClass().getSimpleName() + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
        return text.lines().findFirst().orElse("unknown");
    }
}
