import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formulaCalled,
  helpLines,
  isChoice,
  mostOf,
  type Questionnaire,
  questionnaireCalled,
  questionnaires,
  resultsOfAnswers,
  scoreOfAnswers,
  shippedBook,
} from "../../shared/assessment/index.ts";
import { catalogueItem, flagOf } from "../../shared/testing/index.ts";
import { facts, found, proposal, wellMan } from "./assessment-support.ts";

const called = (code: string): Questionnaire => questionnaireCalled(code) as Questionnaire;

/** Every answer a question offers. */
const offers = (question: Questionnaire["questions"][number]): readonly number[] =>
  isChoice(question) ? question.points : Array.from({ length: question.most + 1 }, (_, at) => at);

const answersTo = ({ questions }: Questionnaire) =>
  fc.tuple(...questions.map((question) => fc.constantFrom(...offers(question))));

describe("the questionnaires as data", () => {
  it.each(questionnaires.map((one) => [one.code, one] as const))(
    "%s: its formula reads the answers it keeps, and every sum is a catalogue item",
    (code, one) => {
      const formula = formulaCalled(one.score);
      expect(formula?.onlyWith).toContain(one.answersItem);
      expect(catalogueItem(one.answersItem)).toMatchObject({ kind: "text", part: true });
      const sums = Object.keys(one.sums(one.questions.map(() => 0)));
      for (const item of sums) expect(catalogueItem(item), item).toMatchObject({ kind: "number", unit: "" });
      const most = one.sums(one.questions.map(mostOf))[code];
      if (sums.includes(code)) expect(catalogueItem(code)?.possible?.high).toBe(most);
      expect(one.licence.zh && one.about.zh && one.recall.zh).toMatch(/[\u4e00-\u9fff]/);
    },
  );

  it("bring words only where those are free without doubt", () => {
    const worded = questionnaires.filter(({ wording }) => wording).map(({ code }) => code);
    expect(worded).toEqual(["PHQ9", "GAD7", "GDS15", "AUDITC"]);
  });

  it("have words for each question and each of its answers, in both languages", () => {
    for (const { code, wording, questions } of questionnaires)
      wording?.questions.forEach(({ text, answers }, at) => {
        const question = questions[at];
        const wanted = question && isChoice(question) ? question.points.length : 0;
        expect(answers, `${code} ${at}`).toHaveLength(wanted);
        for (const said of [text, ...answers, wording.intro]) {
          expect(said.zh, code).toMatch(/[\u4e00-\u9fff]/);
          expect(said.en, code).toMatch(/[a-z]/i);
        }
      });
    for (const { code, wording, questions } of questionnaires)
      if (wording) expect(wording.questions.length, code).toBe(questions.length);
  });

  it("that tell how somebody feels are sensitive, and normal answers are not", () => {
    const who = { sex: "female", age: 66 } as const;
    for (const { code, feelings } of questionnaires)
      expect(catalogueItem(code)?.sensitive ?? false, code).toBe(feelings ?? false);
    expect(catalogueItem("PHQ9I9")?.sensitive).toBe(true);
    expect([flagOf("PHQ9", 4, who), flagOf("PHQ9", 5, who), flagOf("PHQ9I9", 1, who)]).toEqual([
      "N",
      "H",
      "H",
    ]);
    expect([flagOf("WHO5", 52, who), flagOf("WHO5", 48, who)]).toEqual(["N", "L"]);
  });

  it("name where to call at once, each number with its source", () => {
    expect(helpLines.map(({ number }) => number)).toEqual(["120", "12356"]);
    for (const { source } of helpLines) expect(source).not.toBe("");
  });
});

describe("marking answers", () => {
  it.each(questionnaires.map((one) => [one.code, one] as const))(
    "%s: whatever is answered is kept as it was, its sum is the sum, and the formula agrees",
    (code, one) => {
      const person = facts({}, { sex: "male", birthDate: "1960-05-05" });
      fc.assert(
        fc.property(answersTo(one), (answers) => {
          const results = resultsOfAnswers(one, answers);
          expect(results[0]).toEqual({ item: one.answersItem, value: answers.join(" "), unit: "" });
          const score = scoreOfAnswers(one, person, person.date, results);
          const sum = results.find(({ item }) => item === code);
          if (sum) expect(score?.value).toBe(sum.value);
          for (const { item, value } of results.slice(1)) {
            const { low, high } = catalogueItem(item)?.possible ?? { low: 1, high: 0 };
            expect(value, item).toBeGreaterThanOrEqual(low);
            expect(value, item).toBeLessThanOrEqual(high);
          }
        }),
      );
    },
  );

  it("names every question left out, and no other", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...questionnaires.filter(({ questions }) => questions.every(isChoice))),
        fc.infiniteStream(fc.boolean()),
        (one, left) => {
          const out = one.questions.map(() => left.next().value as boolean);
          const given = one.questions.map((question, at) => (out[at] ? null : (offers(question)[0] ?? 0)));
          const wanted = out.flatMap((gone, at) => (gone ? [`answers.${at}`] : []));
          let named: string[] = [];
          try {
            resultsOfAnswers(one, given);
          } catch (error) {
            named = (error as { problems: { field: string }[] }).problems.map(({ field }) => field);
          }
          expect(named).toEqual(wanted);
        },
      ),
    );
  });

  it("of a week's movement: no days of something need no minutes of it", () => {
    const results = resultsOfAnswers(called("IPAQ"), [0, null, 0, undefined, 5, 30]);
    expect(results[0]?.value).toBe("0 0 0 0 5 30");
    expect(() => resultsOfAnswers(called("IPAQ"), [1, null, 0, null, 5, 30])).toThrow("Answer question 2.");
    expect(() => resultsOfAnswers(called("IPAQ"), [8, 10, 0, null, 5.5, 30])).toThrow("from 0 to 7");
  });

  it("of a GDS-15 counts the answers that point to low mood, whichever of the two that is", () => {
    const low = called("GDS15").wording?.questions.map(({ answers }, at) => {
      const question = called("GDS15").questions[at];
      return answers[question && isChoice(question) ? question.points.indexOf(1) : 0]?.en;
    });
    expect(low?.flatMap((answer, at) => (answer === "No" ? [at + 1] : []))).toEqual([1, 5, 7, 11, 13]);
  });
});

describe("what the rules make of it", () => {
  const bands: readonly (readonly [item: string, values: Record<number, string | undefined>])[] = [
    [
      "PHQ9",
      {
        4: undefined,
        5: "phq9-mild",
        9: "phq9-mild",
        10: "phq9-moderate",
        14: "phq9-moderate",
        15: "phq9-moderately-severe",
        19: "phq9-moderately-severe",
        20: "phq9-severe",
        27: "phq9-severe",
      },
    ],
    [
      "GAD7",
      {
        4: undefined,
        5: "gad7-mild",
        9: "gad7-mild",
        10: "gad7-moderate",
        14: "gad7-moderate",
        15: "gad7-severe",
      },
    ],
    ["GDS15", { 4: undefined, 5: "gds15-positive", 15: "gds15-positive" }],
    ["WHO5", { 52: undefined, 50: "who5-low", 29: "who5-low", 28: "who5-very-low", 0: "who5-very-low" }],
    [
      "ISI",
      {
        7: undefined,
        8: "isi-subthreshold",
        14: "isi-subthreshold",
        15: "isi-moderate",
        21: "isi-moderate",
        22: "isi-severe",
      },
    ],
    [
      "AUDIT",
      {
        7: undefined,
        8: "audit-hazardous",
        15: "audit-hazardous",
        16: "audit-harmful",
        19: "audit-harmful",
        20: "audit-dependence",
      },
    ],
    ["FTND", { 4: undefined, 5: "ftnd-dependent", 10: "ftnd-dependent" }],
    ["IPSS", { 7: undefined, 8: "ipss-moderate", 19: "ipss-moderate", 20: "ipss-severe", 35: "ipss-severe" }],
  ];

  it.each(
    bands.flatMap(([item, values]) =>
      Object.entries(values).map(([value, rule]) => [item, Number(value), rule] as const),
    ),
  )("%s %d → %s", (item, value, rule) => {
    const { findings } = proposal({ [item]: value });
    expect(findings.map((one) => one.rule)).toEqual(rule ? [rule] : []);
    expect(
      flagOf(item, value, { sex: "female", age: 66 }) === "N",
      "the range ends where findings begin",
    ).toBe(rule === undefined);
  });

  it.each([
    ["PHQ9", 12, "phq9-moderate"],
    ["PHQ9", 27, "phq9-moderate"],
    ["GAD7", 15, "gad7-moderate"],
    ["GDS15", 5, "gds15-positive"],
    ["WHO5", 28, "who5-very-low"],
    ["ISI", 15, "isi-moderate"],
    ["ISI", 22, "isi-moderate"],
    ["AUDIT", 16, "audit-harmful"],
    ["AUDIT", 20, "audit-harmful"],
    ["IPSS", 20, "ipss-severe"],
  ])("%s %d alone is sub-health, and the promised talk is followed up", (item, value, followUp) => {
    const { findings, grade } = proposal({ ...wellMan, [item]: value }, { age: 66 });
    expect(grade.path).toBe("sub-health");
    const [one] = findings.filter(({ evidence }) => evidence[0]?.item === item);
    expect(one).toMatchObject({ class: "sub-health", needsConfirmation: false, followUp });
  });

  it("a high risk of sleep apnoea asks for the sleep clinic, apart from what disturbs falling asleep", () => {
    const said = proposal({ ...wellMan, ISI: 16, STOPBANGA: "1 1 1 1 1" });
    const sleep = said.findings.filter(({ concern }) => concern === "sleep");
    expect(sleep.map(({ followUp }) => followUp)).toEqual(["isi-moderate", "stop-bang-high"]);
    expect(said.grade.path).toBe("sub-health");
  });

  it.each([
    ["male", 3, false],
    ["male", 4, true],
    ["female", 2, false],
    ["female", 3, true],
  ] as const)("AUDIT-C of a %s: %d", (sex, value, positive) => {
    const { findings } = proposal({ AUDITC: value }, { sex });
    expect(findings.map(({ rule }) => rule)).toEqual(positive ? ["audit-c-positive"] : []);
  });

  it.each([
    ["0 0 0 0 0", undefined],
    ["1 1 0 0 0", "stop-bang-intermediate"],
    ["1 1 1 1 0", "stop-bang-high"],
  ])("STOP-Bang %s of a man of average weight", (answers, rule) => {
    const said = proposal({ STOPBANGA: answers, HEIGHT: 172, WEIGHT: 68 }, { sex: "male" });
    expect(said.findings.filter(({ concern }) => concern === "sleep").map((one) => one.rule)).toEqual(
      rule ? [rule] : [],
    );
  });

  it.each([
    ["0 0 0 0 2 20", ["ipaq-low"]],
    ["0 0 0 0 5 30", []],
    ["3 70 0 0 0 0", []],
    ["7 400 7 400 7 400", []],
  ])("a week of %s", (answers, rules) => {
    const said = proposal({ IPAQA: answers });
    expect(said.findings.map(({ rule }) => rule)).toEqual(rules);
  });

  it("an answer about self-harm is urgent whatever the sum, and stands apart from it", () => {
    const said = proposal({ PHQ9: 1, PHQ9I9: 1, PHQ9A: "0 0 0 0 0 0 0 0 1" });
    expect(said.findings).toMatchObject([{ rule: "phq9-item9", severity: 4, followUp: "phq9-item9" }]);
    expect(said.scores.find(({ id }) => id === "PHQ-9")?.note?.zh).toContain("第9题");
    expect(proposal({ PHQ9: 1, PHQ9I9: 0 }).findings).toEqual([]);
  });

  it("of a questionnaire nobody answered nothing is said: no score, nothing missing", () => {
    const answered = new Set(questionnaires.map(({ score }) => score));
    const { scores } = shippedBook.ruleSetFor("2026-11-20");
    for (const id of answered) expect(scores, id).toContain(id);
    expect(proposal({}).scores.filter(({ id }) => answered.has(id))).toEqual([]);
  });

  it("answers that cannot be read make no score, and say so", () => {
    const [score] = proposal({ PHQ9A: "0 1 x" }).scores.filter(({ id }) => id === "PHQ-9");
    expect(score).toMatchObject({ value: null, outOfRange: ["items"] });
    expect(found(proposal({ PHQ9A: "0 1 x" }), "phq9-mild")).toBeUndefined();
  });
});
