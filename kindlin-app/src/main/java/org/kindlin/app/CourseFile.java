package org.kindlin.app;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.kindlin.mechanism.ensemble.CourseReceiver;
import org.kindlin.mechanism.simulate.TimeCourse;

/**
 * Writes every course of an ensemble as it comes in, and hands it on. Sets are numbered from 1; those that failed are left
 * out. The file appears when it is whole.
 */
final class CourseFile implements CourseReceiver, AutoCloseable {
    private final Path file;
    private final Path part;
    private final BufferedWriter writer;
    private final double[] times;
    private final CourseReceiver next;

    CourseFile(Path file, TimeCourse like, CourseReceiver next) throws IOException {
        this.file = file;
        this.part = file.resolveSibling(file.getFileName() + ".part");
        this.times = like.times();
        this.next = next;
        this.writer = Files.newBufferedWriter(part, StandardCharsets.UTF_8);
        writer.write("set,time");
        for (String name : like.names()) {
            writer.write("," + name);
        }
        writer.write('\n');
    }

    @Override
    public void course(int set, double[][] values) {
        StringBuilder lines = new StringBuilder();
        for (int t = 0; t < times.length; t++) {
            lines.append(set + 1).append(',').append(times[t]);
            for (double value : values[t]) {
                lines.append(',').append(value);
            }
            lines.append('\n');
        }
        try {
            writer.append(lines);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        next.course(set, values);
    }

    @Override
    public void failed(int set, String reason) {
        next.failed(set, reason);
    }

    @Override
    public void close() throws IOException {
        writer.close();
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
