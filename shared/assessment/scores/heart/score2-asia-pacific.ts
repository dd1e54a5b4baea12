import { formula } from "../formula.ts";
import { escClass, forThem, score2, score2Inputs, score2Uncalibrated } from "./score2.ts";
import { recalibrated, regionNote, type Scale } from "./score2-scale.ts";

/** Hageman S et al., EHJ 2025;46:702, supplement. */
const asiaPacific: Scale = {
  low: { male: [-0.375229965, 0.62020875], female: [-0.986572446, 0.536743779] },
  moderate: { male: [0.284885676, 0.778128607], female: [0.08278687, 0.718980326] },
  high: { male: [0.778231091, 0.844985356], female: [0.611474287, 0.703624072] },
  "very high": { male: [0.608975204, 0.679014197], female: [0.502751798, 0.555577072] },
};

/** SCORE2 rescaled to the regions of Asia and the Pacific; otherwise the same. Hageman 2025. */
export const score2AsiaPacific = formula({
  id: "SCORE2-ASIA-PACIFIC",
  published: "SCORE2-Asia-Pacific",
  name: {
    en: "Heart and vessel event within 10 years (SCORE2 Asia-Pacific)",
    zh: "SCORE2 亚太版十年心血管事件风险",
  },
  unit: "%",
  decimals: 1,
  source: "SCORE2 Asia-Pacific (Hageman, Eur Heart J 2025;46:702); ESC 2021",
  status: "needs sign-off",
  audience: "physician",
  writtenAs: score2.writtenAs,
  inputs: score2Inputs,
  onlyFor: forThem,
  compute({ region, ...person }) {
    const value = recalibrated(score2Uncalibrated(person), asiaPacific[region][person.sex]);
    return {
      value,
      band: escClass(value, person.age).band,
      ...regionNote(region),
      outputs: { cvd10yPct: value },
    };
  },
});
