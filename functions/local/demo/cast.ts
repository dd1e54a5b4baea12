import { type Enrol, type Purpose, purposes, type Sex } from "../../../shared/clients/index.ts";
import type { ChannelName } from "../../../shared/kernel/ports.ts";
import { addDays, addMonths, type PlainDate } from "../../../shared/kernel/time.ts";
import { ordinaryCalendar, slotsOn } from "../../../shared/testing/index.ts";
import type { Chance } from "./chance.ts";
import { healthOf } from "./health.ts";
import { type Body, bodyOf, driftAmong } from "./measure.ts";
import { fromElsewhere, type Name, nameOf, nationalId } from "./names.ts";
import { type Measured, sourcePeople } from "./source.ts";

/** Where in the loop a client stands today. */
export type Place = "between exams" | "waiting for review" | "booked" | "new and booked";

/** One client to be: who it is, what exams find, and when. */
export interface Member {
  seed: number;
  enrol: Enrol & { birthDate: PlainDate };
  body: Body;
  /** Oldest first; all of them past. */
  exams: PlainDate[];
  place: Place;
  /** Members of the household before this one, as this one calls them. */
  family: { relation: "spouse" | "father" | "mother"; at: number }[];
}

/** People who belong together are enrolled one after the other, so that the later ones can name the others. */
export type Household = Member[];

const clients = 200;
const counts = { urgent: 5, waiting: 9, booked: 10, fresh: 4 };

/** The last day on or before a date on which the centre examines. */
export function lastOpen(date: PlainDate): PlainDate {
  let at = date;
  while (!slotsOn(ordinaryCalendar, at).length) at = addDays(at, -1);
  return at;
}

/**
 * Everybody but the persona. Whole persons are drawn from the source, each at most once, so that what goes
 * together in them goes together here.
 */
export function castOf(chance: Chance, today: PlainDate): Household[] {
  const people = sourcePeople();
  const drift = driftAmong(people);
  const drawn = chance.shuffled(people).slice(0, clients - 1);
  const places = placesFor(drawn);
  const strangers = strangersAmong(drawn);
  return households(chance, drawn, places).map((together) => {
    const lead = together[0] as number;
    const dates = datesFor(chance, places[lead] as Place, today);
    const surname = together.length === 3 ? { of: together.findIndex((at) => isMan(drawn[at])) } : undefined;
    const members: Member[] = [];
    const names: Name[] = [];
    for (const [at, index] of together.entries()) {
      const measured = drawn[index] as Measured;
      const birthDate = birthFor(chance, measured.age, dates.at(-1) ?? today);
      const theirs = surname && at === 2 ? names[surname.of]?.surname : undefined;
      const name = nameOf(chance, measured.sex, Number(birthDate.slice(0, 4)), theirs);
      names.push(name);
      members.push({
        seed: index + 1,
        enrol: enrolmentOf(chance, {
          measured,
          birthDate,
          name,
          index,
          phone: members[0]?.enrol.contacts?.phone,
          stranger: strangers.get(index),
        }),
        body: bodyOf(chance, measured, drift),
        exams: dates,
        place: places[index] as Place,
        family: familyOf(at, together.length, members),
      });
    }
    return members;
  });
}

type Stranger = (typeof fromElsewhere)[number];

/** Who of those drawn comes from elsewhere: the first of the right sex from every thirtieth on. */
const strangersAmong = (drawn: readonly Measured[]): Map<number, Stranger> =>
  new Map(
    fromElsewhere.map((one, at) => {
      const from = 30 * (at + 1);
      return [from + drawn.slice(from).findIndex(({ sex }) => sex === one.sex), one];
    }),
  );

const isMan = (one: Measured | undefined): boolean => one?.sex === "male";

/** Those whose values press most wait for the physician; the others' places go by the draw. */
function placesFor(drawn: readonly Measured[]): Place[] {
  const pressing = drawn
    .map(({ values }, at) => ({
      at,
      presses: (values["SBP"] ?? 0) + 2 * Math.max(0, (values["FPG"] ?? 0) - 7),
    }))
    .sort((a, b) => b.presses - a.presses)
    .map(({ at }) => at);
  const places: Place[] = drawn.map(() => "between exams");
  const give = (place: Place, to: readonly number[]) => {
    for (const at of to) places[at] = place;
  };
  give("waiting for review", pressing.slice(0, counts.urgent));
  const left = drawn.flatMap((_, at) => (places[at] === "between exams" ? [at] : []));
  give("waiting for review", left.slice(0, counts.waiting));
  give("booked", left.slice(counts.waiting, counts.waiting + counts.booked));
  give("new and booked", left.slice(counts.waiting + counts.booked).slice(0, counts.fresh));
  return places;
}

/** Couples, some with a grown child; everybody else comes alone. */
function households(chance: Chance, drawn: readonly Measured[], places: readonly Place[]): number[][] {
  const free = new Set(drawn.flatMap((_, at) => (places[at] === "between exams" ? [at] : [])));
  const found: number[][] = drawn.flatMap((_, at) => (free.has(at) ? [] : [[at]]));
  for (const at of [...free]) {
    if (!free.delete(at)) continue;
    const one = drawn[at] as Measured;
    const partner = chance.happens(0.35)
      ? [...free].find((other) => {
          const theirs = drawn[other] as Measured;
          return theirs.sex !== one.sex && Math.abs(theirs.age - one.age) <= 5;
        })
      : undefined;
    if (partner === undefined) {
      found.push([at]);
      continue;
    }
    free.delete(partner);
    const mother = isMan(one) ? (drawn[partner] as Measured) : one;
    const child = chance.happens(0.4)
      ? [...free].find((other) => {
          const years = mother.age - (drawn[other] as Measured).age;
          return years >= 22 && years <= 36;
        })
      : undefined;
    if (child !== undefined) free.delete(child);
    found.push(child === undefined ? [at, partner] : [at, partner, child]);
  }
  return found;
}

function familyOf(at: number, size: number, before: readonly Member[]): Member["family"] {
  if (at === 1) return [{ relation: "spouse", at: 0 }];
  if (at < 2 || size < 3) return [];
  return before.map(({ body }, other) => ({
    relation: body.measured.sex === "male" ? ("father" as const) : ("mother" as const),
    at: other,
  }));
}

/** Two or three exams about a year apart, the newest where the place in the loop says. */
function datesFor(chance: Chance, place: Place, today: PlainDate): PlainDate[] {
  if (place === "new and booked") return [];
  const ago = {
    "between exams": () => chance.whole(6, 330),
    "waiting for review": () => chance.whole(1, 4),
    booked: () => chance.whole(350, 385),
  }[place]();
  const many =
    place === "booked"
      ? chance.whole(1, 2)
      : chance.weighted([
          [1, 8],
          [2, 62],
          [3, 30],
        ] as const);
  const dates = [lastOpen(addDays(today, -ago))];
  while (dates.length < many)
    dates.unshift(
      lastOpen(addDays(dates[0] as PlainDate, -chance.whole(many === 3 ? 260 : 330, many === 3 ? 350 : 400))),
    );
  return dates;
}

/** A birth date that makes somebody this old on that day. */
const birthFor = (chance: Chance, age: number, on: PlainDate): PlainDate =>
  addDays(addMonths(on, -12 * age), -chance.whole(1, 364));

function enrolmentOf(
  chance: Chance,
  who: {
    measured: Measured;
    birthDate: PlainDate;
    name: Name;
    index: number;
    phone: string | undefined;
    stranger: Stranger | undefined;
  },
): Member["enrol"] {
  const { measured, birthDate, name, index, stranger } = who;
  const sex: Sex = measured.sex;
  const english = stranger !== undefined || chance.happens(0.06);
  const phone =
    who.phone && chance.happens(0.3)
      ? who.phone
      : `199${String(chance.whole(0, 99_999_999)).padStart(8, "0")}`;
  const handle = name.latin.toLowerCase().replace(" ", "_");
  const latin = stranger
    ? "latin" in stranger
      ? stranger.latin
      : undefined
    : english
      ? name.latin
      : undefined;
  return {
    document: stranger
      ? { kind: stranger.kind, text: stranger.text }
      : { kind: "national-id", text: nationalId(birthDate, 2 * (index + 200) + (sex === "male" ? 1 : 0)) },
    name: stranger?.name ?? name.hanzi,
    ...(latin ? { nameLatin: latin } : {}),
    sex,
    birthDate,
    contacts: {
      phone,
      ...(chance.happens(0.8) ? { wechat: `${handle}_${chance.whole(10, 999)}` } : {}),
      ...(english || chance.happens(0.3) ? { email: `${handle}${index}@example.com` } : {}),
    },
    channels: [...chance.weighted(preferred)],
    language: english ? "en" : "zh",
    consents: [...chance.weighted(consented)],
    health: healthOf(chance, measured, { at: index, born: Number(birthDate.slice(0, 4)) }),
    occupation: measured.age >= 65 ? "退休" : chance.pick(occupations),
    manager: `health-manager-${1 + (index % 3)}`,
    notADuplicate: true,
  };
}

/** What people agree to: most to care and service letters, some to everything, a few to nothing. */
const consented: readonly (readonly [readonly Purpose[], number])[] = [
  [["care", "service"], 58],
  [purposes, 12],
  [["care", "service", "marketing"], 14],
  [["care"], 6],
  [["service"], 4],
  [[], 6],
];

const preferred: readonly (readonly [readonly ChannelName[], number])[] = [
  [["wechat", "sms"], 6],
  [["sms"], 2],
  [["email", "sms"], 1],
  [["wechat", "sms", "email"], 2],
];

const occupations = [
  "企业管理者",
  "教师",
  "工程师",
  "财务主管",
  "律师",
  "设计师",
  "销售总监",
  "医药代表",
  "公务员",
  "自由职业",
];
