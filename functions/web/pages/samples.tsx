import { mayEver } from "../../../shared/access/index.ts";
import { localDate } from "../../../shared/kernel/time.ts";
import {
  type Handover,
  handOver,
  handoversNow,
  readRecalls,
  samplesHere,
  takeOver,
} from "../../../shared/testing/index.ts";
import { Button, Empty, ErrorSummary, Field, NameOf, State } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type StaffNames, staffNames } from "./client/staff-names.ts";
import { scriptsOf } from "./clients/person.ts";
import { itemName } from "./exam-day/room-name.ts";
import { reasonText, tubeName } from "./exam-day/Samples.tsx";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

/** Samples to hand over, the day's lists with who gave and who took, and whom to ask back. */
async function show(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, actor } = call;
  staffAt(actor);
  const handles = mayEver(actor, "samples:work");
  const [recalls, here, lists, names] = await Promise.all([
    readRecalls(ctx),
    handles ? samplesHere(ctx) : [],
    handles ? handoversNow(ctx) : [],
    staffNames(ctx, t),
  ]);
  return (
    <Page {...frame} path="/samples" title={t("samples.title")} current="samples" style="day.css">
      <div class="head">
        <div>
          <h1>{t("samples.title")}</h1>
          <p>{t("samples.counts", { n: here.length, recalls: recalls.length })}</p>
        </div>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <section class="card" aria-labelledby="recalls">
        <h2 id="recalls">{t("samples.recalls")}</h2>
        {recalls.length ? (
          <p class="small quiet">{t("samples.recalls-hint")}</p>
        ) : (
          <p class="quiet">{t("samples.no-recalls")}</p>
        )}
        <ul class="tasks">
          {recalls.map(({ recall, client }) => (
            <li class="row spread">
              <div>
                <b>{client ? <NameOf t={t} name={scriptsOf(client)} /> : recall.client}</b>
                <span class="sub">
                  {reasonText(t, recall.reason)} · {t.moment(recall.at)} ·{" "}
                  {t.list(recall.items.map((item) => itemName(t, item)))}
                </span>
              </div>
              <a href={`/exams/${recall.client}/${recall.exam}`}>{t("samples.open")}</a>
            </li>
          ))}
        </ul>
      </section>
      {handles ? (
        <>
          <section class="card" aria-labelledby="here">
            <h2 id="here">{t("samples.here")}</h2>
            {here.length ? (
              <form method="post" action="/samples/hand-over" class="form">
                <ul class="tasks">
                  {here.map(({ label, tube, exam }) => (
                    <li>
                      <label>
                        <input type="checkbox" name="sample" value={label} checked />{" "}
                        <b class="num">{label}</b> {tubeName(t, tube)} ·{" "}
                        {t("floor.number", { n: exam.queue })}
                      </label>
                    </li>
                  ))}
                </ul>
                <Button kind="main">{t("samples.give")}</Button>
              </form>
            ) : (
              <Empty t={t} title={t("samples.none")} />
            )}
          </section>
          <section class="card" aria-labelledby="lists">
            <h2 id="lists">{t("samples.lists")}</h2>
            {lists.length ? null : <p class="quiet">{t("samples.no-lists")}</p>}
            <ul class="tasks">
              {lists.map((list) => (
                <List call={call} list={list} names={names} />
              ))}
            </ul>
          </section>
        </>
      ) : null}
    </Page>
  );
}

function List({
  call: { ctx, t, actor },
  list,
  names,
}: {
  call: PageCall;
  list: Handover;
  names: StaffNames;
}) {
  const today = list.date === localDate(ctx.now());
  const who = ({ by, at }: Handover["gave"]) => ({
    name: names.of(by) ?? by,
    time: today ? t.time(at) : t.moment(at),
  });
  return (
    <li>
      <b>{t("samples.n", { n: list.samples.length })}</b>
      <span class="sub">{t("samples.gave", who(list.gave))}</span>
      {list.took ? (
        <State is="ok" word={t("samples.took", who(list.took))} />
      ) : actor.id === list.gave.by ? null : (
        <form method="post" action="/samples/take" class="row">
          <input type="hidden" name="list" value={list.id} />
          <input type="hidden" name="date" value={list.date} />
          <Field t={t} name="count" id={`count-${list.id}`} label={t("samples.count")}>
            {(wiring) => <input {...wiring} type="number" min="0" max="999" />}
          </Field>
          <Button>{t("samples.take")}</Button>
        </form>
      )}
    </li>
  );
}

async function give(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const { samples } = await handOver(ctx, form.all("sample"));
    return see("/samples", { text: t("samples.given", { n: samples.length }) });
  } catch (error) {
    return show(call, mendsFor(t, error));
  }
}

async function take(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    const date = form.text("date") || localDate(ctx.now());
    await takeOver(ctx, date, form.text("list"), Math.trunc(Number(form.text("count"))));
    return see("/samples", { text: t("samples.taken") });
  } catch (error) {
    return show(call, mendsFor(t, error));
  }
}

export const samplesPages: PageRoute[] = [
  { method: "GET", path: "/samples", action: "samples:read", run: (call) => show(call) },
  { method: "POST", path: "/samples/hand-over", action: "samples:work", run: give },
  { method: "POST", path: "/samples/take", action: "samples:work", run: take },
];
