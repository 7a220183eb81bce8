package org.kindlin.study.record;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/**
 * Writes whole files or nothing: content goes to a temporary neighbour, to the disk, and then under its name.
 *
 * <p>Whoever reads the name finds the old content or the new, also after a power cut; a killed writer leaves at most a
 * neighbour that ends in {@value #TEMPORARY}, which the next writer of that name replaces. One writer per name at a time.
 */
public final class AtomicFiles {
    static final String TEMPORARY = ".part";

    private AtomicFiles() {}

    /**
     * Puts content under a name, replacing what was there.
     *
     * @throws InputFaultException if the place cannot be written
     */
    public static void write(Path file, byte[] content) {
        try {
            Path folder = parentOf(file);
            Files.createDirectories(folder);
            Path temporary = folder.resolve("." + file.getFileName() + TEMPORARY);
            try {
                writeThrough(temporary, content);
                move(temporary, file);
            } finally {
                Files.deleteIfExists(temporary);
            }
            syncFolder(folder);
        } catch (IOException e) {
            throw unwritable(file, e);
        }
    }

    /** Writes only where the name does not hold this content yet; returns whether it wrote. */
    public static boolean writeIfDifferent(Path file, byte[] content) {
        if (holds(file, content)) {
            return false;
        }
        write(file, content);
        return true;
    }

    /** Whether the file is there and has exactly this content. */
    static boolean holds(Path file, byte[] content) {
        try {
            return Files.isRegularFile(file)
                    && Files.size(file) == content.length
                    && Arrays.equals(Files.readAllBytes(file), content);
        } catch (IOException e) {
            return false;
        }
    }

    /** The fault of a place that cannot be written; a full disk is no defect of ours. */
    static InputFaultException unwritable(Path path, IOException cause) {
        String reason = cause.getClass().getSimpleName().replace("Exception", "");
        String detail = cause.getMessage() == null ? reason : reason + ", " + cause.getMessage();
        return new InputFaultException(new Fault(
                path.toString(),
                "",
                "cannot be written: " + detail,
                "free the disk, mend the permissions, or give another folder with --out"));
    }

    /** The fault of a file of ours that cannot be read. */
    static InputFaultException unreadable(Path path, IOException cause) {
        return new InputFaultException(new Fault(
                path.toString(),
                "",
                "cannot be read: " + cause.getClass().getSimpleName().replace("Exception", ""),
                "mend the permissions"));
    }

    private static void writeThrough(Path file, byte[] content) throws IOException {
        try (FileChannel channel = FileChannel.open(
                file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(content);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    /** Makes the new name itself durable; not every operating system can open a folder, and none needs it to be right. */
    static void syncFolder(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows: the rename is journalled by the file system itself
        }
    }

    private static Path parentOf(Path file) {
        Path parent = file.toAbsolutePath().getParent();
        return parent == null ? file.toAbsolutePath() : parent;
    }
}
