package org.kindlin.app;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.input.InputFile;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.protocol.Key;
import org.kindlin.assays.protocol.Settings;
import org.kindlin.fault.Faults;

/** Files named on the command line, read whole, large ones of events mapped; what cannot be read becomes a fault. */
final class FileArguments {
    /** Past this a file is no plate, table or map. */
    static final long LARGEST_BYTES = 512L << 20;

    private static final byte[] EVENTS = {'F', 'C', 'S'};

    private FileArguments() {}

    /**
     * Pairs each data file with its layout: one layout serves all files, several are taken in order.
     *
     * @param readsEvents whether files of events are read where they lie: they may be of any size
     */
    static List<InputFile> read(List<Path> data, List<Path> layouts, boolean readsEvents, Faults faults) {
        if (layouts.size() > 1 && layouts.size() != data.size()) {
            faults.add(
                    "--layout",
                    "",
                    layouts.size() + " layouts for " + data.size() + " files",
                    "give one layout for all files, or one for each in the same order");
        }
        List<Optional<RawFile>> maps =
                layouts.stream().map(path -> raw(path, faults)).toList();
        List<InputFile> files = new ArrayList<>();
        for (int i = 0; i < data.size(); i++) {
            Optional<RawFile> map = maps.isEmpty() ? Optional.empty() : maps.get(Math.min(i, maps.size() - 1));
            raw(data.get(i), readsEvents, faults).ifPresent(file -> files.add(new InputFile(file, map, Map.of())));
        }
        return files;
    }

    /** The same files with those that stated keys name, such as gates or a mask. */
    static List<InputFile> withCompanions(List<InputFile> files, Settings settings, List<Key<?>> keys, Faults faults) {
        Map<String, RawFile> companions = new LinkedHashMap<>();
        for (Key<?> key : keys) {
            String path = settings.stated().get(key.name());
            if (path != null && key.type().equals(Key.FILE)) {
                raw(Path.of(path), faults).ifPresent(file -> companions.put(key.name(), file));
            }
        }
        return files.stream().map(file -> file.with(companions)).toList();
    }

    static Optional<RawFile> raw(Path path, Faults faults) {
        return raw(path, false, faults);
    }

    private static Optional<RawFile> raw(Path path, boolean readsEvents, Faults faults) {
        try {
            if (Files.isDirectory(path)) {
                faults.add(path.toString(), "", "is a folder", "name the files in it");
                return Optional.empty();
            }
            if (Files.size(path) <= LARGEST_BYTES) {
                return Optional.of(new RawFile(path.toString(), Files.readAllBytes(path)));
            }
            if (readsEvents && isOfEvents(path)) {
                return Optional.of(new RawFile(path.toString(), mapped(path)));
            }
            faults.add(
                    path.toString(),
                    "",
                    "is larger than " + (LARGEST_BYTES >> 20) + " MiB",
                    "split it, or check that it is the right file");
        } catch (NoSuchFileException e) {
            faults.add(path.toString(), "", "no such file", "check the path");
        } catch (IOException e) {
            faults.add(path.toString(), "", "cannot be read: " + e.getMessage(), "check its permissions");
        }
        return Optional.empty();
    }

    private static MemorySegment mapped(Path path) throws IOException {
        try (FileChannel channel = FileChannel.open(path, StandardOpenOption.READ)) {
            return channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size(), Arena.ofAuto());
        }
    }

    private static boolean isOfEvents(Path path) throws IOException {
        try (InputStream file = Files.newInputStream(path)) {
            return Arrays.equals(file.readNBytes(EVENTS.length), EVENTS);
        }
    }
}
