import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addStaff } from "../../shared/access/index.ts";
import { assessmentsOf, draftVersion, forgetRuleBook, signVersion } from "../../shared/assessment/index.ts";
import { aliasOf, enrolClient } from "../../shared/clients/index.ts";
import { AppError } from "../../shared/kernel/errors.ts";
import {
  bookExam,
  cancelBooking,
  mergeFiles,
  receiveResults,
  signAssessment,
} from "../../shared/loop/index.ts";
import { declineFollowUp, followUpsOf, isOpen } from "../../shared/monitoring/index.ts";
import { bookingsOf, catalogueItem } from "../../shared/testing/index.ts";
import { noFaults } from "../support/faults.ts";
import { linYawen } from "../support/people.ts";
import "../support/properties.ts";
import {
  type Concern,
  clash,
  copyOf,
  declined,
  emptyFile,
  expected,
  type FileModel,
  imported,
  merged,
  signedNow,
} from "../support/spine-model.ts";
import { ProcessDied, type World, world } from "../support/world.ts";

/** Days between them: 24, 82, 158, 20, 100. */
const days = ["2026-03-01", "2026-03-25", "2026-06-15", "2026-11-20", "2026-12-10", "2027-03-20"];
const stricterFrom = "2026-12-01";

type Values = Partial<Record<Concern, number>>;
/** Death at the nth request, before or after it took effect; none where `at` is undefined. */
interface Crash {
  at: number | undefined;
  after: boolean;
}

interface Real {
  w: World;
  numbers: [string, string];
}

interface Model {
  files: [FileModel, FileModel];
  merged: boolean;
  stricter: boolean;
}

const itemsOf = (values: Values) => ({
  ...(values.lipids === undefined ? {} : { LDLC: values.lipids, TC: 5.0, TG: 1.2 }),
  ...(values.urate === undefined ? {} : { UA: values.urate }),
  ...(values["blood-count"] === undefined ? {} : { HGB: values["blood-count"] }),
});

/** What is open in a file of the product: by concern, the rule and the exam it came from; twice is told. */
async function openIn(w: World, number: string): Promise<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const { concern, rule, openedBy } of (await followUpsOf(w.ctx(), number)).filter(isOpen))
    found[concern] = found[concern] ? `twice` : `${rule} of ${openedBy.date}`;
  return found;
}

/** The rows of the worklist are the open follow-ups and nothing else. */
async function listedRows(w: World): Promise<number> {
  return (await w.dump()).filter(({ listPk }) => String(listPk).startsWith("WORK#")).length;
}

/**
 * One step of the story: the act, perhaps with a death in the middle of it, then the same act again, as a person
 * or the sweep would. After the death the product shows what was before or what is after, whole; after the
 * repetition what the model says.
 */
abstract class Step implements fc.AsyncCommand<Model, Real> {
  protected readonly crash: Crash;
  constructor(crash: Crash) {
    this.crash = crash;
  }
  abstract check(model: Readonly<Model>): boolean;
  abstract act(real: Real, model: Readonly<Model>): Promise<unknown>;
  abstract tell(model: Model): void;
  /** Whether it is one commit, so that a death leaves all of it or nothing. */
  readonly whole: boolean = true;

  async run(model: Model, real: Real): Promise<void> {
    const { w, numbers } = real;
    w.clock.advance({ minutes: 1 });
    const told = { ...model, files: model.files.map(copyOf) as Model["files"] };
    this.tell(told);
    if (this.crash.at !== undefined) {
      Object.assign(w.faults, { callsUntilDeath: this.crash.at, diesAfter: this.crash.after });
      await this.act(real, model).catch(deaths);
      Object.assign(w.faults, noFaults());
      forgetRuleBook(w.ctx());
      if (this.whole) {
        const found = await Promise.all(numbers.map((number) => openIn(w, number)));
        expect([model.files.map(expected), told.files.map(expected)]).toContainEqual(found);
      }
      w.clock.advance({ minutes: 11 });
      await w.tick();
      await w.drain();
    }
    await this.act(real, model).catch(refusals);
    Object.assign(model, told);
    const found = await Promise.all(numbers.map((number) => openIn(w, number)));
    expect(found, this.toString()).toEqual(model.files.map(expected));
    expect(await listedRows(w)).toBe(found.flatMap((one) => Object.keys(one)).length);
  }
}

const deaths = (error: unknown) => {
  if (!(error instanceof ProcessDied) && !(error instanceof AppError)) throw error;
};
/** A repetition may be told that it was done before. */
const refusals = (error: unknown) => {
  if (!(error instanceof AppError) || !["NotFound", "Conflict", "AlreadyThere"].includes(error.code))
    throw error;
};

const strictIn = (model: Readonly<Model>) => (date: string) => model.stricter && date >= stricterFrom;

const fileOf = (model: Readonly<Model>, file: 0 | 1): 0 | 1 => (model.merged ? 0 : file);

class Import extends Step {
  private readonly file: 0 | 1;
  private readonly date: string;
  private readonly values: Values;
  constructor(file: 0 | 1, date: string, values: Values, crash: Crash) {
    super(crash);
    [this.file, this.date, this.values] = [file, date, values];
  }
  check = () => true;
  act({ w, numbers }: Real, model: Readonly<Model>) {
    const results = Object.entries(itemsOf(this.values)).map(([item, value]) => ({
      item,
      value,
      unit: catalogueItem(item)?.unit ?? "",
    }));
    const incoming = { date: this.date, results, from: { source: "desk" } };
    return receiveResults(w.ctx(w.as.nurse), numbers[fileOf(model, this.file)], incoming);
  }
  tell(model: Model) {
    imported(model.files[fileOf(model, this.file)], this.date, this.values, strictIn(model));
  }
  override toString = () => `import(${this.file}, ${this.date}, ${JSON.stringify(this.values)})`;
}

/** The nth exam that waits for a physician, if any does. */
class Sign extends Step {
  private readonly nth: number;
  constructor(nth: number, crash: Crash) {
    super(crash);
    this.nth = nth;
  }
  private pick(model: Readonly<Model>): { file: 0 | 1; date: string } | undefined {
    const waiting = model.files.flatMap(({ exams }, file) =>
      [...exams].flatMap(([date, { waits }]) => (waits ? [{ file: file as 0 | 1, date }] : [])),
    );
    return waiting[this.nth % Math.max(1, waiting.length)];
  }
  check = (model: Readonly<Model>) => this.pick(model) !== undefined;
  async act({ w, numbers }: Real, model: Readonly<Model>) {
    const { file, date } = this.pick(model) as { file: 0 | 1; date: string };
    const versions = (await assessmentsOf(w.ctx(), numbers[file])).filter((one) => one.date === date);
    const waiting = versions.find(({ state }) => state === "proposed" || state === "in review");
    if (!waiting) return;
    const amends = versions.some(({ state }) => state === "signed") ? { reason: "检验科更正" } : {};
    await signAssessment(w.ctx(w.as.physician), numbers[file], date, waiting.version, amends);
  }
  tell(model: Model) {
    const { file, date } = this.pick(model) as { file: 0 | 1; date: string };
    signedNow(model.files[file], date);
  }
  override toString = () => `sign(${this.nth})`;
}

/** The nth of what is open, if anything is. */
class Decline extends Step {
  private readonly nth: number;
  constructor(nth: number, crash: Crash) {
    super(crash);
    this.nth = nth;
  }
  private pick(model: Readonly<Model>): { file: 0 | 1; concern: Concern } | undefined {
    const open = model.files.flatMap((one, file) =>
      Object.keys(expected(one)).map((concern) => ({ file: file as 0 | 1, concern: concern as Concern })),
    );
    return open[this.nth % Math.max(1, open.length)];
  }
  check = (model: Readonly<Model>) => this.pick(model) !== undefined;
  async act({ w, numbers }: Real, model: Readonly<Model>) {
    const { file, concern } = this.pick(model) as { file: 0 | 1; concern: Concern };
    const client = numbers[file];
    const one = (await followUpsOf(w.ctx(), client)).find(
      (found) => isOpen(found) && found.concern === concern,
    );
    if (one) await declineFollowUp(w.ctx(w.as.healthManager), { client, id: one.id, reason: "客户不愿复查" });
  }
  tell(model: Model) {
    const { file, concern } = this.pick(model) as { file: 0 | 1; concern: Concern };
    declined(model.files[file], concern);
  }
  override toString = () => `decline(${this.nth})`;
}

/** Books whatever is open, or cancels the visit: neither ends anything. */
class Book extends Step {
  private readonly file: 0 | 1;
  constructor(file: 0 | 1, crash: Crash) {
    super(crash);
    this.file = file;
  }
  check = (model: Readonly<Model>) => Object.keys(expected(model.files[fileOf(model, this.file)])).length > 0;
  async act({ w, numbers }: Real, model: Readonly<Model>) {
    const client = numbers[fileOf(model, this.file)];
    const ctx = w.ctx(w.as.frontDesk);
    const [booked] = (await bookingsOf(w.ctx(), client)).filter(({ state }) => state === "confirmed");
    if (booked) return cancelBooking(ctx, client, booked.id, "改期");
    const followUps = (await followUpsOf(w.ctx(), client)).filter(isOpen).map(({ id }) => id);
    return bookExam(ctx, { client, package: "recheck", date: "2026-12-30", time: "08:00", followUps });
  }
  tell() {}
  override toString = () => `book(${this.file})`;
}

class Merge extends Step {
  override readonly whole = false;
  check = (model: Readonly<Model>) => !model.merged && !clash(...model.files);
  act({ w, numbers }: Real) {
    const [keep, gone] = numbers;
    const input = { gone, reason: "同一人两份证件", samePerson: true } as const;
    return mergeFiles(w.ctx(w.as.manager), keep, input);
  }
  tell(model: Model) {
    merged(...model.files, strictIn(model));
    model.merged = true;
  }
  override toString = () => "merge()";
}

class ChangeRules extends Step {
  check = (model: Readonly<Model>) => !model.stricter;
  async act({ w }: Real) {
    const ctx = w.ctx(w.as.physician);
    const draft = await draftVersion(ctx, {
      base: "2026-11",
      effectiveFrom: stricterFrom,
      changes: [{ rule: "ldl-borderline", path: "when.limit", limit: 3 }],
      why: "委员会决议",
    });
    await signVersion(ctx, draft.id, {});
    forgetRuleBook(ctx);
  }
  tell(model: Model) {
    model.stricter = true;
  }
  override toString = () => "rules()";
}

const values: fc.Arbitrary<Values> = fc
  .record({
    lipids: fc.option(fc.constantFrom(2.8, 3.2, 3.6, 4.6), { nil: undefined }),
    urate: fc.option(fc.constantFrom(350, 450, 600), { nil: undefined }),
    "blood-count": fc.option(fc.constantFrom(131, 101), { nil: undefined }),
  })
  .filter((one) => Object.values(one).some((value) => value !== undefined))
  .map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)));

const crash: fc.Arbitrary<Crash> = fc.record({
  at: fc.option(fc.nat({ max: 14 }), { nil: undefined, freq: 1 }),
  after: fc.boolean(),
});
const file = fc.constantFrom<0 | 1>(0, 1);
const date = fc.constantFrom(...days);
const nth = fc.nat({ max: 9 });

const steps = [
  fc.tuple(file, date, values, crash).map((one) => new Import(...one)),
  fc.tuple(file, date, values, crash).map((one) => new Import(...one)),
  fc.tuple(nth, crash).map((one) => new Sign(...one)),
  fc.tuple(nth, crash).map((one) => new Sign(...one)),
  fc.tuple(nth, crash).map((one) => new Decline(...one)),
  fc.tuple(file, crash).map((one) => new Book(...one)),
  crash.map((one) => new Merge(one)),
  crash.map((one) => new ChangeRules(one)),
];

async function begin(): Promise<{ model: Model; real: Real }> {
  const w = await world();
  await addStaff(w.ctx(), {
    id: "health-manager-1",
    centre: "centre-1",
    name: "林静",
    roles: ["health-manager"],
  });
  const one = await enrolClient(w.ctx(), linYawen());
  const other = await enrolClient(
    w.ctx(),
    linYawen({
      document: { kind: "passport", text: "E12345678" },
      sex: "female",
      birthDate: "1974-03-12",
      notADuplicate: true,
    }),
  );
  return {
    model: { files: [emptyFile(), emptyFile()], merged: false, stricter: false },
    real: { w, numbers: [one.number, other.number] },
  };
}

describe("nothing abnormal is forgotten", () => {
  test("after every step of any story there is one open follow-up for each finding that needs one, and no other", async () => {
    await fc.assert(
      fc.asyncProperty(fc.commands(steps, { maxCommands: 40, size: "max" }), (commands) =>
        fc.asyncModelRun(begin, commands),
      ),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 12), endOnFailure: false },
    );
  }, 120_000);

  test("stories that once went wrong, or would if a line of it were left out", async () => {
    const never: Crash = { at: undefined, after: false };
    const into = (file: 0 | 1, on: string, values: Values) => new Import(file, on, values, never);
    const sign = (nth = 0) => new Sign(nth, never);
    const [march, soon, june, november, december, later] = days as [
      string,
      string,
      string,
      string,
      string,
      string,
    ];
    const stories: Step[][] = [
      // What was declined is not raised again by a correction of something else.
      [
        into(0, march, { lipids: 4.6 }),
        sign(),
        new Decline(0, never),
        into(0, march, { urate: 450 }),
        sign(),
      ],
      // It is, when the correction finds something graver.
      [
        into(0, march, { lipids: 3.6 }),
        sign(),
        new Decline(0, never),
        into(0, march, { lipids: 4.6 }),
        sign(),
      ],
      // Of two files the older finding is answered by the newer exam, whose own finding stays.
      [into(1, march, { urate: 450 }), sign(), into(0, june, { urate: 450 }), sign(), new Merge(never)],
      [into(0, march, { urate: 450 }), sign(), into(1, june, { urate: 450 }), sign(), new Merge(never)],
      [into(1, march, { lipids: 4.6 }), sign(), into(0, soon, { lipids: 3.6 }), sign(), new Merge(never)],
      // An exam of both files is not signed for what came from the other one.
      [
        into(0, november, { lipids: 4.6 }),
        sign(),
        into(0, december, { urate: 350 }),
        into(1, december, { lipids: 2.8 }),
        sign(),
        new Merge(never),
      ],
      // The later exam is signed first.
      [into(0, soon, { lipids: 2.8 }), sign(), into(0, march, { lipids: 4.6 }), sign()],
      // An early look that nobody signed answers nothing, whatever is signed after it.
      [
        into(0, later, { lipids: 2.8 }),
        into(0, november, { "blood-count": 101 }),
        into(0, december, { "blood-count": 131 }),
        sign(1),
        sign(0),
      ],
      // Rules change: what is proposed anew is judged by them, what was signed stays.
      [
        into(0, december, { lipids: 3.2 }),
        sign(),
        new ChangeRules(never),
        into(0, later, { lipids: 3.2 }),
        sign(),
      ],
      [into(0, march, { urate: 600 }), sign(), new Book(0, never), into(0, soon, { urate: 350 })],
    ];
    for (const story of stories) {
      const { model, real } = await begin();
      for (const step of story) {
        expect(step.check(model), step.toString()).toBe(true);
        await step.run(model, real);
      }
    }
  }, 120_000);

  test("whichever request a merge dies at, before it or after it took effect, it comes to the same", async () => {
    const story = async (crash: Crash): Promise<number> => {
      const { model, real } = await begin();
      const never = { at: undefined, after: false };
      for (const [file, date, values] of [
        [1, "2026-03-01", { lipids: 4.6, urate: 450, "blood-count": 101 }],
        [0, "2026-06-15", { lipids: 3.6 }],
        [1, "2026-11-20", { urate: 350 }],
      ] as const) {
        await new Import(file, date, values, never).run(model, real);
        if (date !== "2026-11-20") await new Sign(0, never).run(model, real);
      }
      real.w.consumed();
      await new Merge(crash).run(model, real);
      expect(await aliasOf(real.w.ctx(), real.numbers[1])).toMatchObject({ to: real.numbers[0] });
      return real.w.consumed().calls;
    };
    const calls = await story({ at: undefined, after: false });
    for (let at = 0; at < calls; at += 3) await story({ at, after: at % 2 === 0 });
  }, 120_000);
});
