import { contextFor, type Home } from "../../shared/kernel/home.ts";
import type { Job } from "../../shared/kernel/ports.ts";
import {
  advanceBooking,
  advanceWait,
  continueMerge,
  offerPlaces,
  settleMessage,
} from "../../shared/loop/index.ts";
import { advanceCase, advanceFollowUps } from "../../shared/monitoring/index.ts";

/** The sender: does what the sweep found due. Every job may come twice and changes nothing the second time. */
export function create(home: Home): { handle(job: Job): Promise<void> } {
  const actor = { kind: "job", id: "reminders", name: "reminders", centre: "" } as const;
  const ways = { channels: home.channels, publicUrl: home.publicUrl };
  return {
    async handle(job) {
      const ctx = contextFor(home, actor, "send");
      switch (job.kind) {
        case "remind":
          await advanceFollowUps(ctx, ways, job.client);
          return;
        case "booking":
          await advanceBooking(ctx, ways, job);
          return;
        case "wait":
          await advanceWait(ctx, job);
          return;
        case "freed":
          await offerPlaces(ctx, job, job.id);
          return;
        case "settle":
          await settleMessage(ctx, ways, job);
          return;
        case "case":
          await advanceCase(ctx, job.client, job.case);
          return;
        case "merge":
          await continueMerge(ctx, job.client, job.merge);
          return;
        case "import":
          throw new Error("imports have a function of their own");
      }
    },
  };
}
