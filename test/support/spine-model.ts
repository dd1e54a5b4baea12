/**
 * A small model of what must be followed up, written from the promise alone and not from the product: per
 * person, exams with what was measured and what was signed, and which findings have had their answer.
 */
export type Concern = "lipids" | "urate" | "blood-count";

interface Rule {
  id: string;
  min: number;
  max: number;
}

const rules = {
  borderline: { id: "lipid-borderline", min: 90, max: 180 },
  high: { id: "lipid-high", min: 28, max: 84 },
  urate: { id: "urate-high", min: 90, max: 180 },
  "very high urate": { id: "urate-very-high", min: 14, max: 42 },
  anaemia: { id: "anaemia", min: 28, max: 90 },
} as const satisfies Record<string, Rule>;

/** Whether the stricter rules of the committee hold on a day: LDL cholesterol is borderline from 3.0 up. */
export type Stricter = (date: string) => boolean;

/** What a value asks for. */
const asks: Record<Concern, (value: number, stricter: boolean) => Rule | undefined> = {
  lipids: (ldl, stricter) =>
    ldl >= 4.1 ? rules.high : ldl >= (stricter ? 3.0 : 3.4) ? rules.borderline : undefined,
  urate: (value) => (value >= 540 ? rules["very high urate"] : value > 420 ? rules.urate : undefined),
  "blood-count": (value) => (value < 110 ? rules.anaemia : undefined),
};

interface Exam {
  values: Partial<Record<Concern, number>>;
  /** What the version in force found, and which concerns it had values of. */
  signed?: { found: Partial<Record<Concern, Rule>>; of: Concern[] };
  /** Something came in after the last signature. */
  waits: boolean;
  /** Whether what waits was last proposed by the stricter rules. */
  strict: boolean;
}

export interface FileModel {
  exams: Map<string, Exam>;
  /** Findings that have had their answer: by exam and concern, the rule that was answered. */
  answered: Map<string, { rule: Rule; by: string }>;
  booked: boolean;
}

export const emptyFile = (): FileModel => ({ exams: new Map(), answered: new Map(), booked: false });

export const concerns: readonly Concern[] = ["lipids", "urate", "blood-count"];

const day = 86_400_000;
const daysLater = (from: string, to: string): number => (Date.parse(to) - Date.parse(from)) / day;
const inWindow = (rule: Rule, from: string, to: string): boolean =>
  daysLater(from, to) >= Math.max(1, Math.ceil(rule.min * 0.9));
const graver = (a: Rule, b: Rule): boolean => a.max < b.max || (a.max === b.max && a.min < b.min);

/** Every signed finding of a concern that nothing has answered yet. */
function unanswered(file: FileModel, concern: Concern): { date: string; rule: Rule }[] {
  return [...file.exams].flatMap(([date, { signed }]) => {
    const rule = signed?.found[concern];
    const answer = file.answered.get(`${date} ${concern}`);
    return rule && !(answer && !graver(rule, answer.rule)) ? [{ date, rule }] : [];
  });
}

/** Notes what has been answered by now: by a later exam in the window, or by a later signed one that looked. */
export function settle(file: FileModel): void {
  for (const concern of concerns)
    for (const { date, rule } of unanswered(file, concern))
      for (const [later, exam] of [...file.exams].sort()) {
        if (later <= date) continue;
        const looked = exam.values[concern] !== undefined && inWindow(rule, date, later);
        const superseded = exam.signed?.of.includes(concern) ?? false;
        if (looked || superseded) {
          const by = superseded ? "signature" : later;
          if (!file.answered.has(`${date} ${concern}`) || by === "signature" || looked)
            file.answered.set(`${date} ${concern}`, { rule, by });
          break;
        }
      }
}

/** What must be open: a rule and the exam that raised it, per concern. */
export function expected(file: FileModel): Record<string, string> {
  return Object.fromEntries(
    concerns.flatMap((concern) => {
      const [open, ...more] = unanswered(file, concern);
      if (more.length) throw new Error("the model itself wants two of one concern");
      return open ? [[concern, `${open.rule.id} of ${open.date}`]] : [];
    }),
  );
}

export function imported(file: FileModel, date: string, values: Exam["values"], stricter: Stricter): void {
  const exam = file.exams.get(date) ?? { values: {}, waits: false, strict: false };
  const fresh = Object.entries(values).some(([concern, value]) => exam.values[concern as Concern] !== value);
  if (fresh) {
    file.exams.set(date, { ...exam, values: { ...exam.values, ...values }, waits: true });
    proposedAnew(file, date, stricter);
  }
  settle(file);
}

/** New values are judged by the rules of now, and so is every later exam that waits. */
function proposedAnew(file: FileModel, from: string, stricter: Stricter): void {
  for (const [date, exam] of file.exams)
    if (date >= from && exam.waits) file.exams.set(date, { ...exam, strict: stricter(date) });
}

export function signedNow(file: FileModel, date: string): void {
  const exam = file.exams.get(date);
  if (!exam) return;
  const found: Partial<Record<Concern, Rule>> = {};
  for (const concern of concerns) {
    const value = exam.values[concern];
    const rule = value === undefined ? undefined : asks[concern](value, exam.strict);
    if (rule) found[concern] = rule;
  }
  const of = concerns.filter((concern) => exam.values[concern] !== undefined);
  file.exams.set(date, { ...exam, signed: { found, of }, waits: false });
  settle(file);
}

/** The client's word on what is open now. */
export function declined(file: FileModel, concern: Concern): void {
  for (const { date, rule } of unanswered(file, concern))
    file.answered.set(`${date} ${concern}`, { rule, by: "word" });
}

/** Whether both hold a signed exam of one day, which no merge decides. */
export const clash = (a: FileModel, b: FileModel): boolean =>
  [...a.exams].some(([date, { signed }]) => signed && b.exams.get(date)?.signed);

export function merged(keep: FileModel, gone: FileModel, stricter: Stricter): void {
  for (const [date, theirs] of gone.exams) {
    const ours = keep.exams.get(date);
    const signed = ours?.signed ?? theirs.signed;
    keep.exams.set(date, {
      values: { ...ours?.values, ...theirs.values },
      ...(signed ? { signed } : {}),
      waits: ours ? true : theirs.waits,
      strict: false,
    });
  }
  for (const [key, answer] of gone.answered) if (!keep.answered.has(key)) keep.answered.set(key, answer);
  proposedAnew(keep, "", stricter);
  settle(keep);
  gone.exams.clear();
  gone.answered.clear();
}

export const copyOf = (file: FileModel): FileModel => structuredClone(file);
