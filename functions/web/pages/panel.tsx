import { mayEver, type Staff } from "../../../shared/access/index.ts";
import { handOverPanel, takeBackPanel } from "../../../shared/loop/index.ts";
import { comeBack, goAway, loadOf, standIns } from "../../../shared/monitoring/index.ts";
import { Button, ErrorSummary, Field, MarkedTable } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import type { Text } from "../text/index.ts";
import { staffNames } from "./client/staff-names.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

const show = (call: PageCall) => pageOf(call, nothingToMend);

/** Who has how much to do, who is away, and the hand-over of a panel for good. */
async function pageOf(call: PageCall, mends: Mends) {
  const { ctx, t, frame, actor, form } = call;
  const { centre, id } = staffAt(actor);
  const staff = await staffNames(ctx, t);
  const managers = staff.all.filter(({ roles }) => roles.includes("health-manager"));
  const [away, loads] = await Promise.all([
    standIns(ctx, centre),
    Promise.all(managers.map((one) => loadOf(ctx, centre, one.id))),
  ]);
  const handsOver = mayEver(actor, "panel:hand-over");
  const nameOf = (of: string) => staff.of(of) ?? of;
  return (
    <Page {...frame} path="/panel" title={t("panel.title")} current={handsOver ? "panels" : "worklist"}>
      <div class="head">
        <div>
          <h1>{t("panel.title")}</h1>
          <p>{t("panel.sub")}</p>
        </div>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <section class="card">
        <MarkedTable
          caption={t("panel.who")}
          columns={[
            { head: t("panel.who") },
            { head: t("panel.load"), figure: true },
            { head: t("panel.pressing"), figure: true },
          ]}
          rows={managers.map((one, at) => ({
            cells: [nameOf(one.id), t.number(loads[at]?.open ?? 0), t.number(loads[at]?.pressing ?? 0)],
          }))}
        />
      </section>
      <div class="cols" data-cols="half">
        <section class="card" aria-labelledby="away">
          <h2 id="away">{t("panel.away")}</h2>
          {away.length ? (
            <ul class="tasks">
              {away.map((one) => (
                <li class="line">
                  <span>
                    {t("panel.away-row", {
                      name: nameOf(one.manager),
                      standIn: nameOf(one.standIn),
                      from: t.date(one.from),
                      until: t.date(one.until),
                    })}
                  </span>
                  {handsOver || one.manager === id ? (
                    <form method="post" action="/panel/back">
                      <input type="hidden" name="manager" value={one.manager} />
                      <Button size="small">{t("panel.back")}</Button>
                    </form>
                  ) : null}
                </li>
              ))}
            </ul>
          ) : (
            <p class="quiet">{t("panel.away-none")}</p>
          )}
          <form method="post" action="/panel/away" class="form">
            {handsOver ? (
              <Pick t={t} name="manager" label={t("panel.manager")} of={managers} call={call} mends={mends} />
            ) : (
              <input type="hidden" name="manager" value={id} />
            )}
            <Pick
              t={t}
              name="standIn"
              label={t("panel.stand-in")}
              of={handsOver ? managers : managers.filter((one) => one.id !== id)}
              call={call}
              mends={mends}
            />
            <div class="cols" data-cols="half">
              {(["from", "until"] as const).map((name) => (
                <Field t={t} name={name} label={t(`panel.${name}`)} error={mends.of(name)}>
                  {(wiring) => <input {...wiring} type="date" value={form.text(name)} />}
                </Field>
              ))}
            </div>
            <Button>{t("panel.go")}</Button>
          </form>
        </section>
        {handsOver ? (
          <section class="card" aria-labelledby="hand-over">
            <h2 id="hand-over">{t("panel.hand-over")}</h2>
            <p class="small quiet">{t("panel.hand-over-hint")}</p>
            <form method="post" action="/panel/hand-over" class="form">
              <Pick t={t} name="of" label={t("panel.of")} of={managers} call={call} mends={mends} nobody />
              <Pick t={t} name="to" label={t("panel.to")} of={managers} call={call} mends={mends} />
              <Button>{t("panel.hand-over-do")}</Button>
            </form>
          </section>
        ) : null}
      </div>
    </Page>
  );
}

function Pick(props: {
  t: Text;
  name: string;
  label: string;
  of: readonly Staff[];
  call: PageCall;
  mends: Mends;
  nobody?: boolean;
}) {
  const { t, name, label, of, call, mends } = props;
  return (
    <Field t={t} name={name} label={label} error={mends.of(name)}>
      {(wiring) => (
        <select {...wiring}>
          {of.map((one) => (
            <option value={one.id} selected={call.form.text(name) === one.id}>
              {t.language === "en" ? (one.nameLatin ?? one.name) : one.name}
            </option>
          ))}
          {props.nobody ? <option value="none">{t("panel.nobodys")}</option> : null}
        </select>
      )}
    </Field>
  );
}

const act = (run: (call: PageCall) => Promise<Parameters<typeof see>[1]>) => async (call: PageCall) => {
  staffAt(call.actor);
  try {
    return see("/panel", await run(call));
  } catch (error) {
    return pageOf(call, mendsFor(call.t, error));
  }
};

const away = act(async ({ ctx, t, form }) => {
  const said = (name: string) => form.text(name);
  const made = await goAway(ctx, {
    manager: said("manager"),
    standIn: said("standIn"),
    from: said("from"),
    until: said("until"),
  });
  const staff = await staffNames(ctx, t);
  const text = t("panel.gone", { name: staff.of(made.manager) ?? "", standIn: staff.of(made.standIn) ?? "" });
  return { text, undo: { action: "/panel/back", fields: { manager: made.manager } } };
});

const back = act(async ({ ctx, t, form }) => {
  await comeBack(ctx, form.text("manager"));
  const staff = await staffNames(ctx, t);
  return { text: t("panel.came-back", { name: staff.of(form.text("manager")) ?? "" }) };
});

const handOver = act(async ({ ctx, t, form }) => {
  const { id, clients, to } = await handOverPanel(
    ctx,
    form.text("of").replace(/^none$/, ""),
    form.text("to"),
  );
  const staff = await staffNames(ctx, t);
  const text = t("panel.handed-over", { n: clients.length, name: staff.of(to) ?? to });
  return { text, undo: { action: "/panel/take-back", fields: { id } } };
});

const takeBack = act(async ({ ctx, t, form }) => ({
  text: t("panel.taken-back", { n: await takeBackPanel(ctx, form.text("id")) }),
}));

export const panelPages: PageRoute[] = [
  { method: "GET", path: "/panel", action: "panel:plan", run: show },
  { method: "POST", path: "/panel/away", action: "panel:plan", run: away },
  { method: "POST", path: "/panel/back", action: "panel:plan", run: back },
  { method: "POST", path: "/panel/hand-over", action: "panel:hand-over", run: handOver },
  { method: "POST", path: "/panel/take-back", action: "panel:hand-over", run: takeBack },
];
