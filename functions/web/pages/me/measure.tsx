import { localDate } from "../../../../shared/kernel/time.ts";
import { type ClientFile, openFile } from "../../../../shared/loop/index.ts";
import {
  logMeasurement,
  type MeasurementKind,
  measurementKinds,
} from "../../../../shared/monitoring/index.ts";
import { Chips, Note } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { numberKeyed } from "../forms/number-in.ts";
import { callToday, homeHigh, reaches, weekMean } from "./home-limits.ts";
import { LogForm } from "./LogForm.tsx";
import { ownNumber } from "./own.ts";
import { Readings } from "./Readings.tsx";

export const kinds = ["blood-pressure", "weight", "glucose", "waist"] as const;

const kindOf = ({ query, form }: PageCall): MeasurementKind => {
  const asked = form.text("kind") || query.get("kind");
  return kinds.find((kind) => kind === asked) ?? "blood-pressure";
};

/** One reading in, the series below. */
export async function showMeasure(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, actor, t, frame } = call;
  const kind = kindOf(call);
  const file = await openFile(ctx, ownNumber(actor));
  const readings = file.measurements.filter((one) => one.kind === kind);
  return (
    <ClientPage {...frame} path={`/me/measure?kind=${kind}`} title={t("me.measure")} current="client-plan">
      <div>
        <h1>{t("me.measure")}</h1>
        <p class="lead">{t(`me.how-${kind}`)}</p>
      </div>
      <Chips
        label={t("me.kinds")}
        items={kinds.map((one) => ({
          href: `/me/measure?kind=${one}`,
          word: t(`me.kind-${one}`),
          chosen: one === kind,
        }))}
      />
      <Advice t={t} file={file} now={ctx.now()} kind={kind} />
      <LogForm call={call} kind={kind} mends={mends} />
      <Readings t={t} kind={kind} readings={readings} zone={file.client.zone} />
    </ClientPage>
  );
}

/** What the newest readings mean, before any number. */
function Advice(props: { t: Text; file: ClientFile; now: string; kind: MeasurementKind }) {
  const { t, file, now, kind } = props;
  if (kind !== "blood-pressure") return null;
  const today = localDate(now, file.client.zone);
  const last = file.measurements.filter((one) => one.kind === kind).at(-1);
  const mean = weekMean(file.measurements, today);
  if (last && last.date === today && reaches(last, callToday))
    return (
      <Note kind="watch">
        <h2>{t("me.call-today")}</h2>
        <p>{t("me.call-today-text")}</p>
      </Note>
    );
  if (!mean) return null;
  const high = mean.SBP >= homeHigh.SBP || mean.DBP >= homeHigh.DBP;
  return (
    <Note kind={high ? "watch" : "good"}>
      <p>
        {t(high ? "me.week-high" : "me.week-fine")}{" "}
        {t("me.week-mean", { mean: `${mean.SBP}/${mean.DBP}`, n: mean.readings })}
      </p>
    </Note>
  );
}

export async function logReading(call: PageCall) {
  const { ctx, actor, t, form } = call;
  const kind = kindOf(call);
  const typed = measurementKinds[kind].flatMap((item) => {
    const text = form.maybe(item);
    return text === undefined ? [] : [[item, numberKeyed(text) ?? Number.NaN] as const];
  });
  try {
    const client = ownNumber(actor);
    const confirmed = form.has("confirmed");
    const reading = { client, kind, values: Object.fromEntries(typed), confirmed };
    await logMeasurement(ctx, reading, form.maybe("key"));
    return see(`/me/measure?kind=${kind}`, { text: t("me.logged") });
  } catch (error) {
    const problems = mendsFor(t, error).all.map(({ field, message }) => ({
      field: field?.replace(/^values\./, ""),
      message,
    }));
    return showMeasure(call, {
      all: problems,
      of: (item) => problems.find(({ field }) => field === item)?.message,
    });
  }
}
