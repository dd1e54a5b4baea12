import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  type Facts,
  formulaCalled,
  gradePaths,
  type Proposal,
  shippedBook,
} from "../../shared/assessment/index.ts";
import { knownOf } from "../../shared/assessment/scores/known.ts";
import { anybody, diagnoses, drugs } from "./anybody.ts";
import { assessed, facts, proposal, wellMan } from "./assessment-support.ts";

const classes = ["normal", "sub-health", "suspected", "disease"] as const;
const gravest = ({ findings }: Proposal, concern: string): number =>
  Math.max(-1, ...findings.filter((one) => one.concern === concern).map((one) => classes.indexOf(one.class)));
const most = ({ findings }: Proposal, concern: string): number =>
  Math.max(0, ...findings.filter((one) => one.concern === concern).map(({ severity }) => severity));

describe("of every exam", () => {
  test("the same facts give the same proposal, whatever the order they come in", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const shuffled: Facts = {
          ...person,
          results: Object.fromEntries(Object.entries(person.results).toReversed()),
          previous: person.previous.toReversed(),
          diagnoses: person.diagnoses.toReversed(),
        };
        expect(assessed(shuffled)).toEqual(assessed(person));
      }),
    );
  });

  test("a concern and site has at most one follow-up", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const { findings } = assessed(person);
        const followed = findings.flatMap(({ concern, site, followUp }) =>
          followUp ? [`${concern} ${site}`] : [],
        );
        expect(followed.length).toBe(new Set(followed).size);
      }),
    );
  });

  test("what calls for a physician is followed up", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        const { findings } = assessed(person);
        const followed = new Set(
          findings.flatMap(({ concern, site, followUp }) => (followUp ? [`${concern} ${site}`] : [])),
        );
        for (const { rule, severity, concern, site } of findings)
          if (severity >= 3) expect(followed.has(`${concern} ${site}`), rule).toBe(true);
      }),
    );
  });

  test("every sentence is there in both languages, with every place filled", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        for (const { rule, name, sentence, meaning } of assessed(person).findings)
          for (const text of [name, sentence, meaning])
            for (const said of [text.en, text.zh]) {
              expect(said.length, rule).toBeGreaterThan(1);
              expect(said, rule).not.toMatch(/[{}]|undefined|NaN|^[.。]/);
            }
      }),
    );
  });

  test("only a suspicion or a lasting change waits to be confirmed, and a disease never does", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        for (const finding of assessed(person).findings) {
          if (finding.class === "suspected") expect(finding.needsConfirmation, finding.rule).toBe(true);
          if (finding.class === "disease" || finding.class === "normal")
            expect(finding.needsConfirmation, finding.rule).toBe(false);
        }
      }),
    );
  });

  test("a score without a value says which input is missing or unfit", () => {
    fc.assert(
      fc.property(anybody, (person) => {
        for (const score of assessed(person).scores) {
          if (score.value !== null) continue;
          expect(score.missing.length + score.outOfRange.length, score.id).toBeGreaterThan(0);
          const asked = formulaCalled(score.id)?.inputs ?? {};
          for (const key of score.outOfRange)
            expect(score.notComputed?.zh).toContain(asked[key]?.label.zh ?? "no such input");
        }
      }),
    );
  });
});

describe("a worse value never gives a milder class, severity or grade", () => {
  const worse: [item: string, concern: string, from: number, to: number, step: number][] = [
    ["SBP", "blood-pressure", 100, 220, 1],
    ["DBP", "blood-pressure", 60, 130, 1],
    ["FPG", "glycaemia", 4.5, 22, 0.1],
    ["HBA1C", "glycaemia", 4.5, 14, 0.1],
    ["OGTT2H", "glycaemia", 5, 20, 0.1],
    ["LDLC", "lipids", 1, 8, 0.1],
    ["TC", "lipids", 3, 10, 0.1],
    ["TG", "lipids", 0.5, 15, 0.1],
    ["WEIGHT", "weight", 70, 160, 1],
    ["WAIST", "weight", 70, 130, 1],
    ["UA", "urate", 200, 800, 5],
    ["ALT", "liver", 15, 900, 5],
    ["GGT", "liver", 10, 900, 5],
    ["ALP", "liver", 50, 600, 5],
    ["TBIL", "liver", 5, 250, 2],
    ["CREA", "kidney", 60, 900, 5],
    ["UACR", "kidney", 1, 900, 5],
    ["HGB", "blood-count", 150, 40, -1],
    ["PLT", "blood-count", 220, 10, -1],
    ["WBC", "blood-count", 6, 40, 0.5],
  ];

  test.each(worse)("%s", (item, concern, from, to, step) => {
    fc.assert(
      fc.property(
        diagnoses,
        drugs,
        fc.boolean(),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (known, takes, repeated, at) => {
          const steps = Math.floor((to - from) / step);
          const mild = Number((from + Math.floor(at * (steps - 1)) * step).toFixed(1));
          const more = {
            diagnoses: known,
            drugs: takes,
            ...(repeated && { earlier: { "2026-06-01": { ...wellMan, [item]: mild } } }),
          };
          const before = proposal({ ...wellMan, [item]: mild }, more);
          const after = proposal({ ...wellMan, [item]: Number((mild + step).toFixed(1)) }, more);
          expect(gravest(after, concern)).toBeGreaterThanOrEqual(gravest(before, concern));
          expect(most(after, concern)).toBeGreaterThanOrEqual(most(before, concern));
          expect(gradePaths.indexOf(after.grade.path)).toBeLessThanOrEqual(
            gradePaths.indexOf(before.grade.path),
          );
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the rules as data", () => {
  const { rules, scores } = shippedBook.ruleSetFor("2026-11-20");

  test("ids are unique and every rule belongs to one place", () => {
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    expect(rules.length).toBeGreaterThan(60);
    for (const id of scores) expect(formulaCalled(id), id).toBeDefined();
    const known = proposal(wellMan).scores.map(({ id }) => id);
    const leftOut = scores.filter((id) => !known.includes(id)).map((id) => formulaCalled(id));
    const well = knownOf(facts(wellMan));
    for (const one of leftOut) {
      const unasked = one?.onlyWith?.every((item) => !(item in wellMan)) ?? false;
      expect(unasked || one?.onlyFor?.(well) === false, one?.id).toBe(true);
    }
    expect(known).toEqual(scores.filter((id) => known.includes(id)));
  });

  test("within a ladder severity never rises on the way down", () => {
    const last = new Map<string, number>();
    for (const { id, ladder, severity, class: kind } of rules) {
      if (!ladder || kind === "disease") continue;
      expect(severity, id).toBeLessThanOrEqual(last.get(ladder) ?? 4);
      last.set(ladder, severity);
    }
  });
});
