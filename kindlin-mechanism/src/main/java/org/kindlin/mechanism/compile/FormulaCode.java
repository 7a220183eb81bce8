package org.kindlin.mechanism.compile;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_double;
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
import java.util.List;

/** Writes planned formulas as hidden classes: straight-line code, no branch and no allocation. */
final class FormulaCode {
    private static final ClassDesc DOUBLES = CD_double.arrayType();
    private static final ClassDesc ARITHMETIC = ClassDesc.of("org.kindlin.mechanism.compile.Arithmetic");
    private static final ClassDesc KERNEL = ClassDesc.of("org.kindlin.mechanism.compile.Kernel");
    private static final ClassDesc CODE = ClassDesc.of("org.kindlin.mechanism.compile.CompiledFormulas");
    private static final MethodTypeDesc EVALUATE =
            MethodTypeDesc.of(CD_void, CD_double, DOUBLES, DOUBLES, DOUBLES, DOUBLES, DOUBLES);
    private static final MethodTypeDesc[] FUNCTIONS = {
        MethodTypeDesc.of(CD_double),
        MethodTypeDesc.of(CD_double, CD_double),
        MethodTypeDesc.of(CD_double, CD_double, CD_double),
        MethodTypeDesc.of(CD_double, CD_double, CD_double, CD_double)
    };

    /** So that no class outgrows the constant pool of a class file. */
    private static final int METHODS_PER_CLASS = 64;

    private static final int TIME = 0;
    private static final int STATE = 2;
    private static final int PARAMETERS = 3;
    private static final int DELAYED = 4;
    private static final int WORK = 5;
    private static final int OUT = 6;
    private static final int FIRST_LOCAL = 7;

    private final Graph graph;
    private final boolean[] kept;
    private final int[] slot;
    private final List<FormulaCompiler.Part> parts;

    FormulaCode(Graph graph, boolean[] kept, int[] slot, List<FormulaCompiler.Part> parts) {
        this.graph = graph;
        this.kept = kept;
        this.slot = slot;
        this.parts = parts;
    }

    Kernel kernel() {
        List<Kernel> kernels = new ArrayList<>();
        for (int from = 0; from < parts.size(); from += METHODS_PER_CLASS) {
            kernels.add(define(parts.subList(from, Math.min(from + METHODS_PER_CLASS, parts.size()))));
        }
        return kernels.size() == 1 ? kernels.getFirst() : inTurn(kernels.toArray(Kernel[]::new));
    }

    private static Kernel inTurn(Kernel[] kernels) {
        return (time, state, parameters, delayed, work, out) -> {
            for (Kernel kernel : kernels) {
                kernel.evaluate(time, state, parameters, delayed, work, out);
            }
        };
    }

    private Kernel define(List<FormulaCompiler.Part> methods) {
        byte[] bytes = ClassFile.of(ClassFile.StackMapsOption.DROP_STACK_MAPS, ClassFile.DebugElementsOption.DROP_DEBUG)
                .build(CODE, builder -> write(builder, methods));
        try {
            Class<?> hidden =
                    MethodHandles.lookup().defineHiddenClass(bytes, true).lookupClass();
            return (Kernel) hidden.getDeclaredConstructor().newInstance();
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException("compiled formulas cannot be loaded", impossible);
        }
    }

    private void write(ClassBuilder builder, List<FormulaCompiler.Part> methods) {
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
                code.dload(1).aload(3).aload(4).aload(5).aload(6).aload(7);
                code.invokestatic(CODE, "part" + i, EVALUATE);
            }
            code.return_();
        });
        for (int i = 0; i < methods.size(); i++) {
            FormulaCompiler.Part part = methods.get(i);
            builder.withMethodBody("part" + i, EVALUATE, ACC_STATIC, code -> new Method(code).write(part));
        }
    }

    /** The code of one method. */
    private final class Method {
        private final CodeBuilder code;
        private final int[] local = new int[kept.length];
        private int nextLocal = FIRST_LOCAL;

        Method(CodeBuilder code) {
            this.code = code;
            Arrays.fill(local, -1);
        }

        void write(FormulaCompiler.Part part) {
            for (int i = 0; i < part.nodes().size(); i++) {
                int node = part.nodes().get(i);
                List<Integer> outputs = part.outputs().get(i);
                if (kept[node]) {
                    keep(node);
                }
                for (int output : outputs) {
                    code.aload(OUT).loadConstant(output);
                    load(node);
                    code.dastore();
                }
            }
            code.return_();
        }

        private void keep(int node) {
            compute(node);
            local[node] = nextLocal;
            nextLocal += 2;
            code.dstore(local[node]);
            if (slot[node] >= 0) {
                code.aload(WORK).loadConstant(slot[node]).dload(local[node]).dastore();
            }
        }

        private void load(int node) {
            if (!kept[node]) {
                compute(node);
            } else if (local[node] >= 0) {
                code.dload(local[node]);
            } else {
                element(WORK, slot[node]);
            }
        }

        private void element(int array, int index) {
            code.aload(array).loadConstant(index).daload();
        }

        private void compute(int node) {
            int[] arguments = graph.arguments(node);
            switch (graph.op(node)) {
                case CONSTANT -> code.loadConstant(graph.value(node));
                case TIME -> code.dload(TIME);
                case STATE -> element(STATE, graph.index(node));
                case PARAMETER -> element(PARAMETERS, graph.index(node));
                case DELAYED -> element(DELAYED, graph.index(node));
                case ADD -> sum(arguments);
                case MULTIPLY -> {
                    loadAll(arguments);
                    code.dmul();
                }
                case DIVIDE -> {
                    loadAll(arguments);
                    code.ddiv();
                }
                case NEGATE -> {
                    loadAll(arguments);
                    code.dneg();
                }
                default -> {
                    loadAll(arguments);
                    code.invokestatic(ARITHMETIC, graph.op(node).method(), FUNCTIONS[arguments.length]);
                }
            }
        }

        private void loadAll(int[] nodes) {
            for (int node : nodes) {
                load(node);
            }
        }

        /** Terms with a minus are subtracted. */
        private void sum(int[] terms) {
            load(terms[0]);
            for (int i = 1; i < terms.length; i++) {
                int term = terms[i];
                boolean minus = graph.op(term) == Op.NEGATE && !kept[term];
                load(minus ? graph.arguments(term)[0] : term);
                if (minus) {
                    code.dsub();
                } else {
                    code.dadd();
                }
            }
        }
    }
}
