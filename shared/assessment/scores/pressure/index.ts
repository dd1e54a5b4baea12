import { abi } from "./abi.ts";
import { bpAccAha2017 } from "./bp-acc-aha-2017.ts";
import { bpChina2024 } from "./bp-china-2024.ts";
import { bpEsc2024 } from "./bp-esc-2024.ts";

/** Blood pressure, in the order a physician reads it. */
export const pressure = [bpChina2024, bpEsc2024, bpAccAha2017, abi] as const;
