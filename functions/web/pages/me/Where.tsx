import type { ClientFile } from "../../../../shared/loop/index.ts";
import { isOpen } from "../../../../shared/monitoring/index.ts";
import { Loop } from "../../charts/index.ts";
import { Steps } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { loopOf } from "../client/loop-of.ts";

/** How far a report has come, told like a parcel. */
export function Parcel({ t, at, date }: { t: Text; at: number; date: string }) {
  const steps = (["booked", "checked-in", "at-lab", "reviewed", "released"] as const).map((step) =>
    t(`step.${step}`),
  );
  return (
    <section class="card" aria-labelledby="parcel">
      <h2 id="parcel">{t("me.parcel", { day: t.day(date) })}</h2>
      <Steps steps={steps} at={at} label={t("me.parcel", { day: t.day(date) })} />
      <p class="small quiet">{t(at === 0 ? "me.parcel-booked" : "me.parcel-told")}</p>
    </section>
  );
}

/** Where she stands in the loop, drawn small and said in words. */
export function Where({ t, file, now }: { t: Text; file: ClientFile; now: string }) {
  const loop = loopOf(t, file, now);
  const next = file.followUps
    .filter(isOpen)
    .map(({ due, booking }) => booking?.date ?? due)
    .sort()[0];
  return (
    <section class="card where" aria-labelledby="turn">
      <Loop t={t} loop={loop} size="small" />
      <div>
        <h2 id="turn">{t("me.turn", { n: loop.turn, stage: t(`loop.${loop.at}`) })}</h2>
        <p class="small quiet">
          {loop.note.charAt(0).toUpperCase() + loop.note.slice(1)}
          {t.language === "zh" ? "。" : ". "}
          {next ? (
            <>
              {t("me.next-recheck")} <b class="nowrap">{t.fullDay(next)}</b>
            </>
          ) : (
            t("me.no-recheck")
          )}
        </p>
      </div>
    </section>
  );
}
