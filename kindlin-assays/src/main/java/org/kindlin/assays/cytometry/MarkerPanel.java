package org.kindlin.assays.cytometry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.kindlin.assays.event.FcsParameter;

/** Which channel of a file shows which marker: as stated, else by {@code $PnS}, area before height and width. */
final class MarkerPanel {
    private MarkerPanel() {}

    /** Channels of the markers that the file has, by marker. */
    static Map<String, String> channels(Sample sample, List<String> markers, FileMap stated) {
        Map<String, String> channels = new LinkedHashMap<>();
        for (String marker : markers) {
            channel(sample, marker, stated).ifPresent(channel -> channels.put(marker, channel));
        }
        return channels;
    }

    private static Optional<String> channel(Sample sample, String marker, FileMap stated) {
        Optional<String> own = stated.of(marker);
        if (own.isPresent()) {
            return own.filter(name -> sample.set().parameter(name).isPresent());
        }
        List<FcsParameter> stained = sample.set().parameters().stream()
                .filter(p -> words(p.stain()).contains(plain(marker))
                        || words(p.name()).contains(plain(marker)))
                .toList();
        return stained.stream()
                .filter(p -> p.name().endsWith("-A"))
                .findFirst()
                .or(() -> stained.stream().findFirst())
                .map(FcsParameter::name);
    }

    /** {@code CD80-PE} holds the words cd80 and pe, and f4/80 counts as one. */
    private static List<String> words(String text) {
        return List.of(text.toLowerCase(Locale.ROOT).replace("f4/80", "f480").split("[^a-z0-9]+", -1));
    }

    private static String plain(String marker) {
        return marker.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }
}
