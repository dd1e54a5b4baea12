import { decodeTime, encodeTime } from "ulid";
import { tailShards } from "../../shared/data/table.ts";
import { addDays } from "../../shared/kernel/time.ts";

/** What is kept of a cursor between two runs. */
export interface KeptCursor {
  /** Every slice up to this day was looked into. */
  day: string;
  /** The highest id handed on, by slice (`<day>#<shard>`). */
  upTo: Record<string, string>;
}

/** How far the log has been followed, slice by slice. */
export interface Cursor {
  /** Where a look into a slice begins: the overlap before its highest id, since an id may be committed late. */
  from(slice: string): string | undefined;
  isNew(slice: string, id: string): boolean;
  took(slice: string, id: string): void;
  /** The slices a sweep on this day has to look into. */
  slicesUntil(day: string): string[];
  /** They were looked into; what is older than the day before is forgotten. */
  sweptUntil(day: string): void;
  keep(): KeptCursor;
}

export function cursorFrom(kept: KeptCursor, overlapMs: number): Cursor {
  const cursor = structuredClone(kept);
  const taken = new Map<string, Set<string>>();
  const from = (slice: string): string | undefined => {
    const highest = cursor.upTo[slice];
    return highest && `w#${encodeTime(Math.max(0, decodeTime(highest.slice(2)) - overlapMs), 10)}`;
  };
  return {
    from,
    isNew: (slice, id) => !taken.get(slice)?.has(id),
    took(slice, id) {
      const known = taken.get(slice) ?? new Set();
      taken.set(slice, known.add(id));
      const highest = cursor.upTo[slice];
      if (highest && highest >= id) return;
      cursor.upTo[slice] = id;
      const window = from(slice) ?? "";
      for (const old of known) if (old < window) known.delete(old);
    },
    slicesUntil(day) {
      const slices: string[] = [];
      for (let at = addDays(cursor.day, -1); at <= day; at = addDays(at, 1))
        for (let shard = 0; shard < tailShards; shard++) slices.push(`${at}#${shard}`);
      return slices;
    },
    sweptUntil(day) {
      cursor.day = day;
      const oldest = addDays(day, -1);
      for (const slice of Object.keys(cursor.upTo)) {
        if (slice >= oldest) continue;
        delete cursor.upTo[slice];
        taken.delete(slice);
      }
    },
    keep: () => cursor,
  };
}
