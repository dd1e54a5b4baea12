import { bloodCount } from "./content/blood-count.ts";
import { bloodPressure } from "./content/blood-pressure.ts";
import { glycaemia } from "./content/glycaemia.ts";
import { keeping } from "./content/keeping.ts";
import { kidney } from "./content/kidney.ts";
import { lipids } from "./content/lipids.ts";
import { liver } from "./content/liver.ts";
import { recheck } from "./content/recheck.ts";
import { urate } from "./content/urate.ts";
import { weight } from "./content/weight.ts";
import type { Piece } from "./education.ts";

/** Every piece there is, in a fixed order: what equal claims are ordered by. */
export const library: readonly Piece[] = [
  ...bloodPressure,
  ...glycaemia,
  ...lipids,
  ...weight,
  ...urate,
  ...liver,
  ...kidney,
  ...bloodCount,
  ...keeping,
  ...recheck,
];

const byId = new Map(library.map((piece) => [piece.id, piece]));

/** The piece with this id, or undefined; ids of retired pieces stay in old assignments. */
export const contentById = (id: string): Piece | undefined => byId.get(id);

/** The pieces that serve a concern, its own first. */
export const contentFor = (topic: string): Piece[] => [
  ...library.filter((piece) => piece.topic === topic),
  ...library.filter((piece) => piece.topic !== topic && piece.alsoFor?.includes(topic)),
];
