import type { Enrol } from "../../../shared/clients/index.ts";
import { askedOf, type FamilyTold, heartOf, type Whom } from "./asked.ts";
import type { Chance } from "./chance.ts";
import { figures } from "./published.ts";
import type { Measured } from "./source.ts";

type Health = NonNullable<Enrol["health"]>;

/**
 * What somebody says of their life at enrolment. Who knows of a disease and takes something for it follows
 * the published shares among those with such values; the rest is ours, to make people differ.
 */
export function healthOf(chance: Chance, measured: Measured, whom: Whom): Health {
  const { sex, age } = measured;
  const { diagnoses, drugs } = knownTo(chance, measured);
  const smoker = figures.smoking.current[sex];
  return {
    smoking: chance.weighted([
      ["current", smoker],
      ["former", (smoker * figures.smoking.quit) / (1 - figures.smoking.quit)],
      ["never", 1 - smoker / (1 - figures.smoking.quit)],
    ] as const),
    alcohol: chance.weighted([
      ["none", sex === "female" ? 7 : 3],
      ["sometimes", 5],
      ["often", sex === "female" ? 0.3 : 2],
    ] as const),
    exercise: chance.weighted([
      ["none", 3],
      ["some", 5],
      ["regular", 3],
    ] as const),
    diet: chance.pick([
      "口味偏咸，常在外就餐",
      "以米面为主，蔬菜适量",
      "清淡，少油少盐",
      "喜甜食",
      "应酬较多",
      "",
    ]),
    sleep: chance.pick(["约6小时，入睡稍慢", "7小时左右，睡眠好", "常熬夜，不足6小时", "夜间易醒", ""]),
    diagnoses: [...diagnoses, ...heartOf(whom, measured)],
    drugs,
    medication: drugs.map((drug) => medicines[drug]).join("；"),
    allergies: chance.weighted([
      [{ asked: true, text: "" }, 80],
      [{ asked: true, text: "青霉素（皮疹）" }, 7],
      [{ asked: true, text: "海鲜（荨麻疹）" }, 5],
      [{ asked: true, text: "磺胺类" }, 2],
      [{ asked: false, text: "" }, 6],
    ] as const),
    history:
      age > 35 && chance.happens(0.25)
        ? chance.pick(
            ["阑尾切除术后", "胆囊结石", "腰椎间盘突出", "慢性胃炎", "剖宫产史"].slice(
              0,
              sex === "female" ? 5 : 4,
            ),
          )
        : "",
    ...askedOf(whom, measured, familyTold(chance), diagnoses.includes("diabetes")),
  };
}

function familyTold(chance: Chance): FamilyTold {
  const [diabetes, hypertension, ascvd, cancer] = [0.14, 0.3, 0.1, 0.12].map(chance.happens) as [
    boolean,
    boolean,
    boolean,
    boolean,
  ];
  return { diabetes, hypertension, ascvd, cancer };
}

const medicines = {
  antihypertensive: "氨氯地平 5 mg 每日一次",
  "glucose-lowering": "二甲双胍 0.5 g 每日两次",
  "lipid-lowering": "阿托伐他汀 20 mg 每晚一次",
} as const;

function knownTo(chance: Chance, { age, values }: Measured) {
  const diagnoses: ("hypertension" | "diabetes" | "dyslipidaemia")[] = [];
  const drugs: (keyof typeof medicines)[] = [];
  const at = (item: string): number => values[item] ?? 0;
  const ask = (
    diagnosis: (typeof diagnoses)[number],
    drug: (typeof drugs)[number],
    { aware, treated }: { aware: number; treated: number },
  ) => {
    if (!chance.happens(aware)) return;
    diagnoses.push(diagnosis);
    if (chance.happens(treated / aware)) drugs.push(drug);
  };
  const { controlled } = figures.hypertension;
  if (at("SBP") >= 140 || at("DBP") >= 90) ask("hypertension", "antihypertensive", figures.hypertension);
  else if (age >= 45 && at("SBP") >= 120)
    ask("hypertension", "antihypertensive", { aware: controlled, treated: controlled });
  if (at("FPG") >= 7 || at("HBA1C") >= 6.5) ask("diabetes", "glucose-lowering", figures.diabetes);
  if (at("LDLC") >= 4.1 || at("TC") >= 6.2 || at("TG") >= 2.3)
    ask("dyslipidaemia", "lipid-lowering", figures.lipids);
  return { diagnoses, drugs };
}
