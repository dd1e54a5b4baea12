import type * as z from "zod";
import { mustEver } from "../../access/index.ts";
import { reachClient } from "../../clients/index.ts";
import { commit, withRetry } from "../../data/commit.ts";
import type { Ctx } from "../../kernel/context.ts";
import { Conflict, InvalidInput, NotFound } from "../../kernel/errors.ts";
import { parse } from "../../kernel/parse.ts";
import { localDate } from "../../kernel/time.ts";
import { changesOf, closeByRecord, openBook, toldOf, unbook } from "../../monitoring/index.ts";
import {
  type Appointment,
  addNote,
  appointmentOf,
  type Ending,
  noteOf,
  saveAppointment,
  type TalkNote,
} from "../../testing/index.ts";
import { EndAppointmentSchema } from "./end-schema.ts";

/**
 * Records how an appointment ended: that nobody came, what was said, to whom a referral was made. Follow-ups the
 * talk settles by their rules end by that record in the same commit; those it was meant to settle and did not
 * wait again by their own dates (after a referral, for two weeks first). The same ending again changes nothing;
 * somebody who was marked as not having come may still have come; what was said can be added where nothing was
 * written yet.
 * @throws InvalidInput for a day still to come, or a follow-up this does not settle; Conflict for one that ended
 * otherwise, or with other words, or was cancelled.
 */
export async function endAppointment(
  ctx: Ctx,
  number: string,
  id: string,
  input: z.input<typeof EndAppointmentSchema>,
): Promise<Appointment> {
  const { as, to, said, learnt, settles } = parse(EndAppointmentSchema, input);
  const client = await reachClient(ctx, "appointment:end", number);
  if (settles.length) mustEver(ctx.actor, "follow-up:work");
  return withRetry(ctx, async () => {
    const before = await appointmentOf(ctx, number, id);
    if (!before) throw new NotFound();
    const note = await noteOf(ctx, number, id);
    if (before.ended?.as === as && saysNothingNew(before, note, { to, said, learnt, settles })) return before;
    if (!mayBeEnded(before, note, { as, to })) throw isOver();
    if (before.date > localDate(ctx.now(), client.zone)) throw notYet();
    const by = { id: ctx.actor.id, name: ctx.actor.name };
    const on = { date: before.date, now: ctx.now(), by: by.id, note: said ?? "" };
    const { book: settled, closed } = closeByRecord(await openBook(ctx, number), settles, on);
    const book = as === "referral made" ? settled : unbook(settled, id, on.now);
    const told = await Promise.all(closed.map((one) => toldOf(ctx, one, on.note)));
    const after: Appointment = {
      ...before,
      state: as === "no-show" ? "no-show" : "done",
      ended: { at: on.now, by, as, ...(to && as === "referral made" ? { to } : {}), settled: settles },
    };
    const talk = {
      client: number,
      appointment: id,
      at: on.now,
      by,
      said: said ?? "",
      ...(learnt ? { learnt } : {}),
    };
    await commit(ctx, {
      changes: [
        saveAppointment(after),
        ...changesOf(book),
        ...(said || learnt ? [addNote(talk)] : []),
        ...told.flatMap(({ changes }) => changes),
      ],
      log: [
        {
          subject: `C#${number}`,
          action: as === "no-show" ? "appointment.missed" : "appointment.held",
          refs: { appointment: id },
          v: before.v + 1,
        },
        ...closed.map((one) => ({
          subject: `C#${number}`,
          action: "follow-up.done",
          refs: { followUp: one.id },
        })),
        ...told.flatMap(({ log }) => log),
      ],
    });
    return { ...after, v: before.v + 1 };
  });
}

type Said = Pick<z.output<typeof EndAppointmentSchema>, "to" | "said" | "learnt" | "settles">;

/** Whether all of this is written down already: a form sent twice, or an ending without a word. */
function saysNothingNew(
  { ended }: Appointment,
  note: TalkNote | undefined,
  { to, said, learnt, settles }: Said,
): boolean {
  const settled = new Set(ended?.settled.map(({ followUp, record }) => `${followUp} ${record}`));
  return (
    (!to || ended?.as !== "referral made" || to === ended.to) &&
    (!said || said === note?.said) &&
    (!learnt || learnt === note?.learnt) &&
    settles.every(({ followUp, record }) => settled.has(`${followUp} ${record}`))
  );
}

/** Nothing that somebody wrote down is written over. */
function mayBeEnded(
  { state, ended }: Appointment,
  note: TalkNote | undefined,
  { as, to }: { as: Ending; to?: string | undefined },
): boolean {
  if (state === "booked" || state === "no-show") return true;
  const wordless = !note && !ended?.settled.length;
  return state === "done" && wordless && ended?.as === as && (as !== "referral made" || to === ended.to);
}

const isOver = () =>
  new Conflict({
    en: "This appointment is over, and what came of it is written down. Look at it again.",
    zh: "该预约已结束且结果已有记录，请刷新后查看。",
  });

const notYet = () =>
  new InvalidInput([
    {
      field: "as",
      message: { en: "Its day has not come yet.", zh: "预约日期未到。" },
    },
  ]);
