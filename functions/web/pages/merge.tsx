import { type Client, isClientNumber, readClientNumber } from "../../../shared/clients/index.ts";
import { type Compared, compareFiles, mergeFiles, type Side, undoMerge } from "../../../shared/loop/index.ts";
import { Button, ButtonLink, ErrorSummary, Facts, Field, NameOf, Note } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import type { Text } from "../text/index.ts";
import { type StaffNames, staffNames } from "./client/staff-names.ts";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";

const pathOf = (number: string): string => `/clients/${number}/merge`;

const show = (call: PageCall) => pageOf(call, nothingToMend);

/** Two files side by side, counts only: which stays, which goes into it, and what speaks against it. */
async function pageOf(call: PageCall, mends: Mends) {
  const { ctx, t, frame, params, query, form } = call;
  staffAt(call.actor);
  const number = params["client"] ?? "";
  const typed = form.maybe("gone") ?? query.get("with") ?? undefined;
  const found = await compareFiles(ctx, number, typed).catch((error) => ({ error }));
  const refused = "error" in found ? mendsFor(t, found.error) : mends;
  const compared = "error" in found ? await compareFiles(ctx, number) : found;
  const staff = await staffNames(ctx, t);
  return (
    <Page {...frame} path={pathOf(number)} title={t("merge.title-of", { number })} current="clients">
      <div class="head">
        <div>
          <h1>{t("merge.title")}</h1>
          <p>{t("merge.sub")}</p>
        </div>
        <a class="btn" href={`/clients/${number}`}>
          {t("client.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={refused.all} />
      <div class="cols" data-cols="half">
        <FileCard call={call} side={compared.keep} staff={staff} word={t("merge.stays")} />
        {compared.gone ? (
          <FileCard call={call} side={compared.gone} staff={staff} word={t("merge.goes")} />
        ) : (
          <Alike t={t} compared={compared} number={number} typed={typed} mends={refused} />
        )}
      </div>
      {compared.gone ? (
        <Decide call={call} compared={compared} gone={compared.gone.client} mends={mends} />
      ) : null}
      <Merges t={t} compared={compared} />
    </Page>
  );
}

function FileCard(props: { call: PageCall; side: Side; staff: StaffNames; word: string }) {
  const { call, side, staff, word } = props;
  const { t, ctx } = call;
  const { client } = side;
  const documents = [client.document, ...(client.alsoDocuments ?? [])];
  return (
    <section class="card" aria-label={client.number}>
      <p class="k">{word}</p>
      <h2>
        <NameOf t={t} name={scriptsOf(client)} />
      </h2>
      <Facts
        facts={[
          [t("banner.number"), <a href={`/clients/${client.number}`}>{client.number}</a>],
          [t("enrol.sex"), sexAndAgeNow(t, ctx, client)],
          [t("clients.born"), client.birthDate],
          [t("merge.document"), t.list(documents.map(({ masked }) => masked))],
          [t("merge.phone"), client.contacts.phone],
          [t("clients.file"), t(`clients.state.${client.state}`)],
          [t("merge.manager"), staff.of(client.manager) ?? t("worklist.nobody")],
          [t("merge.exams"), side.exams.length ? t.list(side.exams.map((day) => t.date(day))) : "0"],
          [t("merge.signed"), String(side.signed)],
          [t("merge.open-follow-ups"), String(side.openFollowUps)],
          [t("merge.visits"), String(side.bookings)],
        ]}
      />
    </section>
  );
}

function Alike(props: {
  t: Text;
  compared: Compared;
  number: string;
  typed: string | undefined;
  mends: Mends;
}) {
  const { t, compared, number, typed, mends } = props;
  return (
    <section class="card" aria-labelledby="alike">
      <h2 id="alike">{t("merge.alike")}</h2>
      {compared.alike.length ? (
        <ul class="tasks">
          {compared.alike.map((one) => (
            <li class="line">
              <span>
                {one.name} <span class="sub">{`${one.number} · ${one.birthDate}`}</span>
              </span>
              <ButtonLink href={`${pathOf(number)}?with=${one.number}`} size="small">
                {t("merge.compare")}
              </ButtonLink>
            </li>
          ))}
        </ul>
      ) : (
        <p class="quiet">{t("merge.alike-none")}</p>
      )}
      <form method="get" action={pathOf(number)} class="form">
        <Field t={t} name="with" label={t("merge.number")} error={mends.of("with")}>
          {(wiring) => <input {...wiring} value={typed ?? ""} maxlength={20} autocomplete="off" />}
        </Field>
        <Button>{t("merge.compare")}</Button>
      </form>
    </section>
  );
}

function Decide(props: { call: PageCall; compared: Compared; gone: Client; mends: Mends }) {
  const { call, compared, gone, mends } = props;
  const { t, form } = call;
  const { number } = compared.keep.client;
  if (compared.obstacles.length)
    return (
      <Note kind="watch">
        <b>{t("merge.against")}</b>
        <ul class="lines">
          {compared.obstacles.map((why) => (
            <li>{t.pick(why)}</li>
          ))}
        </ul>
      </Note>
    );
  return (
    <section class="card narrow">
      <form method="post" action={pathOf(number)} class="form" data-guard>
        <input type="hidden" name="gone" value={gone.number} />
        <label class="tick">
          <input
            type="checkbox"
            name="samePerson"
            id="samePerson"
            value="yes"
            checked={form.has("samePerson")}
          />{" "}
          {t("merge.same")}
        </label>
        <Field t={t} name="reason" label={t("merge.reason")} error={mends.of("reason")}>
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {form.text("reason")}
            </textarea>
          )}
        </Field>
        <div class="row">
          <Button kind="main">{t("merge.do")}</Button>
          <ButtonLink href={`${pathOf(gone.number)}?with=${number}`}>{t("merge.swap")}</ButtonLink>
        </div>
      </form>
    </section>
  );
}

function Merges({ t, compared }: { t: Text; compared: Compared }) {
  const { merges, keep } = compared;
  if (!merges.length) return null;
  return (
    <section class="card" aria-labelledby="merges">
      <h2 id="merges">{t("merge.before")}</h2>
      <ul class="tasks">
        {merges.map((merge) => (
          <li>
            <b>{merge.gone}</b> · {t(`merge.state.${merge.state}`)} · {t.date(merge.startedAt)} ·{" "}
            {merge.by.name}
            <p class="small quiet">{merge.reason}</p>
            {merge.state === "merged" ? (
              <details>
                <summary>{t("merge.undo")}</summary>
                <form method="post" action={`${pathOf(keep.client.number)}/undo`} class="form">
                  <input type="hidden" name="merge" value={merge.id} />
                  <Field t={t} name="reason" id={`undo-${merge.id}`} label={t("merge.undo-why")}>
                    {(wiring) => <input {...wiring} maxlength={300} autocomplete="off" />}
                  </Field>
                  <Button>{t("merge.undo")}</Button>
                </form>
              </details>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

async function merge(call: PageCall) {
  const { ctx, t, form, params } = call;
  const number = params["client"] ?? "";
  const typed = form.text("gone");
  const gone = isClientNumber(typed) ? readClientNumber(typed) : typed;
  try {
    const said = { gone, reason: form.text("reason"), samePerson: form.has("samePerson") };
    const { state } = await mergeFiles(ctx, number, said);
    const text = t(state === "merged" ? "merge.done" : "merge.under-way", { gone, number });
    return see(pathOf(number), { text });
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
}

async function undo(call: PageCall) {
  const { ctx, t, form, params } = call;
  const number = params["client"] ?? "";
  try {
    const { gone } = await undoMerge(ctx, number, form.text("merge"), { reason: form.text("reason") });
    return see(pathOf(number), { text: t("merge.undone", { gone }) });
  } catch (error) {
    return pageOf(call, mendsFor(t, error));
  }
}

export const mergePages: PageRoute[] = [
  { method: "GET", path: "/clients/:client/merge", action: "client:merge", run: show },
  { method: "POST", path: "/clients/:client/merge", action: "client:merge", run: merge },
  { method: "POST", path: "/clients/:client/merge/undo", action: "client:merge", run: undo },
];
