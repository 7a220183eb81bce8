package org.kindlin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, with a shell script in java's place that tells what it was started with. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class LauncherTest {
    private static final String WARNING = "WARNING: Using incubator modules: jdk.incubator.vector";
    private static final String MODULE = "--add-modules jdk.incubator.vector";
    private static final String CACHE = "-XX:AOTCache=";
    private static final String JAVA = """
            #!/bin/sh
            printf '%s\\n' "$*" >>'CALLS'
            for argument in "$@"; do
              case $argument in
                -XX:AOTCacheOutput=*) : >"${argument#*=}"; exit 0 ;;
              esac
            done
            case $* in
              *jdk.incubator.vector*) echo 'WARNING: Using incubator modules: jdk.incubator.vector' >&2 ;;
            esac
            echo "read $(cat)"
            case $* in
              *wait*) trap 'exit 143' TERM; echo started; while :; do sleep 0.02; done ;;
            esac
            printf 'first\\nWARNING: Using incubator modules: jdk.incubator.vector\\n  no \\\\ end' >&2
            exit 7
            """;

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();
    private Path script;
    private Path calls;

    private record Outcome(int code, String out, String err) {}

    @BeforeEach
    void install() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no POSIX shell");
        Path original = Path.of(System.getProperty("kindlin.root", "..")).resolve("kindlin");
        calls = folder.resolve("calls");
        script = Files.copy(original, folder.resolve("kindlin"));
        Files.createDirectories(folder.resolve("kindlin-app/target"));
        Files.createFile(folder.resolve("kindlin-app/target/kindlin-app.jar"));
        Path java = folder.resolve("jdk/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"25.0.3\"\n");
        Files.writeString(java, JAVA.replace("CALLS", calls.toString()));
        environment.put("KINDLIN_JAVA_HOME", folder.resolve("jdk").toString());
        environment.put("XDG_CACHE_HOME", "/dev/null");
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    @Test
    void streamsAndStatusAreJavasOwn() throws IOException, InterruptedException {
        Outcome outcome = outcome(start("analyze", "kinase", "a file"));

        assertThat(outcome).isEqualTo(new Outcome(7, "read given\n", "first\n" + WARNING + "\n  no \\ end"));
        assertThat(calls())
                .singleElement()
                .asString()
                .doesNotContain(MODULE)
                .endsWith("kindlin-app.jar analyze kinase a file");
    }

    @Test
    void ofVectorsNothingIsSeenButTheJvmsOneWarning() throws IOException, InterruptedException {
        Outcome outcome = outcome(start("model", "fit", "a file"));

        assertThat(outcome).isEqualTo(new Outcome(7, "read given\n", "first\n" + WARNING + "\n  no \\ end"));
        assertThat(calls()).singleElement().asString().contains(MODULE).endsWith("model fit a file");
    }

    @Test
    void theAheadOfTimeCacheIsThatOfTheModulesInUse() throws IOException, InterruptedException {
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());

        String plain = cache("analyze", "kinase");
        String vectors = cache("model", "ensemble");

        assertThat(vectors).isNotEqualTo(plain);
        assertThat(cache("run", "study")).isEqualTo(plain);
        assertThat(cache("model", "fit")).isEqualTo(vectors);
        assertThat(calls().stream().filter(call -> call.contains("-XX:AOTCacheOutput=")))
                .hasSize(2)
                .anyMatch(call -> call.contains(MODULE))
                .anyMatch(call -> !call.contains(MODULE));
    }

    @Test
    void cachesOfBuildsLongGoneAreRemoved() throws IOException, InterruptedException {
        environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
        Path old = folder.resolve("cache/kindlin/old.aot");
        Path recent = folder.resolve("cache/kindlin/recent.aot");
        Files.createDirectories(old.getParent());
        Files.setLastModifiedTime(
                Files.createFile(old), FileTime.from(Instant.now().minus(Duration.ofDays(60))));
        Files.createFile(recent);

        cache("run", "study");
        for (int attempt = 0; attempt < 200 && Files.exists(old); attempt++) {
            Thread.sleep(20);
        }

        assertThat(old).doesNotExist();
        assertThat(recent).exists();
    }

    @Test
    void aSignalEndsJavaToo() throws IOException, InterruptedException {
        assertThat(codeAfter("TERM", "model", "fit", "wait")).isEqualTo(143);
        assertThat(codeAfter("TERM", "run", "wait")).isEqualTo(143);
    }

    @Test
    void anInterruptEndsJavaToo() throws IOException, InterruptedException {
        int trapped = new ProcessBuilder("/bin/sh", "-c", "trap 'exit 3' INT; kill -INT $$; exit 0")
                .start()
                .waitFor();
        assumeTrue(trapped == 3, "interrupts are ignored here, as by all that a shell starts in the background");

        assertThat(codeAfter("INT", "model", "fit", "wait")).isEqualTo(130);
    }

    @Test
    void anEarlierBuildOfJavaIsPassedOver() throws IOException, InterruptedException {
        Path old = folder.resolve("old");
        Files.createDirectories(old.resolve("bin"));
        Files.copy(Path.of("/bin/false"), old.resolve("bin/java"));
        Files.writeString(old.resolve("release"), "JAVA_VERSION=\"25.0.2\"\n");
        environment.put("KINDLIN_JAVA_HOME", old.toString());
        environment.put("JAVA_HOME", folder.resolve("jdk").toString());

        assertThat(outcome(start("assays")).code()).isEqualTo(7);
    }

    /** The cache that a command is started with once it has been made. */
    private String cache(String... arguments) throws IOException, InterruptedException {
        for (int attempt = 0; attempt < 200; attempt++) {
            outcome(start(arguments));
            for (String argument : calls().getLast().split(" ", -1)) {
                if (argument.startsWith(CACHE)) {
                    return argument.substring(CACHE.length());
                }
            }
            Thread.sleep(20);
        }
        throw new AssertionError("no cache was made");
    }

    private int codeAfter(String signal, String... arguments) throws IOException, InterruptedException {
        Process process = start(arguments);
        String line = "";
        while (!line.equals("started\n")) {
            line = line(process);
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();
        return outcome(process).code();
    }

    private static String line(Process process) throws IOException {
        StringBuilder line = new StringBuilder();
        int next = 0;
        while (next != '\n') {
            next = process.getInputStream().read();
            assertThat(next).isGreaterThan(-1);
            line.append((char) next);
        }
        return line.toString();
    }

    private Process start(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        try (var in = process.getOutputStream()) {
            in.write("given".getBytes(StandardCharsets.UTF_8));
        }
        return process;
    }

    private static Outcome outcome(Process process) throws IOException, InterruptedException {
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        return new Outcome(process.exitValue(), out, err);
    }

    private List<String> calls() throws IOException {
        return Files.exists(calls) ? Files.readAllLines(calls) : List.of();
    }
}
