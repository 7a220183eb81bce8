package org.kindlin.assays.cytometry;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.kindlin.assays.input.InputFile;
import org.kindlin.fault.Faults;

/** What the protocol says of single files, held against the files: a name that none of them has would say nothing, unnoticed. */
final class StatedFiles {
    private static final String PLACE = "--set";

    private final List<Sample> samples;
    private final PolarisationProtocol how;
    private final Faults faults;
    private final Set<String> names = new LinkedHashSet<>();

    private StatedFiles(List<Sample> samples, PolarisationProtocol how, Faults faults) {
        this.samples = samples;
        this.how = how;
        this.faults = faults;
    }

    /** Checks files that could all be read; a file that could not has a fault already. */
    static void check(List<InputFile> files, List<Sample> samples, CytometryProtocol protocol, Faults faults) {
        PolarisationProtocol how = protocol.polarisation();
        StainRoles stains = protocol.stains();
        StatedFiles stated = new StatedFiles(samples, how, faults);
        samples.forEach(sample -> stated.names.add(sample.name()));
        boolean allRead = samples.size()
                == files.stream()
                        .filter(file -> !stains.isControl(file.data().name()))
                        .count();
        if (!allRead) {
            return;
        }
        stated.known("doses", how.doses());
        stated.known("donors", how.donors());
        stated.known("controls", how.controls());
        stated.markers();
        protocol.drawing().viability().ifPresent(name -> stated.channel("viabilityChannel", name, "dead cells"));
        samples.forEach(stated::sample);
    }

    private void known(String key, FileMap map) {
        for (String name : map.values().keySet()) {
            if (!names.contains(name)) {
                faults.add(
                        PLACE, key, "'" + name + "' is not among the files", "names are: " + String.join(", ", names));
            }
        }
    }

    private void markers() {
        how.markers().values().forEach((marker, channel) -> channel("markers", channel, marker));
    }

    private void channel(String key, String name, String meaning) {
        boolean isThere =
                samples.stream().anyMatch(sample -> sample.set().parameter(name).isPresent());
        if (!isThere && !samples.isEmpty()) {
            faults.add(
                    PLACE, key, "no file has a channel '" + name + "' for " + meaning, "name a channel as $PnN has it");
        }
    }

    private void sample(Sample sample) {
        String dose = PolarisationScore.doseText(sample, how);
        if (!dose.isBlank() && DoseText.parse(dose, how.doseUnit()).isEmpty()) {
            faults.add(
                    sample.path(),
                    "dose",
                    "'" + dose + "' is no dose in " + how.doseUnit(),
                    "write a number, with its unit where it is another");
        }
        ControlLimits.unfound(sample, how)
                .ifPresent(marker -> faults.add(
                        sample.path(),
                        "control",
                        "is a control for '" + marker + "', which none of its channels is stained with",
                        "name a marker of $PnS, state its channel with markers=, or write all"));
    }
}
