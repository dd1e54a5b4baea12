import { digest } from "../../kernel/ids.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { catalogueItem, type ExamResults, wordWritten } from "../../testing/index.ts";
import type { Finding } from "../assessment.ts";
import type { DepartmentConclusion, Settled } from "./conclusion.ts";
import { codes, departmentCalled, departmentsOf } from "./department.ts";

/** Something a department's conclusion and what is coded say differently, as it is asked. */
export interface Question {
  id: string;
  department: string;
  sentence: Bilingual;
}

/** The exam as far as conclusions are compared with it. */
export interface Coded {
  findings: readonly Finding[];
  results: ExamResults["results"];
}

/**
 * Where a conclusion and the codes contradict each other: nothing abnormal, and a finding; a category in words,
 * and another one coded; something abnormal, and nothing coded from which a follow-up could come. Whoever wrote it
 * is asked first, the physician before signing. A conclusion written anew, or a finding that is new, asks anew.
 */
export const questionsAbout = (conclusions: readonly DepartmentConclusion[], coded: Coded): Question[] =>
  conclusions.flatMap((said) => [
    ...foundAfterAll(said, coded),
    ...otherCategory(said, coded),
    ...nothingCoded(said, coded),
  ]);

/** Those nobody has answered yet. */
export const openQuestions = (questions: readonly Question[], settled: readonly Settled[]): Question[] =>
  questions.filter(({ id }) => !settled.some(({ question }) => question === id));

const foundBy = (department: string, { findings }: Coded): Finding[] =>
  findings.filter(
    (one) => one.class !== "normal" && departmentsOf(one.evidence[0]?.item ?? "").includes(department),
  );

const named = (department: string): Bilingual =>
  departmentCalled(department)?.name ?? { en: department, zh: department };

const idOf = ({ department, n }: DepartmentConclusion, ...about: string[]): string =>
  `${department}-${n}-${digest(about.join(" ")).slice(0, 12)}`;

function foundAfterAll(said: DepartmentConclusion, coded: Coded): Question[] {
  const found = said.outcome === "nothing abnormal" ? foundBy(said.department, coded) : [];
  if (!found.length) return [];
  const { department } = said;
  const [en, zh] = [found.map(({ name }) => name.en).join(", "), found.map(({ name }) => name.zh).join("、")];
  return [
    {
      id: idOf(said, "found", ...found.map(({ rule }) => rule).toSorted()),
      department,
      sentence: {
        en: `${named(department).en} says nothing abnormal; its results are coded as: ${en}.`,
        zh: `${named(department).zh}结论为未见异常，但其结果已编码为：${zh}。`,
      },
    },
  ];
}

/** How a category is written in a sentence, by the item that codes it. */
const categories: readonly [item: string, written: RegExp][] = [
  ["CTIRADS", /C-?TI-?RADS[^0-9A-Za-z]{0,4}([0-6][A-Cx]?)/gi],
  ["ACRTR", /ACR[^0-9A-Za-z]{0,2}(?:TI-?RADS)?[^0-9A-Za-z]{0,4}((?:TR)?[1-5])/gi],
  ["BIRADS", /BI-?RADS[^0-9A-Za-z]{0,4}([0-6][A-C]?)/gi],
  ["CLUNGRADS", /C-?Lung-?RADS[^0-9A-Za-z]{0,4}([0-4])/gi],
  ["LUNGRADS", /(?<!C-?)Lung-?RADS[^0-9A-Za-z]{0,4}([0-4][ABX]?)/gi],
];

function otherCategory(said: DepartmentConclusion, { results }: Coded): Question[] {
  const text = `${said.text.zh ?? ""}\n${said.text.en ?? ""}`;
  const { department } = said;
  return categories.flatMap(([code, written]): Question[] => {
    const item = catalogueItem(code);
    const value = results[code]?.value;
    if (!item || typeof value !== "string" || !departmentsOf(code).includes(department)) return [];
    const other = [...text.matchAll(written)]
      .map(([, category = ""]) => wordWritten(item, category))
      .find((category) => category !== undefined && category !== value);
    return other === undefined
      ? []
      : [
          {
            id: idOf(said, "category", code, value, other),
            department,
            sentence: {
              en: `${named(department).en} writes ${other} (${item.name.en}); ${value} is coded.`,
              zh: `${named(department).zh}文字为 ${other}（${item.name.zh}），而编码为 ${value}。`,
            },
          },
        ];
  });
}

function nothingCoded(said: DepartmentConclusion, coded: Coded): Question[] {
  const { department, outcome } = said;
  if (outcome !== "abnormal" || !codes(department) || foundBy(department, coded).length) return [];
  return [
    {
      id: idOf(said, "uncoded"),
      department,
      sentence: {
        en: `${named(department).en} says something is abnormal; nothing of it is coded, so no follow-up comes from it.`,
        zh: `${named(department).zh}结论为异常，但未编码任何发现，因此不会产生随访。`,
      },
    },
  ];
}
