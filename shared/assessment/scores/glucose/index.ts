import { adaRiskTest } from "./ada-risk-test.ts";
import { cdrs } from "./cdrs.ts";
import { eag } from "./eag.ts";
import { findrisc } from "./findrisc.ts";
import { glycaemiaAda } from "./glycaemia-ada.ts";
import { glycaemiaWhoChina } from "./glycaemia-who-china.ts";
import { hba1cClass } from "./hba1c-class.ts";
import { homaIr } from "./homa.ts";
import { tyg } from "./tyg.ts";

/** Glucose and diabetes, in the order a physician reads them. */
export const glucose = [
  glycaemiaWhoChina,
  glycaemiaAda,
  hba1cClass,
  eag,
  homaIr,
  tyg,
  cdrs,
  findrisc,
  adaRiskTest,
] as const;
