import {
  catalogueItem,
  offSiteIn,
  offSiteItems,
  packageById,
  packages,
  planTeamDay,
  rooms,
} from "../../../../shared/testing/index.ts";
import { Button, Chips, Choices, ErrorSummary } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import { Key } from "../forms/Key.tsx";
import { type Mends, mendsFor, mends as mendsOf, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";

const usual: Readonly<Record<string, string>> = { first: "08:00", last: "10:00", every: "30", capacity: "8" };
const path = "/team-days/new";

/** Planning a day at a company: links choose the package and the vehicle, the form ticks what is done there. */
export async function showPlan(call: PageCall, mends: Mends = nothingToMend) {
  const { t, frame, form, query } = call;
  staffAt(call.actor);
  const sent = form.names().length > 0;
  const bundle = packageById(form.text("package") || (query.get("package") ?? "")) ?? packages[0];
  const vehicle = (sent ? form.text("vehicle") : query.get("vehicle")) === "yes";
  const possible = offSiteItems(bundle?.items ?? [], vehicle);
  const left = (bundle?.items ?? []).filter((code) => !possible.includes(code));
  const filled: Filled = { t, mends, value: (name) => (sent ? form.text(name) : (usual[name] ?? "")) };
  const ticked = sent ? form.all("items") : possible;
  const hrefOf = (level: string | undefined, comes: boolean) =>
    `${path}?package=${level ?? ""}${comes ? "&vehicle=yes" : ""}`;
  return (
    <Page {...frame} path={hrefOf(bundle?.id, vehicle)} title={t("team.plan")} current="team-days">
      <div class="head">
        <div>
          <h1>{t("team.plan")}</h1>
          <p>{t("team.plan-sub")}</p>
        </div>
        <a class="btn" href="/team-days">
          {t("team.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <div class="row">
        <Chips
          label={t("team.package")}
          items={packages.map(({ id, name }) => ({
            href: hrefOf(id, vehicle),
            word: t.pick(name),
            chosen: id === bundle?.id,
          }))}
        />
        <Chips
          label={t("team.vehicle")}
          items={[
            { href: hrefOf(bundle?.id, false), word: t("team.vehicle-no"), chosen: !vehicle },
            { href: hrefOf(bundle?.id, true), word: t("team.vehicle-yes"), chosen: vehicle },
          ]}
        />
      </div>
      <form method="post" action={path} class="cols" data-cols="side" novalidate data-guard>
        <section class="card" aria-labelledby="items">
          <h2 id="items">{t("team.items")}</h2>
          {byRoom(possible).map(([room, codes]) => (
            <Choices
              legend={roomName(t, room)}
              hint={offSiteIn(room) === "vehicle" ? t("team.by-vehicle") : undefined}
              name="items"
              kind="checkbox"
              options={codes.map((code) => ({
                value: code,
                label: itemName(t, code),
                checked: ticked.includes(code),
              }))}
            />
          ))}
          {left.length ? (
            <details>
              <summary>{t("team.left-out", { n: left.length })}</summary>
              <p class="small quiet">{t("team.left-out-why")}</p>
              <p class="small">{t.list(left.map((code) => itemName(t, code)))}</p>
            </details>
          ) : null}
        </section>
        <section class="card" aria-labelledby="where">
          <h2 id="where">{t("team.where")}</h2>
          <div class="form">
            <Key call={call} />
            <input type="hidden" name="package" value={bundle?.id ?? ""} />
            <input type="hidden" name="vehicle" value={vehicle ? "yes" : ""} />
            <TextField form={filled} name="company" label={t("team.company")} maxlength={80} />
            <TextField form={filled} name="account" label={t("team.account")} maxlength={40} />
            <TextField form={filled} name="address" label={t("team.address")} maxlength={200} />
            <TextField form={filled} name="date" type="date" label={t("team.date")} />
            <div class="two">
              <TextField form={filled} name="first" label={t("team.first")} maxlength={5} />
              <TextField form={filled} name="last" label={t("team.last")} maxlength={5} />
            </div>
            <div class="two">
              <SelectField
                form={filled}
                name="every"
                label={t("team.every")}
                options={["15", "20", "30", "60"].map((value) => ({
                  value,
                  label: t("appt.minutes", { n: value }),
                }))}
              />
              <TextField
                form={filled}
                name="capacity"
                label={t("team.capacity")}
                inputmode="numeric"
                maxlength={3}
              />
            </div>
            <Button kind="main">{t("team.do-plan")}</Button>
          </div>
        </section>
      </form>
    </Page>
  );
}

const itemName = (t: Text, code: string): string =>
  t.pick(catalogueItem(code)?.name ?? { en: code, zh: code });

export const roomName = (t: Text, room: string): string => t.pick(rooms[room] ?? { en: room, zh: room });

function byRoom(codes: readonly string[]): [string, string[]][] {
  const found = new Map<string, string[]>();
  for (const code of codes) {
    const room = catalogueItem(code)?.room ?? "";
    found.set(room, [...(found.get(room) ?? []), code]);
  }
  return [...found];
}

const timeIn = (text: string): string => (/^\d:/.test(text) ? `0${text}` : text).replace("：", ":");

/** Where a refused part of the plan was typed. */
const typed: Readonly<Record<string, string>> = {
  "hours.from": "first",
  "hours.last": "last",
  "hours.every": "every",
  "hours.capacity": "capacity",
  hours: "last",
};

export async function sendPlan(call: PageCall) {
  const { ctx, t, form } = call;
  staffAt(call.actor);
  try {
    const day = await planTeamDay(
      ctx,
      {
        date: form.text("date"),
        account: form.text("account"),
        company: form.text("company"),
        address: form.text("address"),
        package: form.text("package"),
        items: form.all("items"),
        vehicle: form.text("vehicle") === "yes",
        hours: {
          from: timeIn(form.text("first")),
          last: timeIn(form.text("last")),
          every: Number(form.text("every") || Number.NaN),
          capacity: Number(form.text("capacity") || Number.NaN),
        },
      },
      form.text("key"),
    );
    return see(`/team-days/${day.id}`, { text: t("team.planned", { day: t.longDay(day.date) }) });
  } catch (error) {
    const refused = mendsFor(t, error).all.map(({ field = "", message }) => ({
      field: typed[field] ?? field,
      message,
    }));
    return showPlan(call, mendsOf(t, [...new Map(refused.map((one) => [one.field, one])).values()]));
  }
}
