package org.kindlin.numerics.sparse.columns;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;
import static java.lang.constant.ConstantDescs.INIT_NAME;
import static java.lang.constant.ConstantDescs.MTD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kindlin.numerics.sparse.SparsePattern;
import org.kindlin.numerics.sparse.SymbolicLu;

/**
 * Writes products and solutions for a pattern as hidden classes of straight-line vector code, in methods small enough
 * that HotSpot keeps every vector of them in a register.
 */
final class StraightLineColumns {
    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final ClassDesc CODE_INTERFACE = ClassDesc.of("org.kindlin.numerics.sparse.columns.ColumnCode");
    private static final ClassDesc CODE = ClassDesc.of("org.kindlin.numerics.sparse.columns.CompiledColumns");
    private static final ClassDesc VECTOR_COLUMNS = ClassDesc.of("org.kindlin.numerics.sparse.columns.VectorColumns");
    private static final ClassDesc VECTOR = ClassDesc.of("jdk.incubator.vector.DoubleVector");
    private static final ClassDesc ANY_VECTOR = ClassDesc.of("jdk.incubator.vector.Vector");
    private static final ClassDesc SPECIES = ClassDesc.of("jdk.incubator.vector.VectorSpecies");
    private static final MethodTypeDesc RUN = MethodTypeDesc.of(CD_void, DOUBLES, DOUBLES, DOUBLES, CD_int);
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(VECTOR, SPECIES, DOUBLES, CD_int);
    private static final MethodTypeDesc MULTIPLY = MethodTypeDesc.of(VECTOR, CD_double);
    private static final MethodTypeDesc TERM = MethodTypeDesc.of(VECTOR, ANY_VECTOR);
    private static final MethodTypeDesc STORE = MethodTypeDesc.of(CD_void, DOUBLES, CD_int);

    private static final int ELEMENTS = 0;
    private static final int FROM = 1;
    private static final int INTO = 2;
    private static final int AT = 3;

    /** Terms and rows of a method: HotSpot stops inlining, and puts vectors on the heap, at about twenty-five. */
    private static final int LARGEST_METHOD = 20;

    /** HotSpot inlines what is shorter into its caller, whose methods together would be too large. */
    private static final int SHORTEST_METHOD = 330;

    private static final int LONGEST_ROW = LARGEST_METHOD - 2;
    private static final int LARGEST_CODE = 8000;

    /**
     * One row: {@code into[row] = (into[row] ± Σ elements[first..] × from[columns]) × elements[scale]}.
     *
     * @param columns rows of the block that the elements go with, in their order
     * @param scale negative for none
     */
    record Row(int row, int first, int[] columns, int scale) {}

    private StraightLineColumns() {}

    /** How many columns a block has, and what vectors hold a row of it. */
    enum Width {
        WHOLE("SPECIES", VectorColumns.WIDTH),
        HALF("HALF_SPECIES", VectorColumns.HALF_WIDTH);

        private final String species;
        private final int columns;

        Width(String species, int columns) {
            this.species = species;
            this.columns = columns;
        }
    }

    /** {@code into} += A {@code from}. */
    static ColumnCode product(SparsePattern pattern, Width width) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < pattern.size(); i++) {
            int first = pattern.rowStart(i);
            int[] columns = new int[pattern.rowStart(i + 1) - first];
            Arrays.setAll(columns, k -> pattern.column(first + k));
            add(rows, new Row(i, first, columns, -1));
        }
        return code(rows, "add", width);
    }

    /** Forward and backward substitution in place. */
    static ColumnCode solution(SymbolicLu lu, Width width) {
        List<Row> rows = new ArrayList<>();
        for (int i = 0; i < lu.order().length; i++) {
            int[] columns = columns(lu, lu.rowStart()[i], lu.diagonal()[i]);
            add(rows, new Row(lu.order()[i], lu.rowStart()[i], columns, -1));
        }
        for (int i = lu.order().length - 1; i >= 0; i--) {
            int first = lu.diagonal()[i] + 1;
            int[] columns = columns(lu, first, lu.rowStart()[i + 1]);
            add(rows, new Row(lu.order()[i], first, columns, lu.column().length + i));
        }
        return code(rows, "sub", width);
    }

    /** Adds a row that does something, a long one in parts. */
    private static void add(List<Row> rows, Row row) {
        int[] columns = row.columns;
        int from = 0;
        for (; columns.length - from > LONGEST_ROW; from += LONGEST_ROW) {
            int[] part = Arrays.copyOfRange(columns, from, from + LONGEST_ROW);
            rows.add(new Row(row.row, row.first + from, part, -1));
        }
        if (from < columns.length || row.scale >= 0) {
            int[] rest = Arrays.copyOfRange(columns, from, columns.length);
            rows.add(new Row(row.row, row.first + from, rest, row.scale));
        }
    }

    /** Whether code for this pattern stays small enough to be worth it. */
    static boolean suits(SparsePattern pattern) {
        return pattern.nonZeros() + pattern.symbolicLu().column().length <= LARGEST_CODE;
    }

    private static int[] columns(SymbolicLu lu, int first, int end) {
        int[] columns = new int[end - first];
        Arrays.setAll(columns, k -> lu.order()[lu.column()[first + k]]);
        return columns;
    }

    private static ColumnCode code(List<Row> rows, String term, Width width) {
        byte[] bytes = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DebugElementsOption.DROP_DEBUG)
                .build(CODE, builder -> write(builder, methods(rows), term, width));
        try {
            Class<?> hidden =
                    MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (ColumnCode) hidden.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("straight-line code cannot be loaded", impossible);
        }
    }

    private static List<List<Row>> methods(List<Row> rows) {
        List<List<Row>> methods = new ArrayList<>();
        int size = LARGEST_METHOD;
        for (Row row : rows) {
            size += row.columns.length + 2;
            if (size > LARGEST_METHOD) {
                methods.add(new ArrayList<>());
                size = row.columns.length + 2;
            }
            methods.getLast().add(row);
        }
        return methods;
    }

    /** At least so many. */
    private static int bytes(List<Row> rows) {
        return rows.stream().mapToInt(row -> 10 + 9 * row.columns.length).sum();
    }

    private static void write(ClassBuilder builder, List<List<Row>> methods, String term, Width width) {
        builder.withFlags(ACC_PUBLIC | ACC_FINAL).withInterfaceSymbols(CODE_INTERFACE);
        builder.withMethodBody(
                INIT_NAME,
                MTD_void,
                ACC_PUBLIC,
                code -> code.aload(0)
                        .invokespecial(CD_Object, INIT_NAME, MTD_void)
                        .return_());
        builder.withMethodBody("run", RUN, ACC_PUBLIC, code -> {
            for (int i = 0; i < methods.size(); i++) {
                code.aload(1).aload(2).aload(3).iload(4).invokestatic(CODE, "part" + i, RUN);
            }
            code.return_();
        });
        for (int i = 0; i < methods.size(); i++) {
            List<Row> rows = methods.get(i);
            builder.withMethodBody("part" + i, RUN, ACC_STATIC, code -> {
                Method method = new Method(code, term, width);
                rows.forEach(method::write);
                for (int bytes = bytes(rows); bytes < SHORTEST_METHOD; bytes++) {
                    code.nop();
                }
                code.return_();
            });
        }
    }

    /** The code of one method: rows that it has read or written stay in local variables. */
    private static final class Method {
        private static final int FIRST_LOCAL = 4;

        private final CodeBuilder code;
        private final String term;
        private final Width width;
        private final boolean inPlace;
        private final Map<Integer, Integer> kept = new HashMap<>();

        Method(CodeBuilder code, String term, Width width) {
            this.code = code;
            this.term = term;
            this.width = width;
            this.inPlace = term.equals("sub");
        }

        void write(Row row) {
            if (inPlace) {
                value(row.row);
            } else {
                load(INTO, row.row);
            }
            for (int k = 0; k < row.columns.length; k++) {
                value(row.columns[k]);
                multiply(row.first + k);
                code.invokevirtual(VECTOR, term, TERM);
            }
            if (row.scale >= 0) {
                multiply(row.scale);
            }
            if (inPlace) {
                int local = kept.computeIfAbsent(row.row, key -> FIRST_LOCAL + kept.size());
                code.dup().astore(local);
            }
            code.aload(INTO);
            place(row.row);
            code.invokevirtual(VECTOR, "intoArray", STORE);
        }

        /** A row of the block that is read. */
        private void value(int row) {
            Integer local = kept.get(row);
            if (local == null) {
                load(FROM, row);
                kept.put(row, FIRST_LOCAL + kept.size());
                code.dup().astore(FIRST_LOCAL + kept.size() - 1);
            } else {
                code.aload(local);
            }
        }

        private void load(int block, int row) {
            code.getstatic(VECTOR_COLUMNS, width.species, SPECIES).aload(block);
            place(row);
            code.invokestatic(VECTOR, "fromArray", LOAD);
        }

        private void place(int row) {
            code.iload(AT).loadConstant(row * width.columns).iadd();
        }

        private void multiply(int element) {
            code.aload(ELEMENTS).loadConstant(element).daload().invokevirtual(VECTOR, "mul", MULTIPLY);
        }
    }
}
