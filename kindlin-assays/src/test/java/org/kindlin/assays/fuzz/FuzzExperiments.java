package org.kindlin.assays.fuzz;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kindlin.assays.Assay;
import org.kindlin.assays.collagen.CollagenAssay;
import org.kindlin.assays.combination.CombinationAssay;
import org.kindlin.assays.elisa.ElisaAssay;
import org.kindlin.assays.kinase.KinaseAssay;
import org.kindlin.assays.viability.ViabilityAssay;

/** Small experiments of the plate assays, as tidy tables, as plates with maps and as a reader's file that has its layout. */
final class FuzzExperiments {

    /**
     * An experiment.
     *
     * @param texts of its files
     * @param parts which of the texts are data and which maps
     * @param choices values to draw from; empty text leaves a key out
     */
    record Experiment(
            String name,
            Assay<?, ?, ?> assay,
            List<String> texts,
            List<Part> parts,
            Map<String, String> settings,
            Map<String, List<String>> choices) {
        Experiment {
            choices = new TreeMap<>(choices); // drawn in order of the keys
        }
    }

    /**
     * A data file.
     *
     * @param data index of its text
     * @param layout index of its map's text; -1 for none
     */
    record Part(String name, int data, int layout, Map<String, String> tags) {}

    private static final String COLLAGEN_TABLE = """
            role,sample,concentration,signal,dilution,fraction,compound,dose_nM,cells,protein_ug,spike
            STD1,,0,0.05,,,,,,,
            standard,,10,0.15,,,,,,,
            STD3,,20,0.26,,,,,,,
            BLK,,,0.04,,,,,,,
            unknown,s1,,0.2,1:2,soluble,defactinib,100,1e4,,
            unknown,s1,,0.12,4,soluble,defactinib,100,1e4,,2
            vehicle,v1,,0.22,,insoluble,vehicle,0,,12,
            serum-blank,,,0.07,,,,,,,
            """;
    private static final String COLLAGEN_MAP = """
            well,role,sample,fraction,compound,form,concentration,unit,dilution,cells
            A1,standard,,,,,0,ug/mL,,
            A2,standard,,,,,10,ug/mL,,
            A3,standard,,,,,20,ug/mL,,
            B1,vehicle,v1,soluble,,,,,2,100
            B2,sample,t1,soluble,defactinib,HCl,1,uM,2,100
            B3,serum-blank,,,,,,,,
            """;
    private static final String COLLAGEN_PLATE = "well,value\nA1,0.05\nA2,0.15\nA3,0.26\nB1,0.2\nB2,0.1\nB3,0.06\n";
    private static final String GEN5_LIST = """
            Well ID\tName\tWell\tConc/Dil\t540\tCount\tMean\tStd Dev\tCV (%)
            BLK\t\tA1\t\t0.041\t1\t0.041\t?????\t?????
            STD1\t\tA2\t0\t0.052\t2\t0.054\t0.002\t4.1
            \t\tA3\t0\t0.056\t\t\t\t
            STD2\t\tA4\t10\t0.15\t1\t0.15\t?????\t?????
            STD3\t\tA5\t20\t0.26\t1\t0.26\t?????\t?????
            SPL1:1\tlysate\tB1\t1\t0.2\t1\t0.2\t?????\t?????
            SPL1:2\tlysate\tB2\t0.5\t0.12\t1\t0.12\t?????\t?????
            """;
    private static final String VIABILITY = """
            compound,cell line,concentration_uM,viability
            defactinib,A549,0,101
            defactinib,A549,0.1,99
            defactinib,A549,0.3,97
            defactinib,A549,1,80
            defactinib,A549,3,45
            defactinib,A549,10,20
            """;
    private static final String COUNTS = """
            cell_line,agent,time,concentration_nM,cell_count,cell_count__ctrl,cell_count__time0,dead_count,dead_count__ctrl,dead_count__time0
            BT20,x,72,1,5436,5426.1,1608.9,547,484.3,127.7
            BT20,x,72,10,4628,5426.1,1608.9,958,484.3,127.7
            BT20,x,72,100,1992,5426.1,1608.9,1463,484.3,127.7
            BT20,x,72,1000,567,5426.1,1608.9,1847,484.3,127.7
            BT20,x,72,10000,398,5426.1,1608.9,1870,484.3,127.7
            """;
    private static final String DOSE_MAP = """
            well,role,compound,form,concentration,unit,%s
            A1,blank,,,,,
            A2,blank,,,,,
            A3,vehicle,,,,,
            A4,vehicle,,,,,
            A5,vehicle,,,,,
            A6,unstimulated,,,,,
            A7,unstimulated,,,,,
            B1,sample,defactinib,HCl,1,nM,FAK
            B2,sample,defactinib,HCl,10,nM,FAK
            B3,sample,defactinib,HCl,100,nM,FAK
            B4,sample,defactinib,HCl,1,uM,FAK
            B5,sample,defactinib,HCl,10,uM,FAK
            """;
    private static final String DOSE_PLATE = """
            well,value
            A1,0.05
            A2,0.06
            A3,1.1
            A4,1.2
            A5,1.15
            A6,0.3
            A7,0.31
            B1,1.12
            B2,1.0
            B3,0.7
            B4,0.4
            B5,0.1
            """;
    private static final String STAIN_PLATE = """
            well,value
            A1,50
            A2,51
            A3,1100
            A4,1000
            A5,1050
            A6,1010
            A7,1000
            B1,1012
            B2,1000
            B3,990
            B4,900
            B5,400
            """;
    private static final String MATRIX = """
            dose,dose2,response
            0,0,100
            1,0,95
            10,0,70
            100,0,30
            0,1,97
            0,10,80
            0,100,40
            1,1,92
            10,10,50
            100,100,8
            """;

    private static final String MATRIX_MAP = """
            well,role,compound,concentration_nM,compound2,concentration2_nM
            A1,blank,,,,
            A2,vehicle,,,,
            A3,vehicle,,,,
            A4,sample,a,1,b,0
            A5,sample,a,10,b,0
            A6,sample,a,100,b,0
            A7,sample,a,0,b,1
            A8,sample,a,0,b,10
            A9,sample,a,0,b,100
            A10,sample,a,10,b,10
            A11,sample,a,100,b,100
            """;
    private static final String MATRIX_PLATE = """
            well,value
            A1,5
            A2,101
            A3,99
            A4,95
            A5,70
            A6,30
            A7,97
            A8,80
            A9,40
            A10,50
            A11,8
            """;

    private static final Map<String, List<String>> READING =
            Map.of("reading", List.of("", "strict", "report"), "read", List.of("", "value", "x"));
    private static final Map<String, List<String>> CURVE = Map.of(
            "model",
            List.of("linear", "proportional", "quadratic", "4pl", "5pl"),
            "weights",
            List.of("constant", "1/x", "1/x2", "1/sd2", "variance-model"),
            "fitOn",
            List.of("", "means"),
            "solubleVolume",
            List.of("", "1 mL"));

    static final List<Experiment> ALL = List.of(
            new Experiment(
                    "collagen table",
                    new CollagenAssay(),
                    List.of(COLLAGEN_TABLE),
                    List.of(data(0)),
                    Map.of("perWell", "yes"),
                    CURVE),
            new Experiment(
                    "collagen plate",
                    new CollagenAssay(),
                    List.of(COLLAGEN_PLATE, COLLAGEN_MAP),
                    List.of(plate(Map.of())),
                    Map.of("perWell", "yes"),
                    CURVE),
            new Experiment(
                    "collagen list",
                    new CollagenAssay(),
                    List.of(GEN5_LIST),
                    List.of(data(0)),
                    Map.of("unit", "ug/mL"),
                    CURVE),
            new Experiment(
                    "viability table",
                    new ViabilityAssay(),
                    List.of(VIABILITY),
                    List.of(data(0)),
                    Map.of(),
                    Map.of("exposure", List.of("", "72 h"))),
            new Experiment(
                    "viability counts", new ViabilityAssay(), List.of(COUNTS), List.of(data(0)), Map.of(), Map.of()),
            new Experiment(
                    "viability plate",
                    new ViabilityAssay(),
                    List.of(DOSE_PLATE, DOSE_MAP.formatted("cell line").replace("unstimulated", "positive")),
                    List.of(plate(Map.of("time", "72 h"))),
                    Map.of(),
                    READING),
            new Experiment(
                    "kinase plate",
                    new KinaseAssay(),
                    List.of(DOSE_PLATE, DOSE_MAP.formatted("target").replace("unstimulated", "positive")),
                    List.of(plate(Map.of())),
                    Map.of("signal", "falls-with-adp"),
                    READING),
            new Experiment(
                    "elisa plates",
                    new ElisaAssay(),
                    List.of(DOSE_PLATE, DOSE_MAP.formatted("replicate").replace("FAK", "1"), STAIN_PLATE),
                    List.of(new Part("sma", 0, 1, Map.of()), new Part("dapi", 2, 1, Map.of())),
                    Map.of("normalizationFile", "dapi"),
                    Map.of("unstimulatedCells", List.of("", "fibroblasts-alone"))),
            new Experiment(
                    "combination table",
                    new CombinationAssay(),
                    List.of(MATRIX),
                    List.of(data(0)),
                    Map.of("bootstrapSamples", "199"),
                    Map.of("nullModel", List.of("bliss", "loewe"))),
            new Experiment(
                    "combination plate",
                    new CombinationAssay(),
                    List.of(MATRIX_PLATE, MATRIX_MAP),
                    List.of(plate(Map.of())),
                    Map.of("bootstrapSamples", "199", "compound", "a", "compound2", "b", "unit", "nM"),
                    READING));

    private FuzzExperiments() {}

    private static Part data(int text) {
        return new Part("data", text, -1, Map.of());
    }

    private static Part plate(Map<String, String> tags) {
        return new Part("plate", 0, 1, tags);
    }
}
