package org.kindlin.app;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.kindlin.study.evidence.Claim;
import org.kindlin.study.evidence.ClaimFilter;
import org.kindlin.study.evidence.EvidenceTag;
import org.kindlin.study.evidence.Ledger;
import org.kindlin.study.evidence.LedgerJson;
import org.kindlin.study.evidence.Trap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code kindlin evidence}: what others have claimed, with where they said it. */
@Command(
        name = "evidence",
        description = "List, filter and cite the claims of the evidence ledger, and the traps of the source guides.",
        footer = {
            "",
            "Examples:",
            "  kindlin evidence --compound defactinib --quantity ic50",
            "  kindlin evidence --tag \"guide A\"          only what guide A alone states",
            "  kindlin evidence defactinib-fak-ki        one claim by its name, in full",
            "  kindlin evidence --traps                  where the guides mislead, and what is done about it",
            "",
            "Tags: S read in a source, guide A / guide B / guide C stated only there, C computed,",
            "R recalled and unverified, A an assumption."
        })
final class EvidenceCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "CLAIM", description = "claims by name; all otherwise")
    private List<String> names = List.of();

    @Option(names = "--compound", paramLabel = "NAME", description = "about this compound, under any of its names")
    private @Nullable String compound;

    @Option(names = "--of", paramLabel = "TEXT", description = "of this target, line, arm or system")
    private @Nullable String of;

    @Option(names = "--quantity", paramLabel = "NAME", description = "of this quantity, such as ic50")
    private @Nullable String quantity;

    @Option(names = "--tag", paramLabel = "TAG", description = "known in this way: S, 'guide A', C, R, A")
    private @Nullable String tag;

    @Option(names = "--assay", paramLabel = "ASSAY", description = "that estimates of this analysis are set beside")
    private @Nullable String assay;

    @Option(names = "--search", paramLabel = "TEXT", description = "with this text anywhere")
    private @Nullable String text;

    @Option(names = "--traps", description = "the traps instead of the claims")
    private boolean traps;

    @Option(names = "--json", description = "print as JSON")
    private boolean json;

    private final Console console;

    EvidenceCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Ledger ledger = Ledger.standard();
        if (traps) {
            print(LedgerJson.traps(ledger.traps()), () -> ledger.traps().forEach(this::print));
            return ExitCode.DONE;
        }
        names.forEach(name -> require(ledger, name));
        ClaimFilter filter = new ClaimFilter(
                Optional.ofNullable(compound),
                Optional.ofNullable(of),
                Optional.ofNullable(quantity),
                Optional.ofNullable(tag).map(this::tag),
                Optional.ofNullable(assay),
                Optional.ofNullable(text));
        List<Claim> claims = ledger.claims().stream()
                .filter(filter.in(ledger))
                .filter(claim -> names.isEmpty() || names.contains(claim.id()))
                .toList();
        print(LedgerJson.claims(claims), () -> {
            claims.forEach(claim -> print(claim, !names.isEmpty()));
            console.out().println(claims.size() + " of " + ledger.claims().size() + " claims");
        });
        return ExitCode.DONE;
    }

    private void print(String asJson, Runnable asText) {
        if (json) {
            console.out().print(asJson);
        } else {
            asText.run();
        }
    }

    private EvidenceTag tag(String symbol) {
        try {
            return EvidenceTag.ofSymbol(symbol);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    "there is no tag '" + symbol + "'; there are: S, guide A, guide B, guide C, C, R, A");
        }
    }

    private void require(Ledger ledger, String name) {
        if (ledger.claims().stream().noneMatch(claim -> claim.id().equals(name))) {
            throw new ParameterException(
                    spec.commandLine(), "there is no claim '" + name + "'; 'kindlin evidence' lists them");
        }
    }

    private void print(Claim claim, boolean full) {
        PrintWriter out = console.out();
        String about = (claim.compound()
                        + (claim.compound().isEmpty() || claim.of().isEmpty() ? "" : " on ")
                        + claim.of())
                .strip();
        out.println(claim.id() + "  [" + claim.tag().symbol() + "]");
        out.println("  " + about + (about.isEmpty() ? "" : ": ") + claim.quantity() + " " + claim.valueWithUnit());
        line("setting", claim.setting());
        line("source", claim.source().id() + ", " + claim.source().citation());
        line("its reference", claim.reference());
        line("doubt", claim.doubt().orElse(""));
        if (full) {
            line("form", claim.form());
            line("known by", claim.tag().meaning());
            line("set beside", claim.assay().map(name -> "estimates of " + name).orElse("nothing yet"));
            claim.traps().forEach(number -> line("trap " + number, trap(number)));
        }
    }

    private static String trap(int number) {
        return Ledger.standard().traps().stream()
                .filter(trap -> trap.number() == number)
                .map(Trap::problem)
                .findFirst()
                .orElse("");
    }

    private void print(Trap trap) {
        console.out().println(trap.number() + "  " + trap.text());
        line("problem", trap.problem());
        line("here", trap.handled());
    }

    private void line(String name, String content) {
        if (!content.isEmpty()) {
            console.out().println("  " + name + ": " + content);
        }
    }
}
