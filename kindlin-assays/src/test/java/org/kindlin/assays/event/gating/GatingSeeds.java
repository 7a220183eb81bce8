package org.kindlin.assays.event.gating;

/** Small documents with one of everything, to be ruined. */
final class GatingSeeds {
    static final String GATING_ML = """
            <g:Gating-ML xmlns:g="http://www.isac-net.org/std/Gating-ML/v2.0/gating" xmlns:d="d" xmlns:t="t">
            <t:transformation t:id="L"><t:logicle t:T="1000" t:W="1" t:M="4.5" t:A="0"/></t:transformation>
            <t:transformation t:id="H" t:boundMin="0.1"><t:hyperlog t:T="1000" t:W="1" t:M="4.5" t:A="0"/></t:transformation>
            <t:transformation t:id="R"><t:fratio t:A="1" t:B="0" t:C="-1"><d:fcs-dimension d:name="A"/><d:fcs-dimension d:name="B"/></t:fratio></t:transformation>
            <t:spectrumMatrix t:id="M"><t:fluorochromes><d:fcs-dimension d:name="F"/></t:fluorochromes><t:detectors><d:fcs-dimension d:name="A"/><d:fcs-dimension d:name="B"/></t:detectors><t:spectrum><t:coefficient t:value="1"/><t:coefficient t:value="0.2"/></t:spectrum></t:spectrumMatrix>
            <g:RectangleGate g:id="rect"><g:dimension g:compensation-ref="M" g:transformation-ref="L" g:min="0.1" g:max="0.9"><d:fcs-dimension d:name="F"/></g:dimension><g:dimension g:compensation-ref="FCS" g:min="0.1"><d:new-dimension d:transformation-ref="R"/></g:dimension></g:RectangleGate>
            <g:PolygonGate g:id="poly" g:parent_id="rect"><g:dimension g:transformation-ref="H"><d:fcs-dimension d:name="A"/></g:dimension><g:dimension><d:fcs-dimension d:name="B"/></g:dimension><g:vertex><g:coordinate d:value="0"/><g:coordinate d:value="0"/></g:vertex><g:vertex><g:coordinate d:value="1"/><g:coordinate d:value="0"/></g:vertex><g:vertex><g:coordinate d:value="1"/><g:coordinate d:value="500"/></g:vertex></g:PolygonGate>
            <g:EllipsoidGate g:id="ell"><g:dimension><d:fcs-dimension d:name="A"/></g:dimension><g:dimension><d:fcs-dimension d:name="B"/></g:dimension><g:mean><g:coordinate d:value="100"/><g:coordinate d:value="100"/></g:mean><g:covarianceMatrix><g:row><g:entry d:value="9"/><g:entry d:value="1"/></g:row><g:row><g:entry d:value="1"/><g:entry d:value="4"/></g:row></g:covarianceMatrix><g:distanceSquare d:value="100"/></g:EllipsoidGate>
            <g:QuadrantGate g:id="quad"><g:divider g:id="D"><d:fcs-dimension d:name="A"/><g:value>10</g:value><g:value>200</g:value></g:divider><g:Quadrant g:id="Q1"><g:position g:divider_ref="D" g:location="5"/></g:Quadrant><g:Quadrant g:id="Q2"><g:position g:divider_ref="D" g:location="50"/></g:Quadrant></g:QuadrantGate>
            <g:BooleanGate g:id="bool" g:parent_id="Q1"><g:or><g:gateReference g:ref="poly"/><g:gateReference g:ref="ell" g:use-as-complement="true"/></g:or></g:BooleanGate>
            </g:Gating-ML>""";

    static final String WORKSPACE = """
            <Workspace><SampleList><Sample><DataSet uri="file:/a.fcs"/>
            <Transformations><biex length="256" maxRange="262144" neg="0" width="-10" pos="4.4"><parameter name="A"/></biex><log offset="1" decades="4"><parameter name="B"/></log></Transformations>
            <spilloverMatrix prefix="Comp-" suffix="" name="M"><parameters><parameter name="A"/><parameter name="B"/></parameters><spillover><coefficient value="1"/><coefficient value="0.1"/></spillover><spillover><coefficient value="0.2"/><coefficient value="1"/></spillover></spilloverMatrix>
            <SampleNode name="a.fcs"><Subpopulations>
            <Population name="P" count="7"><Gate><RectangleGate><dimension min="1" max="300"><fcs-dimension name="Comp-A"/></dimension></RectangleGate></Gate><Subpopulations><Population name="E" count="3"><Gate><EllipsoidGate><dimension><fcs-dimension name="A"/></dimension><dimension><fcs-dimension name="B"/></dimension><foci><vertex><coordinate value="10"/><coordinate value="20"/></vertex><vertex><coordinate value="30"/><coordinate value="40"/></vertex></foci><edge><vertex><coordinate value="5"/><coordinate value="15"/></vertex><vertex><coordinate value="35"/><coordinate value="45"/></vertex><vertex><coordinate value="25"/><coordinate value="25"/></vertex><vertex><coordinate value="15"/><coordinate value="35"/></vertex></edge></EllipsoidGate></Gate></Population><Statistic name="Median" id="A" value="5"/></Subpopulations></Population>
            <Population name="G" count="1"><Gate><PolygonGate eventsInside="0"><dimension><fcs-dimension name="A"/></dimension><dimension><fcs-dimension name="B"/></dimension><vertex><coordinate value="0"/><coordinate value="0"/></vertex><vertex><coordinate value="10"/><coordinate value="0"/></vertex><vertex><coordinate value="10"/><coordinate value="50"/></vertex></PolygonGate></Gate></Population>
            <NotNode name="N" count="9"><Dependents><Dependent name="P"/></Dependents></NotNode>
            </Subpopulations></SampleNode></Sample></SampleList></Workspace>""";

    private GatingSeeds() {}
}
