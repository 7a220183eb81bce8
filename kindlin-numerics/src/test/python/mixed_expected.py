"""Flattens expected_growth_lmm.json (R 4.2.2: lme4 1.1-31, nlme 3.1-162, lmerTest 3.1-3, pbkrtest 0.5-2, clubSandwich 0.5-8)
into model,quantity,index,value lines. Usage: mixed_expected.py expected_growth_lmm.json > expected.csv"""
import json, sys

source = json.load(open(sys.argv[1]))
keys = ["criterion", "loglik", "coef", "se", "df_satterthwaite", "theta", "sigma", "se_kr", "df_kr", "phi"]

def lines(model, quantity, value):
    if isinstance(value, dict):
        value = list(value.values())
    if not isinstance(value, list):
        value = [value]
    for i, v in enumerate(value):
        print(f"{model},{quantity},{i},{v!r}")

print("model,quantity,index,value")
for data in ("sleepstudy", "CR1197", "SW837"):
    for name, fit in source[data].items():
        model = f"{data}.{name}"
        if not isinstance(fit, dict):
            continue
        for key in keys:
            if key in fit and not (key == "se" and "estimate" in fit):
                lines(model, key, fit[key])
        if isinstance(fit.get("varstruct"), dict):
            lines(model, "varstruct", fit["varstruct"])
        if "ranef" in fit:
            for effect, values in fit["ranef"].items():
                lines(model, "ranef " + effect, values)
        if "estimate" in fit and "z" in fit:
            lines(model, "estimate", fit["estimate"])
            lines(model, "se", fit["se"])
        if name == "emtrends":
            lines(model, "trend", fit["Day.trend"])
            lines(model, "se", fit["SE"])
            lines(model, "df", fit["df"])
            lines(model, "low", fit["lower.CL"])
            lines(model, "high", fit["upper.CL"])
