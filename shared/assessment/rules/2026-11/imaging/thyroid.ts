import type { Rule } from "../../../rule-set.ts";
import {
  all,
  any,
  from,
  likelyMalignant,
  says,
  suspected,
  told,
  under,
  unmeasured,
  watched,
} from "./words.ts";

const nodule = {
  concern: "thyroid-nodule",
  site: "thyroid",
  ladder: "thyroid-nodule",
  topics: ["thyroid-nodule"],
} as const;
const chinese = {
  ...nodule,
  evidence: ["CTIRADS", "THYMM"],
  sentence: told("CTIRADS", "THYMM"),
  source: "C-TIRADS 2020",
  status: "published",
} as const;
const american = {
  ...nodule,
  evidence: ["ACRTR", "THYMM"],
  sentence: told("ACRTR", "THYMM"),
  source: "ACR TI-RADS 2017",
  status: "published",
} as const;

const puncture = {
  en: "A thin needle takes a few cells, without an operation, and tells what the nodule is. Please have it done within a month; most thyroid cancers are cured.",
  zh: "细针穿刺取少量细胞即可明确结节性质，无需手术。请在一个月内完成；多数甲状腺癌可以治愈。",
};
const small = {
  en: "It looks suspicious but is small; small ones are watched before anything is done. Ultrasound again within half a year.",
  zh: "结节可疑但较小，通常先观察。请在半年内复查甲状腺超声。",
};

/**
 * One ladder for both systems: the Chinese one speaks first. A suspicious nodule nobody has measured is punctured
 * rather than watched. The largest or most suspicious nodule is the one that is coded.
 */
export const thyroid = [
  {
    ...chinese,
    ...likelyMalignant,
    id: "thyroid-c4b-c5-small",
    when: all(says("CTIRADS", "4B", "4C", "5"), under("THYMM", 10)),
    name: { en: "Small suspicious thyroid nodule", zh: "甲状腺可疑小结节" },
    meaning: small,
    followUp: "thyroid-c4a-small",
  },
  {
    ...chinese,
    ...likelyMalignant,
    id: "thyroid-c4b-c5",
    when: says("CTIRADS", "4B", "4C", "5"),
    name: { en: "Suspicious thyroid nodule", zh: "甲状腺可疑结节" },
    meaning: puncture,
    followUp: "thyroid-c-fna",
  },
  {
    ...chinese,
    ...suspected,
    id: "thyroid-c4a-small",
    when: all(says("CTIRADS", "4A"), under("THYMM", 15)),
    name: { en: "Thyroid nodule, slightly suspicious, small", zh: "甲状腺低度可疑小结节" },
    meaning: {
      en: "Nine of ten or more such nodules are harmless. It is looked at again with ultrasound within half a year.",
      zh: "此类结节九成以上为良性。请在半年内复查甲状腺超声。",
    },
    followUp: "thyroid-c4a-small",
    status: "needs sign-off",
  },
  {
    ...chinese,
    ...suspected,
    id: "thyroid-c4a",
    when: says("CTIRADS", "4A"),
    name: { en: "Thyroid nodule, slightly suspicious", zh: "甲状腺低度可疑结节" },
    meaning: puncture,
    followUp: "thyroid-c-fna",
  },

  {
    ...american,
    ...likelyMalignant,
    id: "thyroid-tr5",
    when: all(says("ACRTR", "TR5"), from("THYMM", 5), under("THYMM", 10)),
    name: { en: "Small suspicious thyroid nodule", zh: "甲状腺可疑小结节" },
    meaning: {
      en: "It looks suspicious but is small; small ones are watched before anything is done. Ultrasound again every year for five years.",
      zh: "结节可疑但较小，通常先观察。请每年复查甲状腺超声，持续五年。",
    },
    followUp: "thyroid-tr5",
  },
  {
    ...american,
    ...likelyMalignant,
    id: "thyroid-tr5-fna",
    when: all(says("ACRTR", "TR5"), any(unmeasured("THYMM"), from("THYMM", 10))),
    name: { en: "Suspicious thyroid nodule", zh: "甲状腺可疑结节" },
    meaning: puncture,
    followUp: "thyroid-acr-fna",
  },
  {
    ...american,
    ...suspected,
    id: "thyroid-tr3-tr4-fna",
    when: any(all(says("ACRTR", "TR4"), from("THYMM", 15)), all(says("ACRTR", "TR3"), from("THYMM", 25))),
    name: { en: "Thyroid nodule large enough to puncture", zh: "甲状腺结节达到穿刺标准" },
    meaning: puncture,
    followUp: "thyroid-acr-fna",
  },
  {
    ...american,
    ...watched,
    id: "thyroid-tr4",
    when: all(says("ACRTR", "TR4"), any(unmeasured("THYMM"), from("THYMM", 10))),
    name: { en: "Thyroid nodule, moderately suspicious", zh: "甲状腺中度可疑结节" },
    meaning: {
      en: "Nine of ten such nodules are harmless. Ultrasound again in a year.",
      zh: "此类结节约九成为良性。请一年后复查甲状腺超声。",
    },
    followUp: "thyroid-tr4",
  },
  {
    ...american,
    ...watched,
    id: "thyroid-tr3",
    when: all(says("ACRTR", "TR3"), any(unmeasured("THYMM"), from("THYMM", 15))),
    name: { en: "Thyroid nodule, mildly suspicious", zh: "甲状腺轻度可疑结节" },
    meaning: {
      en: "Nineteen of twenty such nodules are harmless. Ultrasound again in a year.",
      zh: "此类结节九成五为良性。请一年后复查甲状腺超声。",
    },
    followUp: "thyroid-tr3",
  },
  {
    ...chinese,
    ...watched,
    id: "thyroid-c3",
    when: says("CTIRADS", "3"),
    name: { en: "Thyroid nodule, most likely harmless", zh: "甲状腺结节，良性可能大" },
    meaning: {
      en: "Fewer than two of a hundred are anything else. Ultrasound again within a year.",
      zh: "恶性可能低于 2%。请在一年内复查甲状腺超声。",
    },
    followUp: "thyroid-c3",
  },
  {
    ...american,
    ...watched,
    severity: 1,
    id: "thyroid-tr5-tiny",
    when: all(says("ACRTR", "TR5"), under("THYMM", 5)),
    name: { en: "Very small thyroid nodule of suspicious look", zh: "甲状腺可疑微小结节" },
    meaning: {
      en: "Under 5 mm neither puncture nor a special follow-up is advised; it is looked at with the next exam.",
      zh: "小于 5 mm 时不建议穿刺或专门随访，下次体检时复查即可。",
    },
  },
] as const satisfies readonly Rule[];
