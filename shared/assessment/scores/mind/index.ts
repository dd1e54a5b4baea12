import { audit } from "./audit.ts";
import { auditC } from "./audit-c.ts";
import { ftnd } from "./ftnd.ts";
import { gad7 } from "./gad-7.ts";
import { gds15 } from "./gds-15.ts";
import { ipaqSf } from "./ipaq-sf.ts";
import { ipss } from "./ipss.ts";
import { isi } from "./isi.ts";
import { metMinutes } from "./met-minutes.ts";
import { phq9 } from "./phq-9.ts";
import { stopBang } from "./stop-bang.ts";
import { who5 } from "./who-5.ts";

/** Mood, sleep and habits, in the order a physician reads them. */
export const mind = [
  phq9,
  gad7,
  gds15,
  who5,
  isi,
  stopBang,
  auditC,
  audit,
  ftnd,
  ipaqSf,
  metMinutes,
  ipss,
] as const;
