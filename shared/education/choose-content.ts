import type { AssignmentState, Grade, Level, Piece } from "./education.ts";
import { contentFor, library } from "./library.ts";

/** No client is given more than this at one turn. */
export const piecesPerTurn = 4;

export interface ContentTopic {
  /** The concern of a finding. */
  topic: string;
  /** 1 (least) to 4 (most severe). */
  severity: number;
  /** The rule id of the finding. */
  rule: string;
}

export interface ContentChoice {
  content: string;
  level: Level;
  /** Rule ids that called for it; `grade-healthy` or `follow-up` when no finding did. */
  reason: string[];
}

const recheckTopic = "recheck-why";
const keepingTopic = "healthy-keeping";
const levelOrder: Record<Level, number> = { know: 0, do: 1, master: 2 };
const openStates: readonly AssignmentState[] = ["assigned", "delivered", "opened"];

/**
 * What a client should be given to read now, at most `piecesPerTurn` pieces, most severe concern first.
 * Only pieces written for the grade and for the finding; within a concern `do` waits until every `know` is understood, and
 * `master` until every `do` is. Nothing understood is given again; a piece still open on the client's shelf
 * keeps its place among the four and is not repeated. The piece on re-checks comes whenever a follow-up
 * exists (`hasFollowUp`, or a topic `recheck-why`); keeping well comes with the grade healthy.
 * The same input always gives the same list.
 */
export function chooseContent(input: {
  grade: Grade;
  topics: readonly ContentTopic[];
  already: readonly { content: string; state: AssignmentState }[];
  hasFollowUp?: boolean;
}): ContentChoice[] {
  const { grade, already } = input;
  const understood = new Set(already.filter((a) => a.state === "understood").map((a) => a.content));
  const open = new Set(already.filter((a) => openStates.includes(a.state)).map((a) => a.content));
  const ready = (piece: Piece, topic: string) =>
    contentFor(topic).every(
      (other) =>
        levelOrder[other.level] >= levelOrder[piece.level] ||
        !other.grades.includes(grade) ||
        understood.has(other.id),
    );

  const topics: ContentTopic[] = [...input.topics];
  if (input.hasFollowUp) topics.push({ topic: recheckTopic, severity: 0, rule: "follow-up" });
  if (grade === "healthy") topics.push({ topic: keepingTopic, severity: 0, rule: "grade-healthy" });

  const wanted = new Map<string, { piece: Piece; severity: number; reason: Set<string> }>();
  for (const { topic, severity, rule } of topics) {
    for (const piece of contentFor(topic)) {
      if (
        piece.notFor?.includes(rule) ||
        !piece.grades.includes(grade) ||
        understood.has(piece.id) ||
        !ready(piece, topic)
      )
        continue;
      const entry = wanted.get(piece.id) ?? { piece, severity, reason: new Set<string>() };
      entry.severity = Math.max(entry.severity, severity);
      entry.reason.add(rule);
      wanted.set(piece.id, entry);
    }
  }

  const ranked = [...wanted.values()].sort(
    (a, b) =>
      b.severity - a.severity ||
      levelOrder[a.piece.level] - levelOrder[b.piece.level] ||
      library.indexOf(a.piece) - library.indexOf(b.piece),
  );
  const always = ranked.filter(({ piece }) => piece.topic === recheckTopic);
  const others = ranked.filter(({ piece }) => piece.topic !== recheckTopic);
  return [...others.slice(0, piecesPerTurn - always.length), ...always]
    .filter(({ piece }) => !open.has(piece.id))
    .map(({ piece, reason }) => ({ content: piece.id, level: piece.level, reason: [...reason].sort() }));
}
