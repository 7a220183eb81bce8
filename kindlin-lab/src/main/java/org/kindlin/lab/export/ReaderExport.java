package org.kindlin.lab.export;

import org.kindlin.assays.protocol.Key;

/** Every format in which a virtual plate reader can export; each is read back by the plate readers. */
public enum ReaderExport {
    BMG_MARS(new BmgExport(false)),
    PHERASTAR(new BmgExport(true)),
    I_CONTROL(new IControlExport()),
    MAGELLAN(new MagellanExport()),
    ENVISION(new EnVisionExport()),
    KALEIDO(new KaleidoExport()),
    SOFTMAX_PRO(new SoftMaxExport()),
    GEN5_TXT(new Gen5Export(false)),
    GEN5_XLSX(new Gen5Export(true)),
    SKANIT(new SkanItExport()),
    ALLOTROPE(new AllotropeExport()),
    TIDY(new TidyExport()),
    GRID(new GridExport());

    @SuppressWarnings("ImmutableEnumChecker") // formats are records of flags at most
    private final ExportFormat format;

    ReaderExport(ExportFormat format) {
        this.format = format;
    }

    /** The file name's extension, without the dot. */
    public String extension() {
        return format.extension();
    }

    /** Whether a plate may have several reads. */
    public boolean holdsSeveralReads() {
        return format.holds() != ExportFormat.Holds.ONE_READ;
    }

    /** Whether reads may have a time. */
    public boolean holdsTimes() {
        return format.holds() == ExportFormat.Holds.SERIES;
    }

    /**
     * The file.
     *
     * @throws IllegalArgumentException if the format cannot hold the plates' reads
     */
    public byte[] write(ReaderRun run) {
        boolean several = run.plates().stream().anyMatch(plate -> plate.reads().size() > 1);
        boolean timed =
                run.plates().stream().flatMap(plate -> plate.reads().stream()).anyMatch(read -> read.seconds() != null);
        if ((several && !holdsSeveralReads()) || (timed && !holdsTimes())) {
            throw new IllegalArgumentException(Key.spelling(this) + " cannot hold these reads");
        }
        return format.write(run);
    }
}
