import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import { itemGroups } from "../catalogue/data/names.ts";
import { serviceCalled, serviceCategories } from "../catalogue/service.ts";
import { radiationMsv } from "./data/radiation.ts";

/** What is told before somebody chooses: what it looks at, what it may do to them. */
export interface Tells {
  looksAt: Bilingual[];
  risks: Bilingual[];
  /** Effective dose in all, typical figures, mSv; 0 without X-rays. */
  msv: number;
}

/** What a choice of items and services means for the person, whoever pays. */
export function tellsOf(codes: readonly string[]): Tells {
  const items = codes.flatMap((code) => catalogueItem(code) ?? []);
  const groups = [...new Set(items.map(({ group }) => group))].flatMap((group) => itemGroups[group] ?? []);
  const services = [...new Set(codes.flatMap((code) => serviceCalled(code)?.category ?? []))];
  const msv = Math.round(codes.reduce((sum, code) => sum + (radiationMsv[code] ?? 0), 0) * 100) / 100;
  const rooms = new Set(items.map(({ room }) => room));
  const risks: [boolean, Bilingual][] = [
    [rooms.has("blood draw"), { en: "A blood sample; a bruise is possible.", zh: "需抽血，可能出现淤青。" }],
    [
      msv > 0,
      {
        en: `X-rays of about ${msv} mSv in all (typical figures, need sign-off).`,
        zh: `X线检查合计约 ${msv} mSv（典型值，待签认）。`,
      },
    ],
    [
      rooms.has("endoscopy"),
      {
        en: "Endoscopy needs preparation and a talk first; bleeding or injury is rare.",
        zh: "内镜需提前准备并事先沟通，出血或损伤少见。",
      },
    ],
    [rooms.has("MR"), { en: "MR: no metal in the body.", zh: "磁共振：体内不得有金属。" }],
    [
      items.some(({ group }) => group === "tumour"),
      {
        en: "Tumour markers are often raised without cancer; a raised one means more tests.",
        zh: "肿瘤标志物升高多不是癌症，但需要进一步检查。",
      },
    ],
  ];
  return {
    looksAt: [...groups, ...services.map((one) => serviceCategories[one])],
    risks: risks.flatMap(([is, words]) => (is ? [words] : [])),
    msv,
  };
}
