package org.kindlin.study.evidence;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads the ledger's own files: one claim a line, in the notation of {@link ClaimedValue#parse}. Counts, level and design of a trial stand in
 * keys of their own, which {@code analyze response} reads from the same file.
 */
final class LedgerFiles {
    private static final List<String> TOPICS =
            List.of("potency", "pharmacokinetics", "signalling", "cells", "animals", "clinical");
    private static final ObjectMapper YAML = YAMLMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .build();

    private LedgerFiles() {}

    private record SourceRow(
            String id, String citation, @Nullable String digest) {
        Source source() {
            return new Source(id, citation, digest != null);
        }
    }

    private record CompoundRow(
            String name,
            List<String> aliases,
            @Nullable String cas,
            @Nullable String chembl,
            Map<String, Double> forms,
            @Nullable String note) {
        Compound compound() {
            return new Compound(name, aliases, forms, textOf(note));
        }
    }

    private record ClaimRow(
            String id,
            @Nullable String compound,
            @Nullable String form,
            @Nullable String of,
            String quantity,
            String value,
            String unit,
            String tag,
            String source,
            @Nullable String reference,
            @Nullable String setting,
            @Nullable List<String> unstated,
            @Nullable String assay,
            @Nullable String doubt,
            @Nullable List<Integer> traps,
            @Nullable Integer n,
            @Nullable Integer responders,
            @Nullable Double level,
            @Nullable String design,
            @Nullable String partOf,
            @Nullable String printed) {
        Claim claim(Map<String, Source> sources) {
            return new Claim(
                    id,
                    textOf(compound),
                    form == null ? "not stated" : form,
                    textOf(of),
                    quantity,
                    ClaimedValue.parse(value),
                    value,
                    unit,
                    EvidenceTag.ofSymbol(tag),
                    Objects.requireNonNull(sources.get(source), () -> id + " names the unknown source " + source),
                    textOf(reference),
                    textOf(setting),
                    unstated == null ? List.of() : unstated,
                    Optional.ofNullable(assay),
                    Optional.ofNullable(doubt),
                    traps == null ? List.of() : traps);
        }
    }

    static Ledger read() {
        List<Source> sources =
                rows("sources", SourceRow[].class).map(SourceRow::source).toList();
        Map<String, Source> byId = sources.stream().collect(Collectors.toMap(Source::id, Function.identity()));
        List<Claim> claims = TOPICS.stream()
                .flatMap(topic -> rows(topic, ClaimRow[].class))
                .map(row -> row.claim(byId))
                .toList();
        List<Compound> compounds = rows("compounds", CompoundRow[].class)
                .map(CompoundRow::compound)
                .toList();
        return new Ledger(
                claims, sources, compounds, rows("traps", Trap[].class).toList());
    }

    private static <T> Stream<T> rows(String file, Class<T[]> type) {
        try (InputStream stream = Objects.requireNonNull(LedgerFiles.class.getResourceAsStream(file + ".yaml"), file)) {
            return Stream.of(YAML.readValue(stream, type));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String textOf(@Nullable String text) {
        return text == null ? "" : text;
    }
}
