import { unitText } from "../../../../shared/assessment/index.ts";
import type { ClientFile } from "../../../../shared/loop/index.ts";
import { templates } from "../../../../shared/messaging/index.ts";
import { offers } from "../../../../shared/testing/index.ts";
import type { IconName, Moment } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { en, type Key } from "../../text/words.ts";
import { itemName } from "../cases/in-words.ts";

type Entry = ClientFile["timeline"][number];

export const talkFilters = ["all", "talk", "record"] as const;
export type TalkFilter = (typeof talkFilters)[number];

const talk = /^(message|measurement|education|appointment)\.|^action\.|^plan\.agreed$/;
const steps = /^message\.(sending|queued)$/;

/** Kinds of acts that say themselves with what they were about. */
const kindOf = (entry: Entry): "talk" | "record" => (talk.test(entry.action) ? "talk" : "record");

/**
 * The log of a file as a two-way timeline, newest first: what the client did left, what we wrote right, the
 * record in the middle. A message stands once, at the last step it has come to.
 */
export function momentsOf(t: Text, file: ClientFile, filter: TalkFilter): Moment[] {
  const told = new Set<string>();
  return file.timeline.flatMap((entry): Moment[] => {
    if (filter !== "all" && kindOf(entry) !== filter) return [];
    const message = textOf(entry.refs?.["message"]);
    if (entry.action.startsWith("message.")) {
      if (steps.test(entry.action) && message && told.has(message)) return [];
      if (message && told.has(message)) return [];
      if (message) told.add(message);
    }
    return [momentOf(t, file, entry)];
  });
}

const comma = (t: Text): string => (t.language === "zh" ? "，" : ", ");

const textOf = (ref: unknown): string => (typeof ref === "string" ? ref : "");

function momentOf(t: Text, file: ClientFile, entry: Entry): Moment {
  const from = sideOf(entry);
  const text = sentenceOf(t, file, entry);
  if (from === "record") return { from, day: t.day(entry.at), text: `${text} · ${byWhom(t, entry)}` };
  return { from, icon: iconOf(entry), by: `${byWhom(t, entry)}${comma(t)}${t.moment(entry.at)}`, text };
}

function sideOf({ action, by }: Entry): Moment["from"] {
  if (by.kind === "client") return "client";
  return action.startsWith("message.") || action === "education.assigned" ? "centre" : "record";
}

const byWhom = (t: Text, { by }: Entry): string =>
  by.kind === "client"
    ? t("role.client")
    : by.kind === "job"
      ? t("role.job")
      : by.kind === "machine"
        ? t("role.lis")
        : by.name;

function iconOf({ action, by }: Entry): IconName {
  if (action.startsWith("measurement.")) return "monitor";
  if (action.startsWith("education.")) return "educate";
  if (action.startsWith("plan.") || action.startsWith("action.")) return "plans";
  return by.kind === "client" ? "in" : "out";
}

/** One sentence an act; an act no sentence is written for is named as the log names it. */
function sentenceOf(t: Text, file: ClientFile, entry: Entry): string {
  const key = `log.${entry.action}`;
  const plain = Object.hasOwn(en, key) ? t(key as Extract<Key, "log.client.enrolled">) : entry.action;
  return [plain, detailOf(t, file, entry)].filter(Boolean).join(t.language === "zh" ? "：" : ": ");
}

/** What it was about, out of the file's own records: the log itself keeps no health fact. */
function detailOf(t: Text, file: ClientFile, { action, refs = {} }: Entry): string | undefined {
  const ref = (name: string): string => textOf(refs[name]);
  if (action.startsWith("message.")) {
    const message = file.messages.find(({ id }) => id === ref("message"));
    if (!message) return undefined;
    const way = message.channel ? t(`channel.${message.channel}`) : undefined;
    return [t.pick(templates[message.template].subject), way].filter(Boolean).join(comma(t));
  }
  if (action.startsWith("measurement.")) {
    const reading = file.measurements.find(({ at }) => at === ref("at"));
    if (!reading) return undefined;
    const values = reading.values.map(({ value }) => t.number(value)).join("/");
    return [`${values} ${unitText(reading.values[0]?.unit ?? "")}`, reading.note].filter(Boolean).join(" · ");
  }
  if (action.startsWith("case.")) {
    const one = file.cases.find(({ id }) => id === ref("case"));
    return one && itemName(t, one.item);
  }
  if (action.startsWith("follow-up")) {
    const several = refs["followUps"];
    const ids = Array.isArray(several) ? several : [ref("followUp")];
    const names = file.followUps.filter(({ id }) => ids.includes(id)).map(({ name }) => t.pick(name));
    return names.length ? t.list(names) : undefined;
  }
  if (action.startsWith("education.")) {
    const titles = file.shelf
      .filter(({ assignment: { given = [], openedAt } }) =>
        action === "education.assigned"
          ? given.some(({ at }) => at === ref("given"))
          : openedAt !== undefined && openedAt === ref("opened"),
      )
      .map(({ piece }) => t.pick(piece.title));
    return titles.length ? t.list(titles) : undefined;
  }
  if (action.startsWith("consent.")) {
    const purpose = ref("purpose");
    return purpose ? t(`client.purpose.${purpose as "care"}`) : undefined;
  }
  if (action.startsWith("booking.")) {
    const booking = file.bookings.find(({ id }) => id === ref("booking"));
    return booking ? `${t.day(booking.date)} ${booking.time}` : undefined;
  }
  if (action.startsWith("appointment.")) {
    const found = file.appointments.find(({ id }) => id === ref("appointment"));
    return found && `${t.pick(offers[found.offer].name)}${comma(t)}${t.day(found.date)} ${found.time}`;
  }
  if (action === "cycle.opened") return t("loop.turn", { n: Number(refs["cycle"] ?? 0) });
  if (action === "results.received")
    return `${ref("date")}${comma(t)}${t("client.results", { n: Number(refs["items"] ?? 0) })}`;
  return ref("date") || undefined;
}
