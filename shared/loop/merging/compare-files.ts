import { assessmentsIn, type StoredAssessment } from "../../assessment/index.ts";
import {
  aliasOf,
  type Client,
  clientCards,
  clientIn,
  everythingOf,
  isClientNumber,
  type Merge,
  mergesInto,
  openList,
  reachClient,
  readClientNumber,
  similarClients,
} from "../../clients/index.ts";
import type { Item } from "../../data/read.ts";
import type { Ctx } from "../../kernel/context.ts";
import { InvalidInput, NotFound } from "../../kernel/errors.ts";
import type { Bilingual } from "../../kernel/text.ts";
import { followUpsIn, isOpen } from "../../monitoring/index.ts";
import { bookingsIn, resultGroupsIn } from "../../testing/index.ts";
import { obstacles } from "./obstacles.ts";

/** One of two files, as far as whoever merges must see it: who it is about and how much it holds. */
export interface Side {
  client: Client;
  exams: string[];
  signed: number;
  openFollowUps: number;
  bookings: number;
}

export interface Compared {
  keep: Side;
  /** The file chosen to go into it, if one is. */
  gone: Side | undefined;
  /** Why these two may not be merged. */
  obstacles: Bilingual[];
  /** Numbers of others of the same name and birth date, or of the same phone as far as they are known. */
  alike: { number: string; name: string; birthDate: string; state: Client["state"] }[];
  merges: Merge[];
}

/**
 * Two files side by side before they are merged; without a second one, those that look the same. The look is
 * traced for both. Counts only, no result.
 * @throws NotFound where either is not there for this actor; InvalidInput (`with`) for what is no number, or this one.
 */
export async function compareFiles(ctx: Ctx, number: string, other?: string): Promise<Compared> {
  const keep = await reachClient(ctx, "client:merge", number);
  const gone = other ? await reachClient(ctx, "client:merge", await meant(ctx, number, other)) : undefined;
  const similar = (await similarClients(ctx, keep.centre, keep.name, keep.birthDate)).filter(
    (one) => one !== number,
  );
  await openList(ctx, "duplicates", [number, ...(gone ? [gone.number] : []), ...similar]);
  const [ours, theirs, cards, merges] = await Promise.all([
    everythingOf(ctx, number),
    gone ? everythingOf(ctx, gone.number) : [],
    clientCards(ctx, similar),
    mergesInto(ctx, number),
  ]);
  const assessments = { keep: assessmentsIn(ours), gone: assessmentsIn(theirs) };
  return {
    keep: sideOf(keep, ours, assessments.keep),
    gone: gone && sideOf(clientIn(theirs) ?? gone, theirs, assessments.gone),
    obstacles: gone ? obstacles(keep, gone, assessments) : [],
    alike: [...cards.values()].map(({ number, name, birthDate, state }) => ({
      number,
      name,
      birthDate,
      state,
    })),
    merges,
  };
}

async function meant(ctx: Ctx, number: string, typed: string): Promise<string> {
  if (!isClientNumber(typed)) throw noNumber();
  const other = readClientNumber(typed);
  if (other === number || (await aliasOf(ctx, other))?.to === number) throw noNumber();
  if (await aliasOf(ctx, other)) throw new NotFound();
  return other;
}

function sideOf(client: Client, items: readonly Item[], assessments: readonly StoredAssessment[]): Side {
  const days = resultGroupsIn(items).filter(({ withdrawn }) => !withdrawn);
  return {
    client,
    exams: [...new Set(days.map(({ date }) => date))].sort().reverse(),
    signed: assessments.filter(({ state }) => state === "signed").length,
    openFollowUps: followUpsIn(client.number, items).filter(isOpen).length,
    bookings: bookingsIn(items).filter(({ state }) => state === "confirmed").length,
  };
}

const noNumber = () =>
  new InvalidInput([
    {
      field: "with",
      message: {
        en: "Type the number of the other file, such as P-123456785.",
        zh: "请填写另一份档案的编号，例如 P-123456785。",
      },
    },
  ]);
