import { apri } from "./apri.ts";
import { fattyLiverIndex } from "./fatty-liver-index.ts";
import { fib4 } from "./fib4.ts";
import { nafldFs } from "./nafld-fs.ts";

/** The liver, in the order a physician reads it. */
export const liver = [fib4, nafldFs, fattyLiverIndex, apri] as const;
