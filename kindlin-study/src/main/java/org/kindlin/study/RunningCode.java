package org.kindlin.study;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.kindlin.assays.Version;
import org.kindlin.study.record.Sha256;

/**
 * The hash of the program that is running: its archive, or its class files.
 *
 * <p>A version number stands still while code is worked on; with this hash in the keys of the record, a rebuilt program
 * never takes another's results for its own. Results themselves never carry it: they depend on what the code does.
 */
final class RunningCode {
    private static final String HASH = of(Stream.concat(Version.modules().stream(), Stream.of(RunningCode.class))
            .flatMap(module -> place(module).stream())
            .distinct()
            .toList());

    private RunningCode() {}

    /** The hash, in hexadecimal digits. */
    static String hash() {
        return HASH;
    }

    /** The hash of these archives and folders of classes; it tells their content, not where they lie. */
    static String of(List<Path> places) {
        StringBuilder all = new StringBuilder();
        for (Path place : places) {
            all.append(Sha256.of(content(place)).hex()).append('\n');
        }
        return Sha256.of(all.toString().getBytes(StandardCharsets.UTF_8)).hex();
    }

    /** Where a class was loaded from; empty where the virtual machine does not tell. */
    private static Optional<Path> place(Class<?> module) {
        CodeSource source = module.getProtectionDomain().getCodeSource();
        try {
            return source == null
                    ? Optional.empty()
                    : Optional.of(Path.of(source.getLocation().toURI()));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the program lies in a place without a path: " + source, e);
        }
    }

    private static byte[] content(Path place) {
        try {
            return Files.isDirectory(place) ? listing(place) : Files.readAllBytes(place);
        } catch (IOException e) {
            throw new UncheckedIOException("the running program cannot be read: " + place, e);
        }
    }

    /** The files of a folder by name and hash, in order of their names. */
    private static byte[] listing(Path folder) throws IOException {
        ByteArrayOutputStream listing = new ByteArrayOutputStream();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                listing.writeBytes(
                        (name + ' ' + Sha256.of(Files.readAllBytes(file)).hex() + '\n')
                                .getBytes(StandardCharsets.UTF_8));
            }
        }
        return listing.toByteArray();
    }
}
