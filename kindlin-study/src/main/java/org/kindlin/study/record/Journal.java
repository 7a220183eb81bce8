package org.kindlin.study.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The list of all finished work, one checked JSON line each, only ever appended to.
 *
 * <p>A line is on the disk before {@link #append} returns. A writer killed in the middle leaves a torn last line, which
 * readers pass over and the next writer closes with a line feed.
 */
public final class Journal {
    private final Path file;

    Journal(Path file) {
        this.file = file;
    }

    /**
     * What a journal says.
     *
     * @param entries the intact entries, oldest first
     * @param unreadable the lines that are none
     */
    public record Content(List<JournalEntry> entries, List<Unreadable> unreadable) {}

    /**
     * A line that is no entry.
     *
     * @param line line number, from 1
     * @param torn whether it looks like the beginning of an entry whose writer was killed, rather than altered
     */
    public record Unreadable(int line, boolean torn) {}

    public Content read() {
        List<JournalEntry> entries = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        List<String> lines = text().lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            Optional<JournalEntry> entry = JournalLine.parse(line);
            entry.ifPresent(entries::add);
            if (entry.isEmpty() && !line.isEmpty()) {
                unreadable.add(new Unreadable(i + 1, !JournalLine.looksWhole(line)));
            }
        }
        return new Content(List.copyOf(entries), List.copyOf(unreadable));
    }

    /**
     * Adds an entry and waits until it is on the disk.
     *
     * @throws org.kindlin.fault.InputFaultException if it cannot be written
     */
    public void append(JournalEntry entry) {
        try {
            boolean isNew = Files.notExists(file);
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
                String start = endsTorn(channel) ? "\n" : "";
                write(channel, start + JournalLine.of(entry) + "\n");
            }
            if (isNew && folder != null) {
                AtomicFiles.syncFolder(folder);
            }
        } catch (IOException e) {
            throw AtomicFiles.unwritable(file, e);
        }
    }

    private static void write(FileChannel channel, String text) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
        channel.position(channel.size());
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
        channel.force(true);
    }

    private static boolean endsTorn(FileChannel channel) throws IOException {
        if (channel.size() == 0) {
            return false;
        }
        ByteBuffer last = ByteBuffer.allocate(1);
        channel.read(last, channel.size() - 1);
        return last.get(0) != '\n';
    }

    private String text() {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw AtomicFiles.unreadable(file, e);
        }
    }
}
