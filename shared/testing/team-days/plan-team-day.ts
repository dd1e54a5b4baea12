import { authorize } from "../../access/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { AppError, Conflict, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { addDays, localDate } from "../../kernel/time.ts";
import { requestMark } from "../booking/plan-booking.ts";
import { catalogueItem } from "../catalogue/catalogue.ts";
import { packageById } from "../catalogue/packages.ts";
import { farthestDays, minutesOf, type Resource } from "../places/calendar.ts";
import { addResource, closeResource, resourceAt } from "../places/calendars.store.ts";
import { knowsItems, refusal } from "../places/scarce.ts";
import { whyNotOffSite } from "./off-site.ts";
import { type PlanTeamDay, PlanTeamDaySchema, resourceOf, type TeamDay } from "./team-day.ts";
import { addTeamDay, saveTeamDay, teamDayOf } from "./team-days.store.ts";

/**
 * Plans a day at a company: the day and its own calendar in one commit. Only what can be done off site is in it,
 * by the rooms of the catalogue. The same key plans it once.
 * @throws InvalidInput naming the item that stays at the centre, or a day that cannot be; Unprocessable where the
 * key planned another day.
 */
export async function planTeamDay(ctx: Ctx, input: PlanTeamDay, key: string): Promise<TeamDay> {
  const centre = ownCentre(ctx);
  const wanted = parse(PlanTeamDaySchema, input);
  mustBe(ctx, wanted);
  const day: TeamDay = {
    ...wanted,
    centre,
    id: `${wanted.date}-${requestMark(ctx, key).slice(0, 10)}`,
    state: "planned",
    madeBy: ctx.actor.id,
    madeAt: ctx.now(),
    v: 1,
  };
  const there = await teamDayOf(ctx, centre, day.id);
  if (there) return theSame(there, day);
  const resource: Resource = {
    id: resourceOf(day),
    name: { en: day.company, zh: day.company },
    offSite: { account: day.account },
    weeks: [],
    days: [{ date: day.date, hours: [day.hours], why: "" }],
    v: 1,
  };
  try {
    await commit(ctx, {
      changes: [addTeamDay(day), addResource(centre, resource)],
      log: { subject: `TEAM#${centre}`, action: "team-day.planned", refs: { day: day.id }, v: 1 },
    });
  } catch (error) {
    const meanwhile = error instanceof Conflict && (await teamDayOf(ctx, centre, day.id));
    if (meanwhile) return theSame(meanwhile, day);
    throw error;
  }
  return day;
}

/**
 * Cancels a team day: nobody is booked on it any more. Who is booked stays so and is listed there, until each was
 * moved or cancelled: nobody is forgotten.
 */
export async function cancelTeamDay(ctx: Ctx, id: string, reason: string): Promise<TeamDay> {
  const centre = ownCentre(ctx);
  return withRetry(ctx, async () => {
    const before = await teamDayOf(ctx, centre, id);
    if (!before) throw new NotFound();
    if (before.state === "cancelled") return before;
    const resource = await resourceAt(ctx, centre, resourceOf(before));
    const day: TeamDay = { ...before, state: "cancelled", reason };
    await commit(ctx, {
      changes: [saveTeamDay(day), ...(resource ? [closeResource(centre, resource)] : [])],
      log: { subject: `TEAM#${centre}`, action: "team-day.cancelled", refs: { day: id }, v: before.v + 1 },
    });
    return { ...day, v: before.v + 1 };
  });
}

function ownCentre(ctx: Ctx): string {
  const centre = "centre" in ctx.actor ? ctx.actor.centre : "";
  authorize(ctx, "team-day:plan", { centre });
  return centre;
}

function mustBe(ctx: Ctx, wanted: ReturnType<(typeof PlanTeamDaySchema)["parse"]>): void {
  const today = localDate(ctx.now());
  if (wanted.date <= today || wanted.date > addDays(today, farthestDays))
    throw refusal("date", {
      en: "Choose a day from tomorrow on, at most a year ahead.",
      zh: "请选择明天起一年以内的日期。",
    });
  if (minutesOf(wanted.hours.last) < minutesOf(wanted.hours.from) || wanted.hours.capacity < 1)
    throw refusal("hours", {
      en: "The last time comes after the first, and each has at least one place.",
      zh: "最后时段不得早于最早时段，且每时段至少 1 个名额。",
    });
  if (!packageById(wanted.package))
    throw refusal("package", { en: "Choose one of the packages.", zh: "请选择套餐。" });
  knowsItems(wanted.items);
  for (const code of wanted.items) {
    const item = catalogueItem(code);
    const why = item && whyNotOffSite(item, wanted.vehicle);
    if (why) throw refusal("items", why);
  }
}

function theSame(there: TeamDay, wanted: TeamDay): TeamDay {
  const said = ({ account, company, address, items, hours, vehicle }: TeamDay) =>
    JSON.stringify([account, company, address, items, hours, vehicle]);
  if (said(there) === said(wanted)) return there;
  throw new AppError("Unprocessable", {
    en: "This form has been sent before, for another plan. Open it again (or use a new Idempotency-Key).",
    zh: "该表单此前已用于其他安排，请重新打开后再提交（或换用新的 Idempotency-Key）。",
  });
}
