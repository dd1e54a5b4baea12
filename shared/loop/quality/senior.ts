import { type Rank, ranks } from "../../kernel/context.ts";

/** Whether a title is a senior one (副主任医师 or above). */
export const ranksHighEnough = (rank: Rank | undefined): boolean =>
  rank !== undefined && ranks.indexOf(rank) >= ranks.indexOf("associate-chief");
