package org.kindlin.study.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.conf.ParquetConfiguration;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.api.WriteSupport;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/**
 * Tables as Apache Parquet: text as UTF-8 strings, numbers as doubles, whole numbers as 64-bit integers, every column
 * optional. Without compression, which needs native libraries and gains little on tables of this size.
 *
 * <p>The file's key-value metadata says which table it is, who wrote it and whether any of it is simulated.
 */
final class ParquetFiles {
    private ParquetFiles() {}

    /**
     * One file a table.
     *
     * @param metadata what every file says of itself
     */
    static List<ExportFile> of(List<ExportTable> tables, Map<String, String> metadata) {
        return tables.stream()
                .map(table -> new ExportFile(table.name() + ".parquet", bytes(table, metadata)))
                .toList();
    }

    static byte[] bytes(ExportTable table, Map<String, String> metadata) {
        Map<String, String> all = new HashMap<>(metadata);
        all.put("kindlin.table", table.name());
        all.put("kindlin.row", table.meaning());
        MemoryFile file = new MemoryFile();
        try (ParquetWriter<List<Cell>> writer = new Builder(file, schema(table), all).build()) {
            for (List<Cell> row : table.rows()) {
                writer.write(row);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return file.bytes();
    }

    private static MessageType schema(ExportTable table) {
        return new MessageType(
                table.name(), table.columns().stream().map(ParquetFiles::type).toList());
    }

    private static Type type(TableColumn column) {
        return switch (column.type()) {
            case TEXT ->
                Types.optional(PrimitiveTypeName.BINARY)
                        .as(LogicalTypeAnnotation.stringType())
                        .named(column.name());
            case NUMBER -> Types.optional(PrimitiveTypeName.DOUBLE).named(column.name());
            case WHOLE -> Types.optional(PrimitiveTypeName.INT64).named(column.name());
            case FLAG -> Types.optional(PrimitiveTypeName.BOOLEAN).named(column.name());
        };
    }

    @SuppressWarnings("deprecation") // the library still asks for the older form to be there
    private static final class Builder extends ParquetWriter.Builder<List<Cell>, Builder> {
        private final Support support;

        Builder(OutputFile file, MessageType schema, Map<String, String> metadata) {
            super(file);
            this.support = new Support(schema, metadata);
            withConf(new PlainParquetConfiguration());
            withCompressionCodec(CompressionCodecName.UNCOMPRESSED);
        }

        @Override
        protected Builder self() {
            return this;
        }

        @Override
        protected WriteSupport<List<Cell>> getWriteSupport(Configuration configuration) {
            return support;
        }

        @Override
        protected WriteSupport<List<Cell>> getWriteSupport(ParquetConfiguration configuration) {
            return support;
        }
    }

    /** Hands rows to the library, cell by cell. */
    @SuppressWarnings("deprecation")
    private static final class Support extends WriteSupport<List<Cell>> {
        private final MessageType schema;
        private final Map<String, String> metadata;
        private @Nullable RecordConsumer prepared;

        Support(MessageType schema, Map<String, String> metadata) {
            this.schema = schema;
            this.metadata = metadata;
        }

        @Override
        public WriteContext init(Configuration configuration) {
            return new WriteContext(schema, metadata);
        }

        @Override
        public WriteContext init(ParquetConfiguration configuration) {
            return new WriteContext(schema, metadata);
        }

        @Override
        public void prepareForWrite(RecordConsumer recordConsumer) {
            prepared = recordConsumer;
        }

        @Override
        public void write(List<Cell> row) {
            RecordConsumer consumer = Objects.requireNonNull(prepared, "rows come after prepareForWrite");
            consumer.startMessage();
            for (int i = 0; i < row.size(); i++) {
                if (!(row.get(i) instanceof Cell.Missing)) {
                    String name = schema.getFieldName(i);
                    consumer.startField(name, i);
                    add(consumer, row.get(i));
                    consumer.endField(name, i);
                }
            }
            consumer.endMessage();
        }

        private static void add(RecordConsumer consumer, Cell cell) {
            switch (cell) {
                case Cell.Text(String text) -> consumer.addBinary(Binary.fromString(text));
                case Cell.Numeric(double number) -> consumer.addDouble(number);
                case Cell.Whole(long number) -> consumer.addLong(number);
                case Cell.Flag(boolean flag) -> consumer.addBoolean(flag);
                case Cell.Missing _ -> throw new IllegalStateException("a missing value is not written");
            }
        }
    }
}
