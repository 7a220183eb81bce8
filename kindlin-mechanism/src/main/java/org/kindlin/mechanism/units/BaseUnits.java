package org.kindlin.mechanism.units;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The units that SBML knows by name (Level 3 Version 2, table 2), in base units of the SI. */
final class BaseUnits {
    private static final Map<String, Dimension> ALL = all();

    private BaseUnits() {}

    static Optional<Dimension> find(String kind) {
        return Optional.ofNullable(ALL.get(kind));
    }

    private static Map<String, Dimension> all() {
        Map<String, Dimension> all = new HashMap<>();
        for (String base :
                new String[] {"ampere", "candela", "item", "kelvin", "kilogram", "metre", "mole", "second"}) {
            all.put(base, Dimension.base(base));
        }
        Dimension second = Dimension.base("second");
        Dimension metre = Dimension.base("metre");
        Dimension ampere = Dimension.base("ampere");
        Dimension newton = Dimension.base("kilogram").times(metre).per(second.power(2));
        Dimension joule = newton.times(metre);
        Dimension watt = joule.per(second);
        Dimension coulomb = ampere.times(second);
        Dimension volt = watt.per(ampere);
        Dimension weber = volt.times(second);
        all.put("dimensionless", Dimension.NONE);
        all.put("radian", Dimension.NONE);
        all.put("steradian", Dimension.NONE);
        all.put("avogadro", Dimension.NONE.times(6.02214179e23));
        all.put("becquerel", second.power(-1));
        all.put("hertz", second.power(-1));
        all.put("coulomb", coulomb);
        all.put("farad", coulomb.per(volt));
        all.put("gram", Dimension.base("kilogram").times(1e-3));
        all.put("gray", metre.power(2).per(second.power(2)));
        all.put("sievert", metre.power(2).per(second.power(2)));
        all.put("henry", weber.per(ampere));
        all.put("joule", joule);
        all.put("katal", Dimension.base("mole").per(second));
        all.put("litre", metre.power(3).times(1e-3));
        all.put("liter", metre.power(3).times(1e-3));
        all.put("meter", metre);
        all.put("lumen", Dimension.base("candela"));
        all.put("lux", Dimension.base("candela").per(metre.power(2)));
        all.put("newton", newton);
        all.put("ohm", volt.per(ampere));
        all.put("siemens", ampere.per(volt));
        all.put("pascal", newton.per(metre.power(2)));
        all.put("tesla", weber.per(metre.power(2)));
        all.put("volt", volt);
        all.put("watt", watt);
        all.put("weber", weber);
        return Map.copyOf(all);
    }
}
