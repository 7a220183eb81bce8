package org.kindlin.app;

import java.util.concurrent.Callable;
import org.kindlin.study.json.ResultSchema;
import org.kindlin.study.plan.PlanSchema;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code kindlin schema}: the JSON Schema of every result. */
@Command(
        name = "schema",
        description = "Print the JSON Schema (draft 2020-12) that every result, or every plan, is valid under.",
        footer = {"", "Example: keep it beside your scripts", "  kindlin schema > kindlin-result.schema.json"})
final class SchemaCommand implements Callable<Integer> {
    /** What there is a schema of. */
    enum Of {
        RESULT,
        PLAN
    }

    @Parameters(arity = "0..1", paramLabel = "OF", defaultValue = "RESULT", description = "result (default), plan")
    private Of of;

    private final Console console;

    SchemaCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        console.out().print(of == Of.PLAN ? PlanSchema.text() : ResultSchema.text());
        return ExitCode.DONE;
    }
}
