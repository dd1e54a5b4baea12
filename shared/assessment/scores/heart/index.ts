import { chinaPar } from "./china-par.ts";
import { framinghamBmi, framinghamLipid } from "./framingham-2008.ts";
import { framinghamPoints } from "./framingham-points.ts";
import { hypertensionRisk } from "./hypertension-risk.ts";
import { pce2013 } from "./pce-2013.ts";
import { prevent } from "./prevent.ts";
import { prevent10, prevent30 } from "./prevent-exam.ts";
import { score2 } from "./score2.ts";
import { score2AsiaPacific } from "./score2-asia-pacific.ts";
import { score2Diabetes } from "./score2-diabetes.ts";
import { score2Op } from "./score2-op.ts";

/** Risk of the heart and the vessels, the one the client is told first. */
export const heart = [
  chinaPar,
  prevent10,
  prevent30,
  prevent,
  score2AsiaPacific,
  score2,
  score2Diabetes,
  score2Op,
  pce2013,
  framinghamLipid,
  framinghamBmi,
  framinghamPoints,
  hypertensionRisk,
] as const;
