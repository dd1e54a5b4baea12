import { assessmentOf, countersignAssessment } from "../../shared/assessment/index.ts";
import { releaseReport } from "../../shared/loop/index.ts";
import type { World } from "./world.ts";

/** Signs second, as another physician, where the rules ask for it; then the first one releases. */
export async function releasedByTwo(w: World, number: string, date: string, version = 1): Promise<void> {
  const kept = await assessmentOf(w.ctx(w.as.physician), number, date, version);
  if (kept?.second && !kept.second.by)
    await countersignAssessment(w.ctx(w.as.otherPhysician), number, date, version);
  await releaseReport(w.ctx(w.as.physician), number, date, version);
}
