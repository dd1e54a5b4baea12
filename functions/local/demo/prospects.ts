import { addDays, instantAt, type PlainDate } from "../../../shared/kernel/time.ts";
import { runImport, startImport } from "../../../shared/loop/index.ts";
import { lastOpen } from "./cast.ts";
import type { Life } from "./life.ts";
import { nationalId } from "./names.ts";

const columns = [
  ...["体检编号", "姓名", "性别", "身份证号", "手机号", "体检日期"],
  ...["身高(cm)", "体重(kg)", "腰围(cm)", "收缩压(mmHg)", "舒张压(mmHg)", "空腹血糖(mmol/L)"],
  ...["总胆固醇(mmol/L)", "低密度脂蛋白胆固醇(mmol/L)", "高密度脂蛋白胆固醇(mmol/L)", "甘油三酯(mmol/L)"],
];

/** Invented people who came with a company and have not been enrolled; nobody writes to them. */
const people = [
  ["傅国栋", "男", "1979-08-23", 141, "174.5,82.3,94,138,88,5.9,5.6,3.7,1.1,2.1"],
  ["万佩玲", "女", "1986-02-11", 142, "160.2,54.8,72,112,70,4.9,4.4,2.5,1.6,0.8"],
  ["覃少华", "男", "1991-11-05", 143, "171.0,70.6,83,124,79,5.2,4.9,3.1,1.2,1.5"],
  ["邱月娥", "女", "1968-05-30", 144, "156.4,61.7,85,146,86,6.4,6.1,4.2,1.3,1.9"],
] as const;

/** The day before, the laboratory's file brings four people nobody knows: prospects, each with results. */
export async function receiveProspects(life: Life, today: PlainDate): Promise<void> {
  const date = lastOpen(addDays(today, -2));
  await life.reach(instantAt(addDays(today, -1), "16:35"));
  const rows = people.map(([name, sex, born, serial, values], at) => {
    const id = nationalId(born, serial * 2 + (sex === "男" ? 1 : 0));
    return [`TT${date.replaceAll("-", "")}${at + 1}`, name, sex, id, `1990000900${at}`, date, values].join(
      ",",
    );
  });
  const file = new TextEncoder().encode(`${[columns.join(","), ...rows].join("\n")}\n`);
  const ctx = life.as("nurse-1");
  const { id } = await startImport(ctx, file, "团检结果.csv");
  await runImport(ctx, id);
}
