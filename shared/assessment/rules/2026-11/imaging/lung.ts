import type { Bilingual } from "../../../../kernel/text.ts";
import type { Condition, Rule } from "../../../rule-set.ts";
import { all, any, from, likelyMalignant, says, suspected, told, unmeasured, watched } from "./words.ts";

const nodule = {
  concern: "lung-nodule",
  site: "lung",
  ladder: "lung-nodule",
  topics: ["lung-nodule"],
} as const;

const features = ["LUNGMM", "LUNGTYPE", "LUNGN", "LUNGSOLIDMM"] as const;
const lungRads = {
  ...nodule,
  evidence: ["LUNGRADS", ...features],
  sentence: told("LUNGRADS"),
  source: "Lung-RADS v2022",
  status: "published",
} as const;
const screened = { ...nodule, source: "C-Lung-RADS 2024", status: "published" } as const;
const byChance = {
  ...nodule,
  evidence: features,
  sentence: told("LUNGTYPE", "LUNGN", "LUNGMM"),
  source: "Fleischner Society 2017",
  status: "published",
} as const;

/** Nobody has put it into a category: then its features do. */
const uncoded: Condition = all(unmeasured("LUNGRADS"), unmeasured("CLUNGRADS"));

const notScreened: Condition = unmeasured("LDCT");
const nodular = says("LUNGTYPE", "solid", "part-solid", "ground-glass");
/** A nodule that is not known to be a benign calcified one; nobody need have measured it. */
const someNodule: Condition = any(nodular, all({ measured: "LUNGMM" }, unmeasured("LUNGTYPE")));

/** Neither Fleischner nor the screening system speaks: not made for this person, or a feature is not said. */
const unplaced: Condition = any(
  unmeasured("LUNGTYPE"),
  all(
    says("LUNGTYPE", "part-solid"),
    unmeasured("LUNGSOLIDMM"),
    any({ measured: "LDCT" }, says("LUNGN", "single")),
  ),
  all(notScreened, nodular, any(unmeasured("LUNGN"), { age: "<", years: 35 })),
);
/** Whatever its size: with these a small one may be something else; and nobody knows that an unmeasured one is small. */
const unplacedOfAnySize: Condition = any(
  all(notScreened, someNodule, any({ known: "cancer" }, { known: "immunosuppression" })),
  all(nodular, unmeasured("LUNGMM")),
);

const workUp: Bilingual = {
  en: "A chest physician will look closer within days to weeks: a CT with contrast, a PET/CT or a small sample. Found early it is mostly curable.",
  zh: "请尽快到胸外科或呼吸科进一步检查：增强 CT、PET/CT 或活检。早期发现多可治愈。",
};
const soon: Bilingual = {
  en: "Most such nodules are harmless. One more low-dose CT in about three months shows whether it changes.",
  zh: "此类结节多为良性。约三个月后复查低剂量 CT，观察有无变化。",
};
const later: Bilingual = {
  en: "Almost always harmless. Low-dose CT again in half a year.",
  zh: "绝大多数为良性。请半年后复查低剂量 CT。",
};
const nextYear: Bilingual = {
  en: "Such small nodules are very common and almost always harmless. Low-dose CT again in a year.",
  zh: "此类小结节十分常见，几乎都是良性。请一年后复查低剂量 CT。",
};

/** A category of the Chinese screening system, read by the radiologist or made from the nodule's features. */
const category = (
  band: string,
  rule: Pick<Rule, "class" | "severity" | "needsConfirmation" | "name" | "meaning"> & Partial<Rule>,
): readonly [Rule, Rule] => {
  const said = { ...screened, ...rule, followUp: `c-lungrads-${band}` };
  return [
    {
      ...said,
      id: `lung-c-lungrads-${band}`,
      when: says("CLUNGRADS", band),
      sentence: told("CLUNGRADS"),
      evidence: ["CLUNGRADS", ...features],
    },
    {
      ...said,
      id: `lung-c-lungrads-${band}-by-size`,
      when: all(uncoded, { score: "C-LUNG-RADS-2024", band }),
      sentence: told("LUNGTYPE", "LUNGMM"),
      evidence: features,
    },
  ];
};

const advised = (...bands: readonly string[]): Condition =>
  all(uncoded, any(...bands.map((band) => ({ score: "FLEISCHNER-2017", band }))));

/**
 * One ladder, for the nodule that decides: the radiologist's category first, then the features by the Chinese
 * screening system (low-dose CT) or Fleischner (any other CT). What neither can place comes last and goes to a
 * physician, whatever its size: a size or a risk nobody gave makes the rules more cautious, never silent.
 */
export const lung = [
  {
    ...lungRads,
    ...likelyMalignant,
    id: "lung-lungrads-4b",
    when: says("LUNGRADS", "4B", "4X"),
    name: { en: "Lung nodule, very suspicious", zh: "肺结节，高度可疑" },
    meaning: workUp,
    followUp: "lungrads-4b",
  },
  ...category("4", {
    ...likelyMalignant,
    name: { en: "Lung nodule, very suspicious", zh: "肺结节，高度可疑" },
    meaning: workUp,
  }),
  {
    ...nodule,
    ...suspected,
    id: "lung-mass",
    when: all(uncoded, { item: "LUNGMM", op: ">", limit: 30 }),
    name: { en: "Mass in the lung", zh: "肺部肿块" },
    sentence: { en: "{which}.", zh: "{which}。" },
    meaning: workUp,
    evidence: features,
    followUp: "lung-solid-gt8",
    source: "Fleischner Society 2017 (more than 30 mm is a mass)",
    status: "needs sign-off",
  },
  {
    ...lungRads,
    ...suspected,
    id: "lung-lungrads-4a",
    when: says("LUNGRADS", "4A"),
    name: { en: "Lung nodule, suspicious", zh: "肺结节，可疑" },
    meaning: soon,
    followUp: "lungrads-4a",
  },
  ...category("3", {
    ...suspected,
    name: { en: "Lung nodule, suspicious", zh: "肺结节，可疑" },
    meaning: soon,
  }),
  {
    ...lungRads,
    ...suspected,
    id: "lung-lungrads-3",
    when: says("LUNGRADS", "3"),
    name: { en: "Lung nodule, probably harmless", zh: "肺结节，可能良性" },
    meaning: later,
    followUp: "lungrads-3",
  },
  {
    ...byChance,
    ...suspected,
    id: "lung-solid-gt8",
    when: advised("solid-gt8"),
    name: { en: "Solid lung nodule over 8 mm", zh: "肺实性结节，大于 8 mm" },
    meaning: {
      en: "A chest physician decides with you between one more CT in three months, a PET/CT and a small sample.",
      zh: "请到胸外科或呼吸科就诊，商定三个月内复查 CT、PET/CT 或活检。",
    },
    followUp: "lung-solid-gt8",
  },
  {
    ...byChance,
    ...suspected,
    id: "lung-part-solid",
    when: advised("part-solid-6", "part-solid-suspicious"),
    name: { en: "Part-solid lung nodule", zh: "肺部分实性结节" },
    meaning: {
      en: "CT again in three to six months: many go away by themselves. What stays is watched for years or looked at closer.",
      zh: "请 3～6 个月后复查 CT，不少可自行消失；持续存在者需长期随访或进一步检查。",
    },
    followUp: "lung-part-solid-6",
  },
  {
    ...byChance,
    ...suspected,
    id: "lung-solid-multiple",
    when: advised("solid-multiple"),
    name: { en: "Several solid lung nodules", zh: "肺多发实性结节" },
    meaning: {
      en: "Mostly scars of old infections. CT again in three to six months shows whether they change.",
      zh: "多为既往感染遗留。请 3～6 个月后复查 CT，观察有无变化。",
    },
    followUp: "lung-solid-multiple",
  },
  {
    ...byChance,
    ...suspected,
    id: "lung-subsolid-multiple",
    when: advised("subsolid-multiple-lt6", "subsolid-multiple-6"),
    name: { en: "Several sub-solid lung nodules", zh: "肺多发亚实性结节" },
    meaning: {
      en: "CT again in three to six months; what stays as it is gets looked at in two and four years.",
      zh: "请 3～6 个月后复查 CT；无变化者第 2、4 年再复查。",
    },
    followUp: "lung-subsolid-multiple",
  },
  {
    ...nodule,
    ...suspected,
    id: "lung-nodule-unplaced",
    when: all(uncoded, any(all(from("LUNGMM", 6), unplaced), unplacedOfAnySize)),
    name: { en: "Lung nodule, follow-up to be decided", zh: "肺结节，随访方案待定" },
    sentence: told("LUNGMM"),
    variants: [{ when: unmeasured("LUNGMM"), sentence: told("LUNGTYPE") }],
    meaning: {
      en: "The usual advice does not fit you or a detail is missing; a physician decides what comes next.",
      zh: "常规建议不适用或资料不全，请由医生决定下一步。",
    },
    evidence: features,
    followUp: "class-b",
    source: "Fleischner Society 2017: not for under 35, cancer or weakened immune defence",
    status: "needs sign-off",
  },
  {
    ...lungRads,
    ...watched,
    id: "lung-lungrads-0",
    when: says("LUNGRADS", "0"),
    name: { en: "Lung shadow, perhaps an infection", zh: "肺部阴影，考虑感染或炎症" },
    meaning: {
      en: "Infections leave such shadows. CT again in one to three months, when it should be gone.",
      zh: "感染或炎症可有此表现。请 1～3 个月后复查 CT，多可吸收。",
    },
    followUp: "lungrads-0",
    status: "needs sign-off",
  },
  ...category("2", {
    ...watched,
    name: { en: "Lung nodule, low risk", zh: "肺结节，低危" },
    meaning: later,
  }),
  {
    ...byChance,
    ...watched,
    id: "lung-solid-6-8",
    when: advised("solid-6-8"),
    name: { en: "Solid lung nodule of 6 to 8 mm", zh: "肺实性结节，6～8 mm" },
    meaning: {
      en: "Very likely harmless. CT again in six to twelve months.",
      zh: "良性可能大。请 6～12 个月后复查 CT。",
    },
    followUp: "lung-solid-6-8",
  },
  {
    ...byChance,
    ...watched,
    id: "lung-ggn-6",
    when: advised("ggn-6"),
    name: { en: "Ground-glass lung nodule", zh: "肺纯磨玻璃结节" },
    meaning: {
      en: "These grow slowly if at all. CT again in six to twelve months, then every two years.",
      zh: "此类结节生长缓慢或不生长。请 6～12 个月后复查 CT，此后每两年一次。",
    },
    followUp: "lung-ggn-6",
  },
  {
    ...lungRads,
    ...watched,
    severity: 1,
    id: "lung-lungrads-2",
    when: says("LUNGRADS", "2"),
    name: { en: "Lung nodule of harmless look", zh: "肺结节，良性表现" },
    meaning: nextYear,
    followUp: "lungrads-2",
  },
  ...category("1", {
    ...watched,
    severity: 1,
    name: { en: "Very small lung nodule", zh: "肺微小结节" },
    meaning: nextYear,
  }),
  {
    ...byChance,
    ...watched,
    severity: 1,
    id: "lung-solid-lt6-high-risk",
    when: advised("solid-lt6-high-risk"),
    name: { en: "Small solid lung nodule, higher risk", zh: "肺实性小结节，高危人群" },
    meaning: {
      en: "Small nodules are mostly harmless. With your risk one more CT in a year may be done; your physician decides with you.",
      zh: "小结节多为良性。您属高危人群，可考虑一年后复查 CT，由医生与您商定。",
    },
    followUp: "lung-solid-lt6-high-risk",
  },
  {
    ...byChance,
    id: "lung-no-follow-up",
    when: advised("none"),
    class: "normal",
    severity: 1,
    needsConfirmation: false,
    name: { en: "Very small lung nodule, nothing to be done", zh: "肺微小结节，无需随访" },
    meaning: {
      en: "Such small nodules are very common, and at this size the guideline asks for no further CT.",
      zh: "此类微小结节十分常见，按指南此大小无需再复查 CT。",
    },
  },
  {
    ...nodule,
    ...watched,
    severity: 1,
    id: "lung-nodule-undecided",
    when: all(uncoded, { measured: "LUNGMM" }, someNodule),
    name: { en: "Small lung nodule, follow-up to be decided", zh: "肺小结节，随访方案待定" },
    sentence: told("LUNGMM"),
    meaning: {
      en: "Small nodules are mostly harmless. The usual advice does not fit you or a detail is missing; a physician decides what comes next.",
      zh: "小结节多为良性。常规建议不适用或资料不全，请由医生决定下一步。",
    },
    evidence: features,
    followUp: "class-b",
    source: "Fleischner Society 2017: not for under 35 or where a feature is not said",
    status: "needs sign-off",
    variants: [
      {
        when: all(
          says("LUNGTYPE", "part-solid"),
          { measured: "LUNGSOLIDMM" },
          any({ measured: "LDCT" }, all({ measured: "LUNGN" }, { age: ">=", years: 35 })),
        ),
        ...suspected,
        name: { en: "Lung nodule, measures to be read again", zh: "肺结节，测量值需核对" },
        sentence: told("LUNGMM", "LUNGSOLIDMM"),
        meaning: {
          en: "The two measures do not fit together as they stand. The pictures are read again, and a physician decides what comes next.",
          zh: "两项测量值相互不符，需重新阅片核对，再由医生决定下一步。",
        },
        source: "the solid part cannot be larger than its nodule; proposed",
      },
      {
        when: all(
          notScreened,
          says("LUNGTYPE", "solid"),
          { age: ">=", years: 35 },
          { measured: "LUNGN" },
          unmeasured("LUNGRISK"),
        ),
        name: { en: "Small solid lung nodule", zh: "肺实性小结节" },
        sentence: byChance.sentence,
        meaning: {
          en: "Small nodules are mostly harmless. Whether one more CT in a year is worth while depends on smoking, family and work; your physician goes through it with you.",
          zh: "小结节多为良性。是否一年后复查 CT，取决于吸烟、家族史和职业暴露等情况，由医生与您商定。",
        },
        followUp: "lung-solid-lt6-high-risk",
        source: "Fleischner Society 2017; read as high risk where nobody said the risk",
      },
    ],
  },
] as const satisfies readonly Rule[];
