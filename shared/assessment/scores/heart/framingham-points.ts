import { formula } from "../formula.ts";
import * as ask from "../inputs.ts";
import { firstEvent } from "./gates.ts";

/** Points from each limit upwards, highest first. */
type Ladder = readonly (readonly [from: number, points: number])[];

const under = Number.NEGATIVE_INFINITY;
const pointsAt = (ladder: Ladder, value: number): number =>
  (ladder.find(([from]) => value >= from) as Ladder[number])[1];

const ages = [75, 70, 65, 60, 55, 50, 45, 40, 35, 30];
const cholesterols = [280, 240, 200, 160, under];
const laddered = (limits: readonly number[], points: readonly number[]): Ladder =>
  limits.map((from, at) => [from, points[at] as number]);

const hdl: Ladder = [
  [60, -2],
  [50, -1],
  [45, 0],
  [35, 1],
  [under, 2],
];

interface Sheet {
  age: Ladder;
  tc: Ladder;
  untreated: Ladder;
  treated: Ladder;
  smoker: number;
  diabetes: number;
  /** Percent for `from` points and each point more. */
  from: number;
  risks: readonly number[];
}

const sheets: Readonly<Record<"female" | "male", Sheet>> = {
  male: {
    age: laddered(ages, [15, 14, 12, 11, 10, 8, 6, 5, 2, 0]),
    tc: laddered(cholesterols, [4, 3, 2, 1, 0]),
    untreated: laddered([160, 140, 130, 120, under], [3, 2, 1, 0, -2]),
    treated: laddered([160, 140, 130, 120, under], [5, 4, 3, 2, 0]),
    smoker: 4,
    diabetes: 3,
    from: -2,
    risks: [
      1.1, 1.4, 1.6, 1.9, 2.3, 2.8, 3.3, 3.9, 4.7, 5.6, 6.7, 7.9, 9.4, 11.2, 13.2, 15.6, 18.4, 21.6, 25.3,
      29.4,
    ],
  },
  female: {
    age: laddered(ages, [12, 11, 10, 9, 8, 7, 5, 4, 2, 0]),
    tc: laddered(cholesterols, [5, 4, 3, 1, 0]),
    untreated: laddered([160, 150, 140, 130, 120, under], [5, 4, 2, 1, 0, -3]),
    treated: laddered([160, 150, 140, 130, 120, under], [7, 6, 5, 3, 2, -1]),
    smoker: 3,
    diabetes: 4,
    from: -1,
    risks: [
      1, 1.2, 1.5, 1.7, 2, 2.4, 2.8, 3.3, 3.9, 4.5, 5.3, 6.3, 7.3, 8.6, 10, 11.7, 13.7, 15.9, 18.5, 21.5,
      24.8, 28.5,
    ],
  },
};

/**
 * The Framingham risk by its table of points, in percent: from 30 years, mg/dL. The table ends at "<1" and
 * ">30"; these are given as 1 and 30 with a note. D'Agostino 2008.
 */
export const framinghamPoints = formula({
  id: "FRAMINGHAM-2008-POINTS",
  published: "Framingham-2008-points",
  name: {
    en: "Heart and vessel disease within 10 years (Framingham, points)",
    zh: "Framingham 十年心血管病风险（积分版）",
  },
  unit: "%",
  decimals: 1,
  source: "Framingham 2008 (D'Agostino, Circulation 2008;117:743)",
  status: "published",
  audience: "physician",
  writtenAs: "points of age + HDL + TC + systolic pressure + smoking + diabetes; the risk from the table",
  inputs: {
    sex: ask.sex,
    age: ask.age({ min: 30 }),
    totalCholMgdl: ask.totalCholMgdl(),
    hdlMgdl: ask.hdlMgdl(),
    sbp: ask.sbp({ above: 0 }),
    bpTreated: ask.bpTreated,
    smoker: ask.smoker,
    diabetes: ask.diabetes,
    ...firstEvent,
  },
  compute({ sex, age, totalCholMgdl, hdlMgdl, sbp, bpTreated, smoker, diabetes }) {
    const sheet = sheets[sex];
    const points =
      pointsAt(sheet.age, age) +
      pointsAt(hdl, hdlMgdl) +
      pointsAt(sheet.tc, totalCholMgdl) +
      pointsAt(bpTreated ? sheet.treated : sheet.untreated, sbp) +
      (smoker ? sheet.smoker : 0) +
      (diabetes ? sheet.diabetes : 0);
    const row = points - sheet.from;
    const value = row < 0 ? 1 : (sheet.risks[row] ?? 30);
    return {
      value,
      parts: [{ id: "points", name: { en: "points", zh: "积分" }, value: points, unit: "", decimals: 0 }],
      ...((row < 0 || row >= sheet.risks.length) && {
        note:
          row < 0
            ? { en: "The table says less than 1 %.", zh: "积分表为低于 1 %。" }
            : { en: "The table says more than 30 %.", zh: "积分表为高于 30 %。" },
      }),
      outputs: { cvd10yPct: value, points },
    };
  },
});
