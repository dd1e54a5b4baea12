import type { Rule } from "../../../rule-set.ts";
import { from, suspected, watched } from "./words.ts";

const sentence = { en: "{which}.", zh: "{which}。" } as const;

export const vesselsAndBone = [
  {
    ...watched,
    id: "carotid-plaque",
    concern: "carotid",
    site: "carotid",
    when: from("PLAQUEMM", 1.5),
    name: { en: "Plaque in a neck artery", zh: "颈动脉斑块" },
    sentence,
    meaning: {
      en: "It shows that the arteries have begun to age. Blood pressure, lipids and not smoking decide how it goes on; your lipid target is set accordingly.",
      zh: "提示动脉粥样硬化已开始。控制血压、血脂并戒烟是关键，医生会据此确定您的血脂目标。",
    },
    evidence: ["PLAQUEMM"],
    followUp: "carotid-plaque",
    source: "carotid ultrasound; 1.5 mm or more is plaque",
    status: "needs sign-off",
    topics: ["carotid", "lipids"],
  },
  {
    ...suspected,
    severity: 2,
    id: "bone-low",
    concern: "bone",
    when: { item: "DXA", op: "<=", limit: -2.5 },
    name: { en: "Bone density low", zh: "骨密度低" },
    sentence,
    meaning: {
      en: "In the range of osteoporosis. A physician looks for a cause and decides with you about treatment; bones respond well.",
      zh: "处于骨质疏松范围。请就诊查找原因并商定治疗，效果良好。",
    },
    evidence: ["DXA"],
    followUp: "bone-low",
    source: "WHO; women after the menopause and men from 50",
    status: "needs sign-off",
    topics: ["bone"],
  },
] as const satisfies readonly Rule[];
