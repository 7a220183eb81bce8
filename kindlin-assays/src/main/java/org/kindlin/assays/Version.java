package org.kindlin.assays;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Properties;
import org.kindlin.figures.Figure;
import org.kindlin.numerics.statistics.Distributions;

/** The version of Kindlin that is running; every record carries it. */
public final class Version {
    private static final String CURRENT = read();

    private Version() {}

    public static String current() {
        return CURRENT;
    }

    /** One class of every module that has a say in a result: where these were loaded from is the program that runs. */
    public static List<Class<?>> modules() {
        return List.of(Distributions.class, Figure.class, Version.class);
    }

    private static String read() {
        Properties properties = new Properties();
        try (InputStream stream = Version.class.getResourceAsStream("version.properties")) {
            if (stream == null) {
                throw new IllegalStateException("version.properties is missing from the build");
            }
            properties.load(stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return properties.getProperty("version");
    }
}
