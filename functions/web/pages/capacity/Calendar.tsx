import { mayEver } from "../../../../shared/access/index.ts";
import { addDays, localDate, type PlainDate } from "../../../../shared/kernel/time.ts";
import { type Overfull, type Resource, readCalendar } from "../../../../shared/testing/index.ts";
import { Button, Chips, ErrorSummary, Note } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Filled, TextField } from "../forms/controls.tsx";
import { type Mends, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";
import { rowsInForm } from "./hours.ts";

const hrefOf = (resource: string): string => `/capacity?resource=${resource}`;

/** The manager's calendar: each resource's week, the days that are otherwise, and where there are too many people. */
export async function showCapacity(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, form, query } = call;
  const may = mayEver(staffAt(call.actor), "calendar:change");
  const { resources, overfull } = await readCalendar(ctx);
  const asked = form.text("resource") || (query.get("resource") ?? "");
  const resource = resources.find(({ id }) => id === asked) ?? (resources[0] as Resource);
  return (
    <Page {...frame} path={hrefOf(resource.id)} title={t("cap.title")} current="capacity">
      <div class="head">
        <div>
          <h1>{t("cap.title")}</h1>
          <p>{t("cap.lead")}</p>
        </div>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <TooMany t={t} slots={overfull} resources={resources} />
      <Chips
        label={t("book.resource")}
        items={resources.map(({ id, name }) => ({
          href: hrefOf(id),
          word: t.pick(name),
          chosen: id === resource.id,
        }))}
      />
      <div class="cols" data-cols="side">
        <Week call={call} resource={resource} mends={mends} may={may} />
        <Days call={call} resource={resource} all={resources} mends={mends} may={may} />
      </div>
    </Page>
  );
}

function TooMany(props: { t: Text; slots: readonly Overfull[]; resources: readonly Resource[] }) {
  const { t, slots, resources } = props;
  if (!slots.length) return null;
  return (
    <Note kind="watch">
      <h2>{t("cap.over")}</h2>
      <ul class="tasks">
        {slots.map(({ date, time, resource, taken, over, capacity }) => (
          <li>
            <a href={`/today?date=${date}`}>
              {t.weekday(date)} {t.day(date)} {time}
            </a>
            <span class="sub">
              {t.pick(resources.find(({ id }) => id === resource)?.name ?? { en: resource, zh: resource })} ·{" "}
              {t("cap.over-by", { taken, capacity: capacity + over })}
            </span>
          </li>
        ))}
      </ul>
    </Note>
  );
}

const weekdays = [1, 2, 3, 4, 5, 6, 7];
/** A Monday, for the names of weekdays. */
const anyMonday = "2026-11-23";

interface Part {
  call: PageCall;
  resource: Resource;
  mends: Mends;
  may: boolean;
}

/** The ordinary week that is in force, and another one from a day on. */
function Week({ call, resource, mends, may }: Part) {
  const { t, form, ctx } = call;
  const today = localDate(ctx.now());
  const weeks = resource.weeks.filter((week, at) => week.from > today || !isReplaced(resource, at, today));
  const bands = weeks.at(-1)?.bands ?? [];
  const filled: Filled = { t, mends, value: (name) => form.text(name) };
  return (
    <section class="card" aria-labelledby="week">
      <h2 id="week">{t("cap.week")}</h2>
      {weeks.length ? null : <p>{t("cap.no-week")}</p>}
      {weeks.map((week) => (
        <>
          {week.from > today ? <h3>{t("cap.from", { day: t.fullDay(week.from) })}</h3> : null}
          <ul class="tasks">
            {week.bands.map((band) => (
              <li>
                {t.list(band.weekdays.map((day) => t.weekday(addDays(anyMonday, day - 1))))}
                <span class="sub">{t("cap.band", { ...band })}</span>
              </li>
            ))}
          </ul>
        </>
      ))}
      {may ? (
        <details open={mends.of("bands") !== undefined || undefined}>
          <summary>{t("cap.new-week")}</summary>
          <form method="post" action="/capacity/week" class="form" novalidate>
            <input type="hidden" name="resource" value={resource.id} />
            <TextField form={filled} name="from" type="date" label={t("cap.from-day")} />
            {rowsInForm.map((row) => (
              <fieldset class="field">
                <legend>{t("cap.hours", { n: row + 1 })}</legend>
                <div class="row">
                  {weekdays.map((day) => (
                    <label class="tickline">
                      <input
                        type="checkbox"
                        name={`days${row}`}
                        value={String(day)}
                        checked={bands[row]?.weekdays.includes(day)}
                      />{" "}
                      {t.weekday(addDays(anyMonday, day - 1))}
                    </label>
                  ))}
                </div>
                <HoursFields filled={filled} row={String(row)} values={bands[row]} />
              </fieldset>
            ))}
            <Button kind="main">{t("cap.save-week")}</Button>
          </form>
        </details>
      ) : null}
    </section>
  );
}

/** Whether a later week has taken the place of this one by a day. */
const isReplaced = ({ weeks }: Resource, at: number, today: PlainDate): boolean =>
  weeks.slice(at + 1).some(({ from }) => from <= today);

/** Starting times and places of one row of a form. */
function HoursFields(props: {
  filled: Filled;
  row: string;
  values?: { from: string; last: string; every: number; capacity: number } | undefined;
}) {
  const { filled, row, values } = props;
  const { t } = filled;
  const before: Record<string, string> = values
    ? {
        [`from${row}`]: values.from,
        [`last${row}`]: values.last,
        [`every${row}`]: String(values.every),
        [`places${row}`]: String(values.capacity),
      }
    : {};
  const form: Filled = { ...filled, value: (name) => filled.value(name) || (before[name] ?? "") };
  return (
    <>
      <div class="two">
        <TextField form={form} name={`from${row}`} label={t("cap.first")} maxlength={5} optional />
        <TextField form={form} name={`last${row}`} label={t("cap.last")} maxlength={5} optional />
      </div>
      <div class="two">
        <TextField
          form={form}
          name={`every${row}`}
          label={t("cap.every")}
          inputmode="numeric"
          maxlength={3}
          optional
        />
        <TextField
          form={form}
          name={`places${row}`}
          label={t("cap.places")}
          inputmode="numeric"
          maxlength={3}
          optional
        />
      </div>
    </>
  );
}

/** Days that are otherwise: holidays, other hours, fewer places. */
function Days({ call, resource, all, mends, may }: Part & { all: readonly Resource[] }) {
  const { t, form, ctx } = call;
  const today = localDate(ctx.now());
  const ahead = resource.days.filter(({ date }) => date >= today);
  const filled: Filled = { t, mends, value: (name) => form.text(name) };
  return (
    <section class="card" aria-labelledby="days">
      <h2 id="days">{t("cap.days")}</h2>
      {ahead.length ? (
        <ul class="tasks">
          {ahead.map(({ date, hours, why }) => (
            <li>
              {t.weekday(date)} {t.fullDay(date)}
              <span class="sub">
                {why} ·{" "}
                {hours.length ? t.list(hours.map((one) => t("cap.band", { ...one }))) : t("book.shut")}
              </span>
              {may ? (
                <form method="post" action="/capacity/usual">
                  <input type="hidden" name="resource" value={resource.id} />
                  <Button name="day" value={date} size="small">
                    {t("cap.usual")}
                  </Button>
                </form>
              ) : null}
            </li>
          ))}
        </ul>
      ) : (
        <p>{t("cap.no-days")}</p>
      )}
      {may ? (
        <form method="post" action="/capacity/days" class="form" novalidate>
          <h3>{t("cap.new-days")}</h3>
          <input type="hidden" name="resource" value={resource.id} />
          <input type="hidden" name="every-resource" value={inHouse(all)} />
          <div class="two">
            <TextField form={filled} name="first" type="date" label={t("cap.from-day")} />
            <TextField form={filled} name="until" type="date" label={t("cap.until-day")} optional />
          </div>
          <TextField form={filled} name="why" label={t("cap.why")} hint={t("cap.why-hint")} maxlength={60} />
          <fieldset class="field">
            <legend>{t("cap.otherwise")}</legend>
            <HoursFields filled={filled} row="-day" />
          </fieldset>
          <label class="tickline">
            <input type="checkbox" name="all" /> {t("cap.all")}
          </label>
          <Button kind="main">{t("cap.save-days")}</Button>
        </form>
      ) : null}
    </section>
  );
}

const inHouse = (all: readonly Resource[]): string =>
  all
    .filter(({ offSite }) => !offSite)
    .map(({ id }) => id)
    .join(",");
