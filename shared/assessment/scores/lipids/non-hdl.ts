import { formula, onlyABound } from "../formula.ts";
import * as ask from "../inputs.ts";
import { type Known, numberOf } from "../known.ts";
import { tidy } from "../rounding.ts";

/** Non-HDL cholesterol of an exam, mmol/L. */
export function nonHdlAt(known: Known): number | typeof onlyABound | undefined {
  const [total, hdl] = [numberOf(known, "TC"), numberOf(known, "HDLC")];
  if (total === undefined || hdl === undefined) return undefined;
  return total === onlyABound || hdl === onlyABound ? onlyABound : tidy(total - hdl);
}

/** Non-HDL cholesterol = total − HDL, mmol/L; all the cholesterol that can harm a vessel wall. */
export const nonHdl = formula({
  id: "NONHDL",
  name: { en: "Non-HDL cholesterol", zh: "非高密度脂蛋白胆固醇" },
  unit: "mmol/L",
  decimals: 2,
  source: "China lipid guideline 2023",
  status: "published",
  writtenAs: "TC − HDL",
  inputs: { totalCholMmol: ask.totalCholMmol(), hdlMmol: ask.hdlMmol() },
  compute({ totalCholMmol, hdlMmol }) {
    const value = tidy(totalCholMmol - hdlMmol);
    return { value, outputs: { nonHdl: value } };
  },
});
