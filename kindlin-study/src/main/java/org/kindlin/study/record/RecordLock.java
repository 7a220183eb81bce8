package org.kindlin.study.record;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;
import org.kindlin.fault.Fault;
import org.kindlin.fault.InputFaultException;

/** The right to write to a record: one process at a time, given back by the operating system if the process dies. */
final class RecordLock implements AutoCloseable {
    private final FileChannel channel;

    private RecordLock(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Takes the lock, without waiting.
     *
     * @throws InputFaultException if another run has it, or the folder cannot be written
     */
    static RecordLock take(Path file) {
        try {
            Path folder = file.toAbsolutePath().getParent();
            if (folder != null) {
                Files.createDirectories(folder);
            }
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw taken(file);
            }
            return new RecordLock(channel);
        } catch (IOException e) {
            throw AtomicFiles.unwritable(file, e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null; // another thread of this process has it
        }
    }

    private static InputFaultException taken(Path file) {
        return new InputFaultException(new Fault(
                file.toString(),
                "",
                "another run is writing to this folder",
                "wait until it has finished, or give another folder with --out"));
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw AtomicFiles.unwritable(Path.of("lock"), e);
        }
    }
}
