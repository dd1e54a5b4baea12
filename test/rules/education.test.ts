import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { shippedBook } from "../../shared/assessment/index.ts";
import { PieceSchema } from "../../shared/education/education.ts";
import {
  chooseContent,
  contentById,
  type Grade,
  library,
  markQuiz,
  type Piece,
  piecesPerTurn,
} from "../../shared/education/index.ts";
import type { Bilingual } from "../../shared/kernel/text.ts";

const piece = (id: string): Piece => {
  const found = contentById(id);
  if (!found) throw new Error(`no piece ${id}`);
  return found;
};

const sentences = (p: Piece): Bilingual[] => [
  p.title,
  ...p.body.en.map((en, at) => ({ en, zh: p.body.zh[at] ?? "" })),
  ...p.quiz.flatMap((q) => [q.question, ...q.options, q.because]),
];

const words = (text: string) => text.split(/\s+/).length;

describe("the library", () => {
  test("holds at least fourteen pieces, each with an id of its own", () => {
    expect(library.length).toBeGreaterThanOrEqual(14);
    expect(new Set(library.map((p) => p.id)).size).toBe(library.length);
    const questions = library.flatMap((p) => p.quiz.map((q) => q.id));
    expect(new Set(questions).size).toBe(questions.length);
  });

  test.each(library.map((p) => [p.id, p] as const))("%s is whole in both languages", (_, p) => {
    expect(PieceSchema.safeParse(p).error).toBeUndefined();
    expect(p.body.zh).toHaveLength(p.body.en.length);
    for (const { en, zh } of sentences(p)) {
      expect(en).toMatch(/[A-Za-z0-9]/);
      expect(en).not.toMatch(/[\u4e00-\u9fff]/);
      expect(zh).toMatch(/[\u4e00-\u9fff0-9]/);
    }
  });

  test.each(library.map((p) => [p.id, p] as const))("%s can be read in a few quiet minutes", (_, p) => {
    expect(p.body.en.length).toBeGreaterThanOrEqual(3);
    expect(p.body.en.length).toBeLessThanOrEqual(6);
    for (const paragraph of p.body.en) expect(words(paragraph)).toBeLessThanOrEqual(75);
    for (const paragraph of p.body.zh) expect(paragraph.length).toBeLessThanOrEqual(130);
    const body = p.body.en.join(" ");
    expect(words(body)).toBeLessThanOrEqual(60 * p.minutes);
    expect(words(body) / body.split(/[.:;?](?:\s|$)/).length).toBeLessThanOrEqual(15);
  });

  test.each(library.map((p) => [p.id, p] as const))("%s neither shouts, blames nor frightens", (_, p) => {
    const all = sentences(p);
    expect(all.map((s) => s.en).join(" ")).not.toMatch(
      /!|\byour own fault|\bdeadly|\bfatal|\bkill|\bdie\b|\bmust never/i,
    );
    expect(all.map((s) => s.zh).join("")).not.toMatch(/！|!|致命|死|可怕|怪您|后果自负/);
  });

  test("no piece claims a physician's review that has not happened", () => {
    for (const p of library) {
      if (p.status === "reviewed") expect(p.reviewedOn).toBeDefined();
      else expect(p.reviewedOn).toBeUndefined();
    }
    expect(library.every((p) => p.status === "needs sign-off")).toBe(true);
  });

  test("a right answer cannot be guessed from its place", () => {
    const places = library.flatMap((p) => p.quiz.map((q) => q.answer));
    for (const place of [0, 1, 2]) {
      const share = places.filter((answer) => answer === place).length / places.length;
      expect(share).toBeGreaterThan(0.2);
    }
    for (const p of library) expect(new Set(p.quiz.map((q) => q.answer)).size).toBe(3);
  });
});

describe("the quiz", () => {
  const quiz = piece("bp-one-reading").quiz;
  const right = Object.fromEntries(quiz.map((q) => [q.id, q.answer]));

  test("all three right is understood", () => {
    expect(markQuiz({ quiz }, right)).toMatchObject({ understood: true, score: 3 });
  });

  test("one wrong is not understood, and says which and why", () => {
    const marked = markQuiz({ quiz }, { ...right, "bp-one-reading-2": 2 });
    expect(marked).toMatchObject({ understood: false, score: 2 });
    const wrong = marked.questions.filter((q) => !q.right);
    expect(wrong).toEqual([
      { id: "bp-one-reading-2", right: false, chosen: 2, answer: 0, because: quiz[1].because },
    ]);
  });

  test("an unanswered question, a fourth option and another quiz's question are refused by name", () => {
    const { "bp-one-reading-1": _, ...two } = right;
    const fields = (answers: Record<string, number>) => {
      try {
        markQuiz({ quiz }, answers);
      } catch (error) {
        return (error as { problems: { field: string }[] }).problems.map((p) => p.field);
      }
      return [];
    };
    expect(fields(two)).toEqual(["answers.bp-one-reading-1"]);
    expect(fields({ ...right, "bp-one-reading-3": 3 })).toEqual(["answers.bp-one-reading-3"]);
    expect(fields({ ...right, "urate-know-1": 1 })).toEqual(["answers.urate-know-1"]);
  });
});

describe("choosing content", () => {
  test("a first high blood pressure is explained before anybody is taught to measure it", () => {
    const topics = [{ topic: "blood-pressure", severity: 2, rule: "bp-grade1" }];
    const first = chooseContent({ grade: "needs-confirmation", topics, already: [], hasFollowUp: true });
    expect(first).toEqual([
      { content: "bp-one-reading", level: "know", reason: ["bp-grade1"] },
      { content: "recheck-why", level: "know", reason: ["follow-up"] },
    ]);

    const next = chooseContent({
      grade: "needs-confirmation",
      topics,
      already: [
        { content: "bp-one-reading", state: "understood" },
        { content: "recheck-why", state: "understood" },
      ],
      hasFollowUp: true,
    });
    expect(next.map((c) => c.content)).toEqual(["bp-home-measuring"]);
  });

  test("a missed quiz keeps the next level waiting", () => {
    const chosen = chooseContent({
      grade: "sub-health",
      topics: [{ topic: "glycaemia", severity: 2, rule: "prediabetes" }],
      already: [{ content: "glucose-numbers", state: "opened" }],
    });
    expect(chosen).toEqual([]);
  });

  test("with many findings the most severe four places are kept, one of them for the re-check", () => {
    const topics = ["urate", "kidney", "lipids", "glycaemia", "blood-count", "liver"].map((topic, at) => ({
      topic,
      severity: at === 0 ? 1 : at < 3 ? 2 : 3,
      rule: `r-${topic}`,
    }));
    const chosen = chooseContent({ grade: "disease", topics, already: [], hasFollowUp: true });
    expect(chosen.map((c) => c.content)).toEqual([
      "glucose-numbers",
      "liver-fat",
      "blood-count-anaemia",
      "recheck-why",
    ]);
  });

  test("one piece asked for by two findings is given once, with both reasons", () => {
    const chosen = chooseContent({
      grade: "sub-health",
      topics: [
        { topic: "liver", severity: 2, rule: "fatty-liver" },
        { topic: "liver-fibrosis", severity: 2, rule: "fib4-indeterminate" },
      ],
      already: [],
    });
    expect(chosen).toEqual([
      { content: "liver-fat", level: "know", reason: ["fatty-liver", "fib4-indeterminate"] },
    ]);
  });

  test("what a finding says decides which piece, not only what it is about", () => {
    const { rules } = shippedBook.ruleSetFor("2026-11-22");
    const given = (grade: Grade, id: string) =>
      rules
        .filter((rule) =>
          chooseContent({
            grade,
            topics: rule.topics.map((topic) => ({ topic, severity: rule.severity, rule: rule.id })),
            already: library
              .filter((p) => p.level === "know" && p.id !== id)
              .map((p) => ({ content: p.id, state: "understood" })),
          }).some((c) => c.content === id),
        )
        .map((rule) => rule.id)
        .sort();
    expect(given("disease", "blood-count-anaemia")).toEqual(["anaemia", "anaemia-marked", "hgb-critical"]);
    expect(given("sub-health", "weight-waist")).toEqual([
      "bmi-obese",
      "bmi-overweight",
      "metabolic-syndrome",
      "metabolic-syndrome-two",
      "waist-central-obesity",
      "waist-raised",
    ]);
    expect(given("sub-health", "glucose-eating")).not.toContain("glucose-very-low");
    expect(given("sub-health", "glucose-eating")).toContain("prediabetes");
    const known = rules.map((rule) => rule.id);
    for (const p of library) for (const id of p.notFor ?? []) expect(known).toContain(id);
  });

  test("a healthy person is given how to keep well", () => {
    expect(chooseContent({ grade: "healthy", topics: [], already: [] }).map((c) => c.content)).toEqual([
      "keeping-well",
    ]);
  });

  test("whatever the findings: at most four, each once, for the grade, nothing understood or open, the re-check always", () => {
    const states = ["assigned", "delivered", "opened", "understood", "skipped"] as const;
    const ids = library.map((p) => p.id);
    const topics = [...new Set(library.flatMap((p) => [p.topic, ...(p.alsoFor ?? [])])), "breast"];
    const input = fc.record({
      grade: fc.constantFrom<Grade>("disease", "needs-confirmation", "sub-health", "healthy"),
      topics: fc.array(
        fc.record({
          topic: fc.constantFrom(...topics),
          severity: fc.integer({ min: 1, max: 4 }),
          rule: fc.constantFrom("a", "b", "c", "d"),
        }),
        { maxLength: 12 },
      ),
      already: fc.uniqueArray(
        fc.record({ content: fc.constantFrom(...ids), state: fc.constantFrom(...states) }),
        { selector: (a) => a.content },
      ),
      hasFollowUp: fc.boolean(),
    });
    fc.assert(
      fc.property(input, (given) => {
        const chosen = chooseContent(given);
        expect(chooseContent(given)).toEqual(chosen);
        expect(chosen.length).toBeLessThanOrEqual(piecesPerTurn);
        expect(new Set(chosen.map((c) => c.content)).size).toBe(chosen.length);
        const done = new Map(given.already.map((a) => [a.content, a.state]));
        for (const { content, level, reason } of chosen) {
          expect(piece(content).grades).toContain(given.grade);
          expect([undefined, "skipped"]).toContain(done.get(content));
          expect(reason.length).toBeGreaterThan(0);
          if (level !== "do") continue;
          const asked = given.topics.map((t) => t.topic);
          const own = piece(content).topic;
          if (!asked.includes(own) || piece(content).alsoFor?.some((t) => asked.includes(t))) continue;
          const facts = library.filter(
            (p) => p.topic === own && p.level === "know" && p.grades.includes(given.grade),
          );
          for (const fact of facts) expect(done.get(fact.id)).toBe("understood");
        }
        if (given.hasFollowUp && [undefined, "skipped"].includes(done.get("recheck-why"))) {
          expect(chosen.map((c) => c.content)).toContain("recheck-why");
        }
      }),
    );
  });
});
