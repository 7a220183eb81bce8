package org.kindlin.mechanism.compile;

import org.kindlin.fault.Fault;
import org.kindlin.fault.Faults;
import org.kindlin.fault.InputFaultException;
import org.kindlin.mechanism.model.Model;

/** The way from a model to equations. */
public final class ModelCompiler {
    private ModelCompiler() {}

    /**
     * The equations of a model.
     *
     * @param file the name to say in faults
     * @throws InputFaultException with every fault of the model, or the one thing in it that is not supported
     */
    public static Equations equations(String file, Model model) {
        Faults faults = new Faults();
        ModelCheck.check(file, model, faults);
        faults.throwIfAny();
        try {
            return new EquationsBuilder(model).build();
        } catch (UnsupportedModelException unsupported) {
            String place = unsupported.line() > 0 ? "line " + unsupported.line() : "";
            throw new InputFaultException(new Fault(file, place, unsupported.problem(), unsupported.remedy()));
        }
    }
}
