import type { GradeName } from "../components/index.ts";

export const stages = ["test", "assess", "guide", "educate", "monitor"] as const;
export type Stage = (typeof stages)[number];

/** Where one person stands in the loop. Dates and notes arrive in words, in the reader's language. */
export interface LoopModel {
  /** Unique on the page. */
  id: string;
  /** The client's name; absent when the client is the reader. */
  name?: string | undefined;
  /** The present turn, from 1. */
  turn: number;
  /** "Mar 2022", and the year alone. */
  registered: string;
  since: string;
  at: Stage;
  /** How far through the present stage, 0 to 1. */
  share: number;
  /** "day 20 of 84" */
  note: string;
  /** A word under each stage that is done: "20 Oct", "signed 23 Oct". */
  notes?: Readonly<Partial<Record<Stage, string>>> | undefined;
  /** Finished turns, oldest first, and how each ended. */
  finished: readonly { turn: number; grade: GradeName }[];
  /** The re-check that opens the next turn, once it is known. */
  next?: { when: string; turn: number } | undefined;
}

const together = 5;

/** The growth rings to draw, oldest first: from the sixth finished turn the oldest five become one. */
export function ringsOf(finished: LoopModel["finished"]): { grade: GradeName; turns: number }[] {
  const merged = finished.length > together ? Math.floor((finished.length - 1) / together) * together : 0;
  const last = finished[merged - 1];
  const single = finished.slice(merged).map(({ grade }) => ({ grade, turns: 1 }));
  return last ? [{ grade: last.grade, turns: merged }, ...single] : single;
}
