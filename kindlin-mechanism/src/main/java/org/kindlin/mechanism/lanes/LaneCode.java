package org.kindlin.mechanism.lanes;

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
import org.kindlin.mechanism.compile.Graph;
import org.kindlin.mechanism.compile.Op;

/**
 * Writes planned formulas as hidden classes of straight-line vector code: no branch, so that no vector has to be put on the
 * heap. Every operation is that of the scalar code, in its order.
 */
final class LaneCode {
    private static final String VECTORS = "jdk.incubator.vector.";
    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final ClassDesc ANY_VECTOR = ClassDesc.of(VECTORS + "Vector");
    private static final ClassDesc VECTOR = ClassDesc.of(VECTORS + "DoubleVector");
    private static final ClassDesc SPECIES = ClassDesc.of(VECTORS + "VectorSpecies");
    private static final ClassDesc ARITHMETIC = ClassDesc.of("org.kindlin.mechanism.compile.Arithmetic");
    private static final ClassDesc KERNEL = ClassDesc.of("org.kindlin.mechanism.lanes.LaneKernel");
    private static final ClassDesc CODE = ClassDesc.of("org.kindlin.mechanism.lanes.CompiledLanes");
    private static final MethodTypeDesc EVALUATE = MethodTypeDesc.of(CD_void, DOUBLES, CD_int);
    private static final MethodTypeDesc LOAD = MethodTypeDesc.of(VECTOR, SPECIES, DOUBLES, CD_int);
    private static final MethodTypeDesc STORE = EVALUATE;
    private static final MethodTypeDesc OF_ONE = MethodTypeDesc.of(VECTOR);
    private static final MethodTypeDesc OF_TWO = MethodTypeDesc.of(VECTOR, ANY_VECTOR);
    /** So that no class outgrows the constant pool of a class file. */
    private static final int METHODS_PER_CLASS = 64;

    private static final int MEMORY = 0;
    private static final int AT = 1;
    private static final int FIRST_LOCAL = 2;

    private final LanePlan plan;
    private final Graph graph;
    private final List<LaneParts.Part> parts;
    /** Of each node, the last part that reads it; outputs are read by none. */
    private final Map<Integer, Integer> lastReader = new HashMap<>();

    private final boolean[] stored;

    LaneCode(LanePlan plan, int... outputs) {
        this.plan = plan;
        this.graph = plan.graph();
        this.parts = LaneParts.of(plan, outputs);
        this.stored = new boolean[graph.size()];
        for (int output : outputs) {
            stored[output] = true;
        }
        for (int p = 0; p < parts.size(); p++) {
            for (int node : parts.get(p).nodes()) {
                for (int i = 0; i < graph.arguments(node).length; i++) {
                    lastReader.put(plan.operand(node, i), p);
                }
            }
        }
        for (int p = 0; p < parts.size(); p++) {
            for (int node : parts.get(p).nodes()) {
                stored[node] |= parts.get(p).byLane() || lastReader.getOrDefault(node, p) > p;
            }
        }
    }

    LaneKernel kernel() {
        List<LaneKernel> kernels = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += METHODS_PER_CLASS) {
            kernels.add(define(parts.subList(from, Math.min(from + METHODS_PER_CLASS, parts.size()))));
        }
        return kernels.size() == 1 ? kernels.getFirst() : inTurn(kernels.toArray(LaneKernel[]::new));
    }

    private static LaneKernel inTurn(LaneKernel[] kernels) {
        return (memory, at) -> {
            for (LaneKernel kernel : kernels) {
                kernel.evaluate(memory, at);
            }
        };
    }

    private LaneKernel define(List<LaneParts.Part> methods) {
        byte[] bytes = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DebugElementsOption.DROP_DEBUG)
                .build(CODE, builder -> write(builder, methods));
        try {
            Class<?> hidden =
                    MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (LaneKernel) hidden.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("compiled formulas cannot be loaded", impossible);
        }
    }

    private void write(ClassBuilder builder, List<LaneParts.Part> methods) {
        builder.withFlags(ACC_PUBLIC | ACC_FINAL).withInterfaceSymbols(KERNEL);
        builder.withMethodBody(
                INIT_NAME,
                MTD_void,
                ACC_PUBLIC,
                code -> code.aload(0)
                        .invokespecial(CD_Object, INIT_NAME, MTD_void)
                        .return_());
        builder.withMethodBody("evaluate", EVALUATE, ACC_PUBLIC, code -> {
            for (int i = 0; i < methods.size(); i++) {
                code.aload(1).iload(2).invokestatic(CODE, "part" + i, EVALUATE);
            }
            code.return_();
        });
        for (int i = 0; i < methods.size(); i++) {
            LaneParts.Part part = methods.get(i);
            builder.withMethodBody("part" + i, EVALUATE, ACC_STATIC, code -> new Method(code).write(part));
        }
    }

    /** The code of one method. */
    private final class Method {
        private final CodeBuilder code;
        private final int[] local = new int[graph.size()];
        private int nextLocal = FIRST_LOCAL;

        Method(CodeBuilder code) {
            this.code = code;
            Arrays.fill(local, -1);
        }

        void write(LaneParts.Part part) {
            for (int node : part.nodes()) {
                if (part.byLane()) {
                    computeByLane(node);
                } else {
                    compute(node);
                    keep(node);
                    if (stored[node]) {
                        store(node);
                    }
                }
            }
            code.return_();
        }

        private void keep(int node) {
            local[node] = nextLocal++;
            code.astore(local[node]);
        }

        private void store(int node) {
            code.aload(local[node]).aload(MEMORY);
            place(plan.row(node));
            code.invokevirtual(VECTOR, "intoArray", STORE);
        }

        private void load(int node) {
            if (local[node] < 0) {
                code.getstatic(VECTOR, "SPECIES_PREFERRED", SPECIES).aload(MEMORY);
                place(plan.row(node));
                code.invokestatic(VECTOR, "fromArray", LOAD);
                keep(node);
            }
            code.aload(local[node]);
        }

        private void place(int row) {
            if (row < 0) {
                code.iload(AT).loadConstant(~row).iadd();
            } else {
                code.loadConstant(row);
            }
        }

        private void compute(int node) {
            for (int i = 0; i < graph.arguments(node).length; i++) {
                load(plan.operand(node, i));
                if (graph.op(node) == Op.ADD && i > 0) {
                    code.invokevirtual(VECTOR, plan.isSubtracted(node, i) ? "sub" : "add", OF_TWO);
                }
            }
            switch (graph.op(node)) {
                case ADD -> {}
                case MULTIPLY -> code.invokevirtual(VECTOR, "mul", OF_TWO);
                case DIVIDE -> code.invokevirtual(VECTOR, "div", OF_TWO);
                case NEGATE -> code.invokevirtual(VECTOR, "neg", OF_ONE);
                case SQRT -> code.invokevirtual(VECTOR, "sqrt", OF_ONE);
                case ABS -> code.invokevirtual(VECTOR, "abs", OF_ONE);
                case MAX -> code.invokevirtual(VECTOR, "max", OF_TWO);
                case MIN -> code.invokevirtual(VECTOR, "min", OF_TWO);
                default -> throw new IllegalArgumentException(graph.op(node) + " is no operation of vectors");
            }
        }

        private void computeByLane(int node) {
            int count = graph.arguments(node).length;
            ClassDesc[] numbers = new ClassDesc[count];
            Arrays.fill(numbers, CD_double);
            for (int lane = 0; lane < Lanes.COUNT; lane++) {
                element(plan.row(node), lane);
                for (int i = 0; i < count; i++) {
                    element(plan.row(plan.operand(node, i)), lane);
                    code.daload();
                }
                code.invokestatic(ARITHMETIC, graph.op(node).method(), MethodTypeDesc.of(CD_double, numbers));
                code.dastore();
            }
        }

        private void element(int row, int lane) {
            code.aload(MEMORY);
            place(row < 0 ? row - lane : row + lane);
        }
    }
}
