package org.kindlin.assays.plate.reader;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kindlin.assays.input.RawFile;
import org.kindlin.assays.plate.Plate;
import org.kindlin.assays.plate.agilent.Gen5Reader;
import org.kindlin.assays.plate.allotrope.AllotropeReader;
import org.kindlin.assays.plate.bmg.BmgMarsReader;
import org.kindlin.assays.plate.format.PlateFileFormat;
import org.kindlin.assays.plate.format.PlateReader;
import org.kindlin.assays.plate.format.PlateSource;
import org.kindlin.assays.plate.general.GridPlateReader;
import org.kindlin.assays.plate.general.TidyPlateReader;
import org.kindlin.assays.plate.general.WellListReader;
import org.kindlin.assays.plate.moleculardevices.SoftMaxReader;
import org.kindlin.assays.plate.revvity.EnVisionReader;
import org.kindlin.assays.plate.revvity.KaleidoReader;
import org.kindlin.assays.plate.tecan.IControlReader;
import org.kindlin.assays.plate.tecan.MagellanReader;
import org.kindlin.assays.plate.thermo.SkanItReader;
import org.kindlin.assays.result.Warning;
import org.kindlin.fault.Faults;
import org.kindlin.fault.Finding;
import org.kindlin.fault.Findings;
import org.kindlin.fault.InputFaultException;
import org.kindlin.fault.ReadingMode;

/** Every plate-reader format that can be read; the format of a file is found by its content, never by its name. */
public final class PlateReaders {
    /** Where two are equally sure, the one that stands first reads the file. */
    private static final List<PlateReader> ALL = List.of(
            new BmgMarsReader(),
            new EnVisionReader(),
            new KaleidoReader(),
            new AllotropeReader(),
            new Gen5Reader(),
            new SoftMaxReader(),
            new IControlReader(),
            new MagellanReader(),
            new SkanItReader(),
            new TidyPlateReader(),
            new WellListReader(),
            new GridPlateReader());

    private PlateReaders() {}

    /** The formats, for {@code kindlin formats}. */
    public static List<PlateFileFormat> formats() {
        return ALL.stream().map(PlateReader::format).toList();
    }

    /**
     * The plates of a file, read leniently.
     *
     * @param faults takes every fault of the file
     * @return at least one plate, or none where faults were added
     */
    public static List<Plate> read(RawFile file, Faults faults) {
        return read(file, ReadingMode.LENIENT, faults);
    }

    /**
     * The plates of a file. Each plate carries what was found in the file besides faults. In report mode every finding
     * becomes a fault, so that all is told and nothing analysed.
     *
     * @param faults takes every fault of the file
     * @return at least one plate, or none where faults were added
     */
    public static List<Plate> read(RawFile file, ReadingMode mode, Faults faults) {
        PlateFileReport report = report(file, mode);
        report.faults().forEach(faults::add);
        if (mode == ReadingMode.REPORT) {
            report.findings().stream()
                    .filter(finding -> finding.severity() != Finding.Severity.FAULT)
                    .forEach(finding -> faults.add(file.path(), finding.place(), finding.problem(), "only reported"));
            faults.add(file.path(), "", report.contents(), "set reading=lenient or strict to analyse");
        }
        return report.faults().isEmpty() && mode != ReadingMode.REPORT ? report.plates() : List.of();
    }

    /**
     * The plates of a file read leniently, at least one.
     *
     * @throws InputFaultException with every fault of the file
     */
    public static List<Plate> read(RawFile file) {
        Faults faults = new Faults();
        List<Plate> plates = read(file, faults);
        faults.throwIfAny();
        return plates;
    }

    /** What a file was recognised as, what is in it and all that was found; throws nothing for any content. */
    public static PlateFileReport report(RawFile file, ReadingMode mode) {
        Findings findings = new Findings(file.path(), mode);
        Optional<PlateSource> source = PlateSource.of(file, findings);
        if (file.simulated()) {
            findings.note("simulated", "the file says of itself: " + RawFile.SIMULATED_MARK);
        }
        Optional<PlateReader> reader = source.flatMap(PlateReaders::readerOf);
        List<Plate> plates = source.map(found -> read(found, reader, findings)).orElse(List.of());
        return new PlateFileReport(
                file.path(),
                reader.map(PlateReader::format),
                plates,
                findings.faults().all(),
                findings.all());
    }

    private static Optional<PlateReader> readerOf(PlateSource source) {
        @Nullable PlateReader best = null;
        int highest = 0;
        for (PlateReader reader : ALL) {
            int score = reader.highestScore() > highest ? reader.score(source) : 0;
            if (score > highest) {
                highest = score;
                best = reader;
            }
        }
        return Optional.ofNullable(best);
    }

    private static List<Plate> read(PlateSource source, Optional<PlateReader> reader, Findings findings) {
        if (reader.isEmpty()) {
            String known = formats().stream().map(PlateFileFormat::name).collect(Collectors.joining(", "));
            findings.fault(
                    "",
                    "is in none of the plate-reader formats: " + known,
                    "'kindlin formats' tells by what each is known; a grid of a plate's size or a table with the columns"
                            + " well and value always reads");
            return List.of();
        }
        if (!reader.get().readsMixedDecimalMarks()) {
            source.mixedMarks().forEach(findings.faults()::add);
        }
        List<Plate> plates = reader.get().read(source, findings);
        if (plates.isEmpty() && !findings.faults().any()) {
            PlateFileFormat format = reader.get().format();
            findings.fault(
                    "",
                    "looks like " + format.name() + " but holds no readings",
                    "export the plate with its readings; looked for: " + format.recognises());
        }
        List<Warning> warnings = findings.warnings().stream()
                .map(finding -> new Warning(finding.code(), finding.text()))
                .toList();
        return plates.stream().map(plate -> plate.withFindingsBefore(warnings)).toList();
    }
}
