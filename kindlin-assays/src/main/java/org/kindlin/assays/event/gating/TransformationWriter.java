package org.kindlin.assays.event.gating;

import static org.kindlin.assays.event.gating.GatingXml.TRANSFORMS;

import java.util.List;
import javax.xml.stream.XMLStreamException;
import org.kindlin.numerics.scale.ArcsinhScale;
import org.kindlin.numerics.scale.BiexScale;
import org.kindlin.numerics.scale.ClampedScale;
import org.kindlin.numerics.scale.FlooredLogScale;
import org.kindlin.numerics.scale.HyperlogScale;
import org.kindlin.numerics.scale.LinearScale;
import org.kindlin.numerics.scale.LogScale;
import org.kindlin.numerics.scale.LogicleScale;
import org.kindlin.numerics.scale.Scale;

/** Writes scales, ratios and spectrum matrices (Gating-ML 2.0, section 6). */
final class TransformationWriter {
    private final GatingXml xml;

    TransformationWriter(GatingXml xml) {
        this.xml = xml;
    }

    /** Whether Gating-ML has no such scale. */
    static boolean isForeign(Transformation transformation) {
        if (!(transformation instanceof Transformation.OnScale(String _, Scale scale))) {
            return false;
        }
        Scale inner = scale instanceof ClampedScale clamped ? clamped.scale() : scale;
        return inner instanceof BiexScale || inner instanceof FlooredLogScale || inner instanceof ClampedScale;
    }

    void transformation(Transformation transformation) throws XMLStreamException {
        xml.open(TRANSFORMS, "transformation");
        xml.attribute(TRANSFORMS, "id", transformation.id());
        switch (transformation) {
            case Transformation.OnScale(String _, ClampedScale(Scale scale, double lowest, double highest)) -> {
                bounds(lowest, highest);
                scale(scale);
            }
            case Transformation.OnScale(String _, Scale scale) -> scale(scale);
            case Transformation.Ratio ratio -> {
                bounds(ratio.lowest(), ratio.highest());
                xml.open(TRANSFORMS, "fratio");
                number("A", ratio.factor());
                number("B", ratio.numeratorOffset());
                number("C", ratio.denominatorOffset());
                xml.channel(ratio.numerator());
                xml.channel(ratio.denominator());
                xml.close();
            }
        }
        xml.close();
    }

    private void bounds(double lowest, double highest) throws XMLStreamException {
        if (lowest > Double.NEGATIVE_INFINITY) {
            number("boundMin", lowest);
        }
        if (highest < Double.POSITIVE_INFINITY) {
            number("boundMax", highest);
        }
    }

    private void scale(Scale scale) throws XMLStreamException {
        switch (scale) {
            case LinearScale linear -> function("flin", List.of("T", "A"), linear.top(), linear.below());
            case LogScale log -> function("flog", List.of("T", "M"), log.top(), log.decades());
            case ArcsinhScale s ->
                function("fasinh", List.of("T", "M", "A"), s.top(), s.decades(), s.negativeDecades());
            case LogicleScale s ->
                function(
                        "logicle",
                        List.of("T", "W", "M", "A"),
                        s.parameters().top(),
                        s.parameters().linearDecades(),
                        s.parameters().decades(),
                        s.parameters().negativeDecades());
            case HyperlogScale s ->
                function(
                        "hyperlog",
                        List.of("T", "W", "M", "A"),
                        s.parameters().top(),
                        s.parameters().linearDecades(),
                        s.parameters().decades(),
                        s.parameters().negativeDecades());
            case BiexScale _, FlooredLogScale _, ClampedScale _ ->
                throw new IllegalArgumentException(
                        "Gating-ML 2.0 has no " + scale.getClass().getSimpleName());
        }
    }

    private void function(String name, List<String> parameters, double... values) throws XMLStreamException {
        xml.empty(TRANSFORMS, name);
        for (int i = 0; i < values.length; i++) {
            number(parameters.get(i), values[i]);
        }
    }

    private void number(String name, double value) throws XMLStreamException {
        xml.attribute(TRANSFORMS, name, value);
    }

    void matrix(SpectrumMatrix matrix) throws XMLStreamException {
        xml.open(TRANSFORMS, "spectrumMatrix");
        xml.attribute(TRANSFORMS, "id", matrix.id());
        if (matrix.inverted()) {
            xml.attribute(TRANSFORMS, "matrix-inverted-already", "true");
        }
        channels("fluorochromes", matrix.fluorochromes());
        channels("detectors", matrix.detectors());
        for (double[] row : matrix.coefficients()) {
            xml.open(TRANSFORMS, "spectrum");
            for (double value : row) {
                xml.empty(TRANSFORMS, "coefficient");
                xml.attribute(TRANSFORMS, "value", value);
            }
            xml.close();
        }
        xml.close();
    }

    private void channels(String element, List<String> names) throws XMLStreamException {
        xml.open(TRANSFORMS, element);
        for (String name : names) {
            xml.channel(name);
        }
        xml.close();
    }
}
