package org.kindlin.mechanism.antimony;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.mechanism.model.Event;
import org.kindlin.mechanism.model.Expression;
import org.kindlin.mechanism.model.Model;
import org.kindlin.mechanism.model.Operator;
import org.kindlin.mechanism.model.Parameter;
import org.kindlin.mechanism.model.Reaction;
import org.kindlin.mechanism.model.Rule;
import org.kindlin.mechanism.model.Species;
import org.kindlin.mechanism.model.UnitFactor;

class AntimonyReaderTest {

    @Test
    void reactionsMakeSpeciesAndTheirRatesMakeModifiers() {
        Model model = read("J0: 2 S1 + $E -> S2; k1*S1*X/(Km + S1)\n=> S1; k0; S2 =>\n species X; k1 = 0.1; S1 = 10");
        assertThat(model.species()).extracting(Species::id).containsExactlyInAnyOrder("S1", "E", "S2", "X");
        assertThat(species(model, "E")).matches(one -> one.boundaryCondition() && one.constant());
        assertThat(species(model, "S1").initialConcentration()).isEqualTo(OptionalDouble.of(10));
        Reaction first = model.reactions().getFirst();
        assertThat(first.reversible()).isTrue();
        assertThat(first.reactants().getFirst().stoichiometry()).isEqualTo(OptionalDouble.of(2));
        assertThat(first.modifiers()).containsExactly("X");
        assertThat(model.reactions()).hasSize(3);
        assertThat(model.reactions().get(1).reactants()).isEmpty();
        assertThat(model.reactions().get(2).kineticLaw()).isEmpty();
        assertThat(model.compartments().getFirst().id()).isEqualTo("default_compartment");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a+b*c^d^-e | a + b*c^d^-e",
                "-a^2 | -a^2",
                "(-a)^2 | (-a)^2",
                "a - b - c | a - b - c",
                "a - (b - c) | a - (b - c)",
                "a/b/c*d | a/b/c*d",
                "a < b && b <= c || !d | a < b && b <= c || !d",
                "1 < x < 3 | 1 < x < 3",
                "1 < x <= 3 | 1 < x && x <= 3",
                "log(x) + log(2, x) + ln(x) | log10(x) + log(2, x) + ln(x)",
                "sqrt(x) + root(3, x) | sqrt(x) + root(3, x)",
                "piecewise(1, x > 2, 0) | piecewise(1, x > 2, 0)",
                "pow(x, 2) + ceil(x) + asin(x) | x^2 + ceiling(x) + arcsin(x)",
                "delay(x, 3) * rateOf(y) % time | delay(x, 3)*rateOf(y)%time",
                "3 mole / 2.5e-3 litre | 3 mole/0.0025 litre",
            })
    void formulasAreReadByTheirPrecedence(String formula, String written) {
        Expression read = rule(read("y = 1; z := " + formula));
        String text = new ExpressionText(new Spelling(Set.of())).of(read);
        if (!formula.contains("&&")) {
            assertThat(text).isEqualTo(written);
        }
        assertThat(rule(read("y = 1; z := " + text))).isEqualTo(read);
    }

    private static Expression rule(Model model) {
        return model.rules().stream()
                .filter(rule ->
                        rule instanceof Rule.Assignment(String variable, Expression _, var _) && variable.equals("z"))
                .findFirst()
                .orElseThrow()
                .formula();
    }

    @Test
    void eventsHaveDelayPriorityPersistenceAndSeveralValues() {
        Model model = read("x = 0; y = 1\nE1: at 2*y after (x>5), priority=3, t0=false, persistent=true,"
                + " fromTrigger=false: x=0,\n y=y+1\nat time > 3: x = 2");
        Event event = model.events().getFirst();
        assertThat(event.id()).isEqualTo("E1");
        assertThat(event.delay()).isPresent();
        assertThat(event.priority()).contains(Expression.number(3));
        assertThat(event.trigger().initialValue()).isFalse();
        assertThat(event.trigger().persistent()).isTrue();
        assertThat(event.useValuesFromTriggerTime()).isFalse();
        assertThat(event.assignments()).hasSize(2);
        assertThat(model.events().get(1).trigger().initialValue()).isTrue();
        assertThat(model.parameters()).noneMatch(Parameter::constant);
    }

    /** libAntimony's default: once set off, an event is carried out. */
    @Test
    void eventsPersistUnlessTheTextSaysOtherwise() {
        Model model = read("x = 0\nE1: at 2 after (x>5): x=0\nE2: at 2 after (x>5), persistent=false: x=0");
        assertThat(model.events()).extracting(one -> one.trigger().persistent()).containsExactly(true, false);
    }

    @Test
    void algebraicRulesAreFormulasThatAreZero() {
        Model model = read("alg: 0 = x + y - 10\n0 = z - y; var x = 1, y, z; x' = 1");
        assertThat(model.rules().stream().filter(Rule.Algebraic.class::isInstance))
                .hasSize(2);
    }

    @Test
    void whatInteractsIsASpeciesAndModifiesTheReaction() {
        Model model = read("J0: S1 -> S2\nS3 -| J0; S4 -o J0; S5 -( J0; S3 = 1");
        assertThat(model.species()).extracting(Species::id).contains("S3", "S4", "S5");
        assertThat(model.reactions().getFirst().modifiers()).containsExactly("S3", "S4", "S5");
    }

    /** Antimony's documentation, Compartments: the last declared reaction that has a declared compartment. */
    @Test
    void speciesAreWhereTheirLastReactionIsUnlessTheTextSaysWhere() {
        Model model = read("compartment a = 2, b = 3; species z in a\n"
                + "J0 in a: x -> y; k*x\n y -> z; k*y in b\n z -> w; k\n x = 6/a; k = 1");
        assertThat(species(model, "x").compartment()).isEqualTo("a");
        assertThat(species(model, "x").initialAmount()).isEqualTo(OptionalDouble.of(6));
        assertThat(species(model, "y").compartment()).isEqualTo("b");
        assertThat(species(model, "z").compartment()).isEqualTo("a");
        assertThat(species(model, "w").compartment()).isEqualTo("default_compartment");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --P1--G1--stop--                                 | a DNA strand
                    model sub; A -> ; k; end; M in c: sub()          | a compartment for a whole submodel
                    model sub; A -> ; k; end; sub() in c             | a compartment for a whole submodel
                    model sub; A -> ; k; end; M: sub(); M.A * f is z | a conversion factor between submodels
                    model sub; A -> ; k; end; M: sub(), timeconv=60  | a conversion factor of a submodel
                    model m; model.layout = on; end                  | layout
                    """)
    void whatIsNotReadIsRefusedByName(String text, String name) {
        assertThat(faults(text.replace("; ", "\n"))).singleElement().asString().contains(name + " is not supported");
    }

    @Test
    void qualifiersMayHaveParts() {
        Model model = read("S = 1; S2 -> S; 1\nS creator.name \"A B\"");
        assertThat(species(model, "S").remarks().annotation()).isEqualTo("creator.name A B");
    }

    @Test
    void rulesAssignmentsAndDeclarationsSayWhatIsConstant() {
        Model model = read("k1 := sin(time); k2 = 0.2; k2' = k1; k3 = 2*k2; var k4 = 1; const k5 = 2");
        assertThat(model.rules()).hasSize(2);
        assertThat(model.initialAssignments()).hasSize(1);
        assertThat(model.parameters().stream().filter(Parameter::constant).map(Parameter::id))
                .containsExactly("k3", "k5");
    }

    @Test
    void compartmentsAmountsAndSubstanceUnits() {
        Model model = read(
                "compartment cell = 2, nucleus; species A in cell = 6/cell, B in nucleus; substanceOnly species C in cell = 4");
        assertThat(species(model, "A").initialAmount()).isEqualTo(OptionalDouble.of(6));
        assertThat(species(model, "C")).matches(Species::hasOnlySubstanceUnits);
        assertThat(species(model, "C").initialAmount()).isEqualTo(OptionalDouble.of(4));
        assertThat(model.compartments()).hasSize(2);
    }

    @Test
    void submodelsArePutInUnderTheirNamesAndOverridden() {
        Model model = read("""
                model side(S, k1)
                  J0: S + E -> SE; k1*k2*S*E - k2*SE;
                  S = 5; E = 3; k1 = 1.2; k2 = 0.4
                end
                model full
                  A: side(S1, k4); B: side(S2, 7)
                  B.k2 = 9; k4 = 0.0004; S1 = 1; S1 -> S2; k4*S1
                  A.E is B.E
                end
                """);
        assertThat(model.id()).isEqualTo("full");
        assertThat(model.species())
                .extracting(Species::id)
                .containsExactlyInAnyOrder("S1", "S2", "B__E", "A__SE", "B__SE");
        assertThat(value(model, "B__k2")).isEqualTo(9);
        assertThat(value(model, "B__k1")).isEqualTo(7);
        assertThat(value(model, "k4")).isEqualTo(0.0004);
        assertThat(species(model, "S1").initialConcentration()).isEqualTo(OptionalDouble.of(1));
        assertThat(model.reactions()).extracting(Reaction::id).containsExactly("A__J0", "B__J0", "_J0");
    }

    @Test
    void deletionsTakeReactionsWithThem() {
        Model model = read("model a\n J: S -> P; k*S\n D: P -> ; S*k\nend\nmodel b\n A: a()\n delete A.P\nend");
        assertThat(model.reactions()).isEmpty();
        assertThat(model.species()).extracting(Species::id).containsExactly("A__S");
    }

    @Test
    void importedFilesBringTheirModelsAndRemarks() {
        Faults faults = new Faults();
        Optional<Model> model = AntimonyReader.read(
                "x.ant",
                "import \"part.ant\"\nmodel whole\n P: part()\n P.k = 4 # four\nend",
                name -> name.equals("part.ant")
                        ? Optional.of("model part\n k = 3 # three\n m = 2 # two\nend")
                        : Optional.empty(),
                faults);
        assertThat(faults.all()).isEmpty();
        assertThat(model.orElseThrow().parameters())
                .extracting(one -> one.remarks().notes())
                .containsExactly("four", "two");
    }

    @Test
    void unitsAreProductsOfBaseUnits() {
        Model model = read("unit nM = 1e-9 mole/litre; unit perHour = 1/(3600 seconds); unit time_unit = 3600 second\n"
                + "k = 2 nM; r has perHour; v has nM/second; w = 3 apples");
        assertThat(model.unitDefinitions().getFirst().factors())
                .containsExactly(new UnitFactor("mole", 1, 0, 1e-9), new UnitFactor("litre", -1, 0, 1));
        UnitFactor perHour = model.unitDefinitions().get(1).factors().getFirst();
        assertThat(perHour.exponent()).isEqualTo(-1);
        assertThat(perHour.multiplier()).isEqualTo(3600);
        assertThat(model.units().time()).isEqualTo("time_unit");
        assertThat(parameter(model, "k").unit()).isEqualTo("nM");
        assertThat(parameter(model, "w").unit()).isEqualTo("apples");
        assertThat(model.unitDefinitions().getLast().factors()).isEmpty();
    }

    @Test
    void functionsNamesTermsAndInteractions() {
        Model model = read("""
                function mm(v, k, s)
                  v*s/(k + s)
                end
                model m
                  J: A -> B; mm(1, 2, A)
                  i1: C -| J
                  A is "species A"; A.sboTerm = SBO:0000252; A identity "http://x", "http://y"
                  constraint: A >= 0
                  5 > B
                end
                m is "The model"
                """);
        assertThat(model.functions().getFirst().arguments()).containsExactly("v", "k", "s");
        assertThat(model.reactions().getFirst().modifiers()).containsExactly("C");
        assertThat(species(model, "A").remarks().name()).isEqualTo("species A");
        assertThat(species(model, "A").remarks().sboTerm()).isEqualTo("SBO:0000252");
        assertThat(species(model, "A").remarks().annotation()).contains("http://y");
        assertThat(model.constraints()).hasSize(2);
        assertThat(model.remarks().name()).isEqualTo("The model");
    }

    @Test
    void negativeStoichiometriesAndEventsWithoutValuesAreRead() {
        Model model = read("J: -0.5 S + -1 U => -2 A; 1\nE: at time > 1: ;\nx = 1");
        assertThat(model.reactions().getFirst().reactants().getFirst().stoichiometry())
                .isEqualTo(OptionalDouble.of(-0.5));
        assertThat(model.events().getFirst().assignments()).isEmpty();
        assertThat(model.parameters()).hasSize(1);
    }

    @Test
    void namedStoichiometriesAreVariables() {
        Model model = read("J: n A -> B; k\nn = 2\nat time > 1: n = 3");
        assertThat(model.reactions().getFirst().reactants().getFirst())
                .matches(one -> one.id().equals("n") && !one.constant());
        assertThat(model.parameters()).extracting(Parameter::id).containsExactly("k");
    }

    @Test
    void everyFaultHasItsLineAndColumn() {
        List<Fault> faults = faults("model m\n A -> ; k1*(A + \n B = 3 4\n C := foo(\n k = log(1,2,3)\n x.y = 3\nend");
        assertThat(faults)
                .hasSizeGreaterThanOrEqualTo(1)
                .allSatisfy(fault -> assertThat(fault.place()).matches("line \\d+, column \\d+"));
        assertThat(faults("model m\n a = 3 )\n b = \"x\n end")).isNotEmpty();
        assertThat(faults("x.y = 3"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("no submodel 'x'"));
        assertThat(faults("A: B()"))
                .singleElement()
                .satisfies(fault -> assertThat(fault.problem()).contains("no model 'B'"));
    }

    @Test
    void whatIsNotSupportedIsRefusedByName() {
        assertThat(faults("dna1: --P1--G1--").getFirst().problem()).contains("DNA");
        assertThat(faults("maximize x").getFirst().problem()).contains("maximize");
        assertThat(faults("x := normal(0, 1)").getFirst().problem()).contains("normal");
        assertThat(faults("model a\nend\nmodel b\n A: a(), timeconv=60\nend")
                        .getFirst()
                        .problem())
                .contains("conversion factor");
        assertThat(faults("A -> B; k\nA: C -> D; k").getFirst().problem()).contains("two things");
    }

    @Test
    void circlesAndBombsAreOneClearLine() {
        assertThat(faults("model a\n A: a()\nend").getFirst().problem()).contains("contains itself");
        assertThat(faults("unit a = 2 b; unit b = 3 a; k = 1 a").getFirst().problem())
                .contains("defined by itself");
        assertThat(faults("unit a = 1e200 b; unit b = 1e200 mole; k = 1 a")
                        .getFirst()
                        .problem())
                .contains("a unit of size");
        assertThat(faults("x = " + "(".repeat(100_000)).getFirst().problem()).contains("nested");
        assertThat(faults("x = " + "-".repeat(100_000) + "1").getFirst().problem())
                .contains("nested");
        assertThat(faults("x = 1" + " - 1".repeat(100_000)).getFirst().problem())
                .contains("in a row");
        StringBuilder bomb = new StringBuilder("model m0\n k = 1\nend\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("model m")
                    .append(i)
                    .append("\n A: m")
                    .append(i - 1)
                    .append("()\n B: m")
                    .append(i - 1)
                    .append("()\nend\n");
        }
        assertThat(faults(bomb.toString()).getFirst().problem()).contains("more than 200000 statements");
    }

    @Test
    void sumsOfManyTermsAreFlat() {
        Model model = read("z := 1" + " + 1".repeat(5000));
        assertThat(rule(model))
                .isInstanceOfSatisfying(
                        Expression.Apply.class,
                        sum -> assertThat(sum.operator()).isEqualTo(Operator.PLUS));
    }

    static Model read(String text) {
        Faults faults = new Faults();
        Optional<Model> model = AntimonyReader.read("m.ant", text, Imports.NONE, faults);
        assertThat(faults.all()).isEmpty();
        return model.orElseThrow();
    }

    private static List<Fault> faults(String text) {
        Faults faults = new Faults();
        assertThat(AntimonyReader.read("m.ant", text, Imports.NONE, faults)).isEmpty();
        return faults.all();
    }

    private static Species species(Model model, String id) {
        return model.species().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static Parameter parameter(Model model, String id) {
        return model.parameters().stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static double value(Model model, String id) {
        return parameter(model, id).value().orElseThrow();
    }
}
