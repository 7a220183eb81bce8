package org.kindlin.assays.event.gating;

import java.util.List;

/** Small documents, to be ruined: few elements each, so that most ruined ones still get far, and many a second. */
final class GatingSeeds {
    private static final String HEAD =
            "<g:Gating-ML xmlns:g=\"http://www.isac-net.org/std/Gating-ML/v2.0/gating\" xmlns:d=\"d\" xmlns:t=\"t\">";
    private static final String SCALE =
            "<t:transformation t:id=\"L\"><t:%s t:T=\"1000\" t:W=\"1\" t:M=\"4.5\" t:A=\"0\"/></t:transformation>";
    private static final String RATIO = """
            <t:transformation t:id="R"><t:fratio t:A="1" t:B="0" t:C="-1"><d:fcs-dimension d:name="A"/>
            <d:fcs-dimension d:name="B"/></t:fratio></t:transformation>""";
    private static final String MATRIX = """
            <t:spectrumMatrix t:id="M"><t:fluorochromes><d:fcs-dimension d:name="F"/></t:fluorochromes>
            <t:detectors><d:fcs-dimension d:name="A"/><d:fcs-dimension d:name="B"/></t:detectors>
            <t:spectrum><t:coefficient t:value="1"/><t:coefficient t:value="0.2"/></t:spectrum></t:spectrumMatrix>""";
    private static final String RECTANGLE = """
            <g:RectangleGate g:id="rect"><g:dimension g:compensation-ref="M" g:transformation-ref="L" g:min="0.1" g:max="0.9">
            <d:fcs-dimension d:name="F"/></g:dimension></g:RectangleGate>""";
    private static final String OF_RATIO = """
            <g:RectangleGate g:id="r"><g:dimension g:compensation-ref="FCS" g:min="0.1">
            <d:new-dimension d:transformation-ref="R"/></g:dimension></g:RectangleGate>""";
    private static final String POLYGON = """
            <g:PolygonGate g:id="poly"><g:dimension g:transformation-ref="L"><d:fcs-dimension d:name="A"/></g:dimension>
            <g:dimension><d:fcs-dimension d:name="B"/></g:dimension>
            <g:vertex><g:coordinate d:value="0"/><g:coordinate d:value="0"/></g:vertex>
            <g:vertex><g:coordinate d:value="1"/><g:coordinate d:value="0"/></g:vertex>
            <g:vertex><g:coordinate d:value="1"/><g:coordinate d:value="500"/></g:vertex></g:PolygonGate>""";
    private static final String ELLIPSOID = """
            <g:EllipsoidGate g:id="ell"><g:dimension><d:fcs-dimension d:name="A"/></g:dimension>
            <g:dimension><d:fcs-dimension d:name="B"/></g:dimension>
            <g:mean><g:coordinate d:value="100"/><g:coordinate d:value="100"/></g:mean>
            <g:covarianceMatrix><g:row><g:entry d:value="9"/><g:entry d:value="1"/></g:row>
            <g:row><g:entry d:value="1"/><g:entry d:value="4"/></g:row></g:covarianceMatrix>
            <g:distanceSquare d:value="100"/></g:EllipsoidGate>""";
    private static final String QUADRANTS = """
            <g:QuadrantGate g:id="quad"><g:divider g:id="D"><d:fcs-dimension d:name="A"/><g:value>10</g:value>
            <g:value>200</g:value></g:divider><g:Quadrant g:id="Q1"><g:position g:divider_ref="D" g:location="5"/></g:Quadrant>
            <g:Quadrant g:id="Q2"><g:position g:divider_ref="D" g:location="50"/></g:Quadrant></g:QuadrantGate>
            <g:BooleanGate g:id="bool" g:parent_id="Q1"><g:or><g:gateReference g:ref="Q2"/>
            <g:gateReference g:ref="Q1" g:use-as-complement="true"/></g:or></g:BooleanGate>""";

    static final List<String> GATING_ML = List.of(
            document(SCALE.formatted("logicle"), MATRIX, RECTANGLE),
            document(SCALE.formatted("hyperlog"), MATRIX, RECTANGLE),
            document(RATIO, OF_RATIO),
            document(SCALE.formatted("fasinh"), POLYGON),
            document(ELLIPSOID),
            document(QUADRANTS));

    private static final String RECTANGLE_10 = """
            <Population name="P" count="7"><Gate><RectangleGate><dimension min="1" max="300"><fcs-dimension name="Comp-A"/>
            </dimension></RectangleGate></Gate><Subpopulations><Statistic name="Median" id="A" value="5"/></Subpopulations>
            </Population><NotNode name="N" count="9"><Dependents><Dependent name="P"/></Dependents></NotNode>""";
    private static final String ELLIPSE_10 = """
            <Population name="E" count="3"><Gate><EllipsoidGate><dimension><fcs-dimension name="A"/></dimension>
            <dimension><fcs-dimension name="B"/></dimension>
            <foci><vertex><coordinate value="10"/><coordinate value="20"/></vertex>
            <vertex><coordinate value="30"/><coordinate value="40"/></vertex></foci>
            <edge><vertex><coordinate value="5"/><coordinate value="15"/></vertex>
            <vertex><coordinate value="35"/><coordinate value="45"/></vertex>
            <vertex><coordinate value="25"/><coordinate value="25"/></vertex>
            <vertex><coordinate value="15"/><coordinate value="35"/></vertex></edge></EllipsoidGate></Gate></Population>""";
    private static final String POLYGON_10 = """
            <Population name="G" count="1"><Gate><PolygonGate eventsInside="0"><dimension><fcs-dimension name="A"/></dimension>
            <dimension><fcs-dimension name="B"/></dimension><vertex><coordinate value="0"/><coordinate value="0"/></vertex>
            <vertex><coordinate value="10"/><coordinate value="0"/></vertex>
            <vertex><coordinate value="10"/><coordinate value="50"/></vertex></PolygonGate></Gate></Population>""";
    private static final String SPILLOVER_10 = """
            <spilloverMatrix prefix="Comp-" suffix="" name="M"><parameters><parameter name="A"/><parameter name="B"/></parameters>
            <spillover><coefficient value="1"/><coefficient value="0.1"/></spillover>
            <spillover><coefficient value="0.2"/><coefficient value="1"/></spillover></spilloverMatrix>""";
    private static final String BIEX_10 = """
            <Transformations><biex length="256" maxRange="262144" neg="0" width="-10" pos="4.4"><parameter name="A"/></biex>
            </Transformations>""";
    private static final String TIME_10 = """
            <Transformations><linear minRange="0" maxRange="90" gain="0.01"><parameter name="Time"/></linear>
            <linear minRange="0" maxRange="300" gain="1"><parameter name="A"/></linear></Transformations>
            <Keywords><Keyword name="$TIMESTEP" value="0.1"/><Keyword name="$FIL" value="b.fcs"/></Keywords>""";
    private static final String CURLY_10 = """
            <Population name="Q1" count="7"><Gate><CurlyQuad percentX="0" percentY="0"><dimension min="0"><fcs-dimension name="A"/>
            </dimension><dimension max="300"><fcs-dimension name="Time"/></dimension></CurlyQuad></Gate></Population>
            <NotNode name="N" count="9"><Gate><RectangleGate><dimension max="30"><fcs-dimension name="B"/></dimension>
            </RectangleGate></Gate></NotNode>""";
    private static final String LOG_10 = """
            <Transformations><log offset="1" decades="4"><parameter name="B"/></log></Transformations>""";

    static final List<String> WORKSPACES = List.of(
            workspace(SPILLOVER_10, RECTANGLE_10),
            workspace(BIEX_10, RECTANGLE_10.replace("Comp-", "")),
            workspace("", ELLIPSE_10.replace("<EllipsoidGate>", "<EllipsoidGate distance=\"57\">")),
            workspace(TIME_10, CURLY_10),
            workspace(LOG_10, POLYGON_10));

    private GatingSeeds() {}

    private static String document(String... parts) {
        return HEAD + String.join("", parts) + "</g:Gating-ML>";
    }

    private static String workspace(String settings, String populations) {
        return "<Workspace><SampleList><Sample><DataSet uri=\"file:/a.fcs\"/>" + settings
                + "<SampleNode name=\"a.fcs\"><Subpopulations>" + populations
                + "</Subpopulations></SampleNode></Sample></SampleList></Workspace>";
    }
}
