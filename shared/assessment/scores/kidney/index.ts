import { egfr } from "./egfr.ts";
import { kdigo, kdigoStage } from "./kdigo-risk.ts";

/** The kidneys, in the order a physician reads them. */
export const kidney = [egfr, kdigo, kdigoStage] as const;
