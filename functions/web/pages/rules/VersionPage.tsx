import { mayEver } from "../../../../shared/access/index.ts";
import {
  describeCutOff,
  describeLimit,
  entriesOf,
  type RuleBook,
  type RuleVersion,
} from "../../../../shared/assessment/index.ts";
import {
  Button,
  ButtonLink,
  Dialog,
  ErrorSummary,
  Field,
  MarkedTable,
  Note,
} from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { TextField } from "../forms/controls.tsx";
import type { Mends } from "../forms/mends.ts";
import { address } from "./address.ts";
import { CommitteeOnly } from "./SignOff.tsx";

const dialogId = "sign";

/** A version: what changes, why, from when; a draft's own forms, the signature, the way back. */
export function VersionPage(props: { call: PageCall; book: RuleBook; version: RuleVersion; mends: Mends }) {
  const { call, book, version, mends } = props;
  const { t, frame, actor } = call;
  const { id, part, base, madeBy, madeAt, state } = version;
  const draft = state === "draft";
  const maySign = mayEver(actor, "rules:sign");
  const mayWithdraw = draft ? mayEver(actor, "rules:draft") : state === "signed" && maySign;
  return (
    <Page {...frame} path={address.version(id)} title={t("rules.version", { name: id })} current="rules">
      <div class="head">
        <div>
          <h1>{t("rules.version", { name: id })}</h1>
          <p>{t("rules.version-sub", { base, who: madeBy.name, when: t.moment(madeAt) })}</p>
        </div>
        {part === "rules" && mayEver(actor, "rules:compare") ? (
          <ButtonLink href={address.comparison(base, id)}>{t("rules.compare-with")}</ButtonLink>
        ) : null}
      </div>
      <Standing t={t} version={version} />
      <ErrorSummary t={t} errors={mends.all} />
      <div class="cols" data-cols="side">
        <section class="card" aria-labelledby="changes-title">
          <h2 id="changes-title">{t("rules.changes")}</h2>
          <p class="said">{version.why}</p>
          <Changes t={t} book={book} version={version} />
        </section>
        <div class="stack side">
          {draft && maySign ? <Signature t={t} version={version} asked={call.query.has("sign")} /> : null}
          {draft && !maySign ? (
            <section class="card">
              <CommitteeOnly t={t} />
            </section>
          ) : null}
          {draft && mayEver(actor, "rules:draft") ? (
            <EditForm call={call} version={version} mends={mends} />
          ) : null}
          {mayWithdraw ? <Withdraw t={t} id={id} mends={mends} /> : null}
        </div>
      </div>
    </Page>
  );
}

function Standing({ t, version }: { t: Text; version: RuleVersion }) {
  const { state, signedBy, signedAt, withdrawn, effectiveFrom } = version;
  if (withdrawn)
    return (
      <Note>
        <p>
          {t("rules.version-withdrawn", {
            name: withdrawn.by.name,
            when: t.moment(withdrawn.at),
            why: withdrawn.why,
          })}
        </p>
      </Note>
    );
  if (state === "signed" && signedBy && signedAt)
    return (
      <Note kind="good">
        <p>
          {t("rules.version-signed", {
            name: signedBy.name,
            when: t.moment(signedAt),
            day: t.fullDay(effectiveFrom),
          })}
        </p>
      </Note>
    );
  return (
    <Note>
      <p>{t("rules.version-draft")}</p>
    </Note>
  );
}

function Changes({ t, book, version }: { t: Text; book: RuleBook; version: RuleVersion }) {
  const entries = new Map(entriesOf(book, version.part, version.base).map((entry) => [entry.id, entry]));
  return (
    <MarkedTable
      caption={t("rules.changes")}
      kind="changes"
      columns={[{ head: t("rules.rule") }, { head: t("rules.is") }, { head: t("rules.was") }]}
      rows={version.changes.flatMap((change) => {
        const entry = entries.get(change.rule);
        const cutOff = entry?.cutOffs.find(({ path }) => path === change.path);
        if (!entry || !cutOff) return [];
        return {
          cells: [
            <a href={address.entry(version.id, change.rule)}>{t.pick(entry.name)}</a>,
            <b class="cut">{t.pick(describeCutOff(cutOff, change.limit))}</b>,
            t.pick(describeLimit(cutOff, cutOff.limit)),
          ],
        };
      })}
    />
  );
}

function Signature({ t, version, asked }: { t: Text; version: RuleVersion; asked: boolean }) {
  const { id, effectiveFrom, v } = version;
  return (
    <section class="card">
      <ButtonLink kind="main" icon="review" href={`${address.version(id)}?sign=1`} opens={dialogId}>
        {t("rules.sign")}
      </ButtonLink>
      <Dialog
        t={t}
        id={dialogId}
        title={t("rules.sign-title", { name: id })}
        action={`${address.version(id)}/sign`}
        act={t("rules.sign-now")}
        keep={t("rules.not-now")}
        open={asked}
      >
        <input type="hidden" name="seen" value={v} />
        <p>{t("rules.sign-does", { day: t.fullDay(effectiveFrom) })}</p>
      </Dialog>
    </section>
  );
}

function EditForm(props: { call: PageCall; version: RuleVersion; mends: Mends }) {
  const { call, version, mends } = props;
  const { t, form } = call;
  const value = (name: string) =>
    form.text(name) || (name === "effectiveFrom" ? version.effectiveFrom : version.why);
  return (
    <section class="card" aria-labelledby="edit-title">
      <h2 id="edit-title">{t("rules.edit")}</h2>
      <form method="post" action={address.version(version.id)} class="form" data-guard>
        <input type="hidden" name="seen" value={version.v} />
        <TextField form={{ t, mends, value }} name="effectiveFrom" type="date" label={t("rules.effective")} />
        <Field t={t} name="why" label={t("rules.why")} error={mends.of("why")}>
          {(wiring) => (
            <textarea {...wiring} rows={3} maxlength={500}>
              {value("why")}
            </textarea>
          )}
        </Field>
        <Button>{t("rules.edit-now")}</Button>
      </form>
    </section>
  );
}

function Withdraw({ t, id, mends }: { t: Text; id: string; mends: Mends }) {
  return (
    <section class="card">
      <details open={mends.of("withdraw-why") !== undefined}>
        <summary>{t("rules.withdraw")}</summary>
        <form method="post" action={`${address.version(id)}/withdraw`} class="form">
          <Field
            t={t}
            name="why"
            id="withdraw-why"
            label={t("rules.withdraw-why")}
            error={mends.of("withdraw-why")}
          >
            {(wiring) => <textarea {...wiring} rows={2} maxlength={500} />}
          </Field>
          <Button>{t("rules.withdraw-now")}</Button>
        </form>
      </details>
    </section>
  );
}
