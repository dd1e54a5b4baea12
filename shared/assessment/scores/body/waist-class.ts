import type { Bilingual } from "../../../kernel/text.ts";
import type { Sex } from "../../facts.ts";
import { type Band, formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { climbed } from "../ladder.ts";

interface Scheme {
  bands: readonly [Band, ...Band[]];
  /** cm, where each band after the first begins. */
  cuts: Readonly<Record<Sex, readonly number[]>>;
}

const band = (id: string, label: Bilingual): Band => ({ id, label });
const normal = band("normal", { en: "normal", zh: "正常" });
const central = band("central-obesity", { en: "central obesity", zh: "中心型肥胖" });

/** WS/T 428-2013. */
const china: Scheme = {
  bands: [
    normal,
    band("pre-central-obesity", { en: "on the way to central obesity", zh: "中心型肥胖前期" }),
    central,
  ],
  cuts: { male: [85, 90], female: [80, 85] },
};
/** WHO 2008, Europid. */
const who: Scheme = {
  bands: [
    normal,
    band("increased", { en: "increased", zh: "增高" }),
    band("substantially-increased", { en: "substantially increased", zh: "显著增高" }),
  ],
  cuts: { male: [94, 102], female: [80, 88] },
};
/** International Diabetes Federation, for Chinese people. */
const idf: Scheme = { bands: [normal, central], cuts: { male: [90], female: [80] } };

/**
 * The waist by the Chinese classes (WS/T 428-2013), with those of WHO (Europid) and of the IDF for Chinese
 * people beside it. cm; adults, not in pregnancy. Each class begins at its cut-off.
 */
export const waistClass = formula({
  id: "WAIST-CLASS",
  name: { en: "Waist class", zh: "腰围分类" },
  unit: "cm",
  decimals: 1,
  source: "WS/T 428-2013; WHO expert consultation 2008; IDF 2006",
  status: "published",
  writtenAs: "men 85/90, women 80/85 cm",
  inputs: { sex: ask.sex, waistCm: ask.waistCm(), age: ask.optional(ask.age()), pregnant: ask.notPregnant },
  compute({ sex, waistCm }) {
    const [inChina, inWho, inIdf] = [china, who, idf].map(({ bands, cuts }) =>
      climbed(bands, cuts[sex], waistCm),
    ) as [Band, Band, Band];
    return {
      value: waistCm,
      band: inChina,
      note: {
        en: `WHO: ${inWho.label.en}; IDF: ${inIdf.label.en}.`,
        zh: `WHO：${inWho.label.zh}；IDF：${inIdf.label.zh}。`,
      },
      outputs: {
        waistCm,
        category: inChina.id,
        "category:china": inChina.id,
        "category:who": inWho.id,
        "category:idf": inIdf.id,
      },
    };
  },
});
