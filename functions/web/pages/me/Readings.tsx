import { unitText } from "../../../../shared/assessment/index.ts";
import {
  type Measurement,
  type MeasurementKind,
  measurementKinds,
} from "../../../../shared/monitoring/index.ts";
import { catalogueItem } from "../../../../shared/testing/index.ts";
import { TrendChart, type TrendPoint } from "../../charts/index.ts";
import { Flag, type FlagCode } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { homeHigh, reaches, valueIn } from "./home-limits.ts";

const drawn = 30;
const listed = 10;

/** The series as a line and the last readings as a list. */
export function Readings(props: {
  t: Text;
  kind: MeasurementKind;
  readings: readonly Measurement[];
  zone: string;
}) {
  const { t, kind, readings } = props;
  const [first = "", second]: readonly string[] = measurementKinds[kind];
  if (!readings.length) return null;
  const pressure = kind === "blood-pressure";
  const points = (item: string): TrendPoint[] =>
    readings.slice(-drawn).flatMap((reading) => {
      const value = valueIn(reading, item);
      const limit = item === "SBP" ? homeHigh.SBP : item === "DBP" ? homeHigh.DBP : Number.POSITIVE_INFINITY;
      const flag: FlagCode = value !== undefined && value >= limit ? "H" : "N";
      const source = t(reading.device ? "me.by-device" : "me.by-hand");
      return value === undefined ? [] : [{ at: reading.date, value, flag, source }];
    });
  return (
    <>
      <section class="card">
        <TrendChart
          t={t}
          trend={{
            id: "series",
            name: t(`me.kind-${kind}`),
            unit: unitText(catalogueItem(first)?.unit ?? ""),
            points: points(first),
            band: pressure ? { high: homeHigh.SBP, word: t("me.home-band") } : undefined,
            second: second ? { name: t("me.field-DBP"), points: points(second) } : undefined,
          }}
        />
      </section>
      <section class="card" aria-labelledby="latest">
        <h2 id="latest">{t("me.latest")}</h2>
        <ul class="tasks">
          {readings
            .slice(-listed)
            .reverse()
            .map((reading) => (
              <li class="line">
                <span>
                  <b class="num">{reading.values.map(({ value }) => t.number(value)).join("/")}</b>
                  <span class="sub">
                    {t.moment(reading.at)}
                    {reading.unusual ? ` · ${t("me.was-confirmed")}` : ""}
                  </span>
                </span>
                {pressure && reaches(reading, homeHigh) ? (
                  <Flag t={t} flag="H" word={t("me.over-home")} />
                ) : pressure ? (
                  <span class="small quiet">{t("me.under-home")}</span>
                ) : null}
              </li>
            ))}
        </ul>
      </section>
    </>
  );
}
