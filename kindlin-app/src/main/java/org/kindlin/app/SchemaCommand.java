package org.kindlin.app;

import java.util.concurrent.Callable;
import org.kindlin.study.json.ResultSchema;
import picocli.CommandLine.Command;

/** {@code kindlin schema}: the JSON Schema of every result. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (draft 2020-12) that every result is valid under.",
        footer = {"", "Example: keep it beside your scripts", "  kindlin schema > kindlin-result.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(ResultSchema.text());
        return ExitCode.DONE;
    }
}
