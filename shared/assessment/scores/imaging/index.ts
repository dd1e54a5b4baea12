import { acrTiRads } from "./acr-ti-rads.ts";
import { biRads } from "./bi-rads.ts";
import { cLungRads } from "./c-lung-rads.ts";
import { cTiRads } from "./c-ti-rads.ts";
import { colonSurveillance } from "./colon-surveillance.ts";
import { fleischner } from "./fleischner.ts";
import { lungRads } from "./lung-rads.ts";

export const imaging = [
  cTiRads,
  acrTiRads,
  fleischner,
  cLungRads,
  lungRads,
  biRads,
  colonSurveillance,
] as const;
