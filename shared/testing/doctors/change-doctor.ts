import type * as z from "zod";
import { authorize, staffOf } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import {
  type Doctor,
  DoctorProfileSchema,
  type Exception,
  type OtherHours,
  OtherHoursSchema,
} from "./doctor.ts";
import { doctorOf, saveDoctor } from "./doctors.store.ts";

/** More entries than this are not kept; those that are over go first. */
const mostExceptions = 200;

/**
 * Writes what the directory says of a member of staff, and their week. Appointments outside the new hours stand
 * and are listed for moving.
 * @throws NotFound for somebody who is not on the centre's staff.
 */
export async function changeDoctor(
  ctx: Ctx,
  id: string,
  input: z.input<typeof DoctorProfileSchema>,
): Promise<Doctor> {
  const centre = ownCentre(ctx);
  const profile = parse(DoctorProfileSchema, input);
  if (profile.since > Number(localDate(ctx.now()).slice(0, 4))) throw notYet();
  if (!(await staffOf(ctx, centre)).some((one) => one.id === id)) throw new NotFound();
  return change(ctx, centre, id, "doctor.changed", (before) => ({
    ...(before ?? { id, centre, exceptions: [], v: 0 }),
    ...profile,
  }));
}

/**
 * Enters other hours, or leave (no hours), for some days. What is booked then stands and is listed for moving:
 * nothing is lost.
 */
export async function enterHours(
  ctx: Ctx,
  id: string,
  input: OtherHours,
): Promise<{ doctor: Doctor; exception: Exception }> {
  const centre = ownCentre(ctx);
  const exception: Exception = { id: ctx.newId(), ...parse(OtherHoursSchema, input) };
  const doctor = await change(ctx, centre, id, "doctor.hours-entered", (before) => {
    if (!before) throw new NotFound();
    const today = localDate(ctx.now());
    const ahead = before.exceptions.filter(({ to }) => to >= today);
    if (ahead.length >= mostExceptions) throw tooMany();
    return { ...before, exceptions: [...ahead, exception] };
  });
  return { doctor, exception };
}

/** Takes entered hours back; the week's hold again. Taken back before is taken back. */
export async function withdrawHours(ctx: Ctx, id: string, exception: string): Promise<Doctor> {
  const centre = ownCentre(ctx);
  return change(ctx, centre, id, "doctor.hours-withdrawn", (before) => {
    if (!before) throw new NotFound();
    return { ...before, exceptions: before.exceptions.filter((one) => one.id !== exception) };
  });
}

function ownCentre(ctx: Ctx): string {
  const centre = "centre" in ctx.actor ? ctx.actor.centre : "";
  authorize(ctx, "doctor:change", { centre });
  return centre;
}

function change(
  ctx: Ctx,
  centre: string,
  id: string,
  action: string,
  decide: (before: Doctor | undefined) => Doctor,
): Promise<Doctor> {
  return withRetry(ctx, async () => {
    const after = decide(await doctorOf(ctx, centre, id));
    await commit(ctx, {
      changes: [saveDoctor(after)],
      log: { subject: `STAFF#${centre}`, action, refs: { staff: id }, v: after.v + 1 },
    });
    return { ...after, v: after.v + 1 };
  });
}

const notYet = () =>
  new InvalidInput([
    { field: "since", message: { en: "Give a year that has begun.", zh: "请填写已开始的年份。" } },
  ]);

const tooMany = () =>
  new InvalidInput([
    {
      field: "from",
      message: {
        en: "There are too many entries. Take back those that are no longer needed.",
        zh: "条目过多，请先撤销不再需要的条目。",
      },
    },
  ]);
