import {
  type BookPart,
  compareRuleSets,
  draftVersion,
  type Edition,
  type RuleBook,
  type RuleVersion,
  readRules,
  redraftVersion,
  revokeSignOff,
  type SheetRow,
  sheetOf,
  signOffRule,
  signVersion,
  withdrawVersion,
} from "../../../shared/assessment/index.ts";
import { InvalidInput, NotFound } from "../../../shared/kernel/errors.ts";
import { localDate } from "../../../shared/kernel/time.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { address } from "./rules/address.ts";
import { ComparePage } from "./rules/ComparePage.tsx";
import { asField, asTyped, changesIn } from "./rules/changes-in.ts";
import { Editions } from "./rules/Editions.tsx";
import { EntryPage, type Refused } from "./rules/EntryPage.tsx";
import { Parts } from "./rules/Parts.tsx";
import { filterIn, Sheet } from "./rules/Sheet.tsx";
import { VersionPage } from "./rules/VersionPage.tsx";

const listOf = (part: BookPart) => async (call: PageCall) => {
  const { ctx, t, frame, query, actor } = call;
  const book = await readRules(ctx);
  const today = localDate(ctx.now());
  const inForce = book.editionFor(part, today);
  const edition = book.editionCalled(query.get("set") ?? inForce.id);
  if (edition?.part !== part) throw new NotFound();
  const rows = sheetOf(book, edition);
  const current = edition.id === inForce.id ? rows : sheetOf(book, inForce);
  const counts = {
    name: inForce.id,
    n: current.length,
    m: current.filter(({ status }) => status === "needs sign-off").length,
  };
  const title = t(part === "rules" ? "rules.title" : "rules.important");
  return (
    <Page {...frame} title={title} current="rules">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{t(part === "rules" ? "rules.sub" : "rules.important-sub", counts)}</p>
        </div>
      </div>
      <Parts t={t} actor={actor} at={part} />
      <section class="card" aria-labelledby="editions-title">
        <h2 id="editions-title">{t("rules.editions")}</h2>
        <Editions t={t} book={book} part={part} today={today} shown={edition.id} />
      </section>
      {edition.id === inForce.id ? null : <p>{t("rules.shown", { name: edition.id })}</p>}
      <Sheet
        t={t}
        edition={edition}
        rows={rows}
        made={new Set(book.versions.map(({ id }) => id))}
        show={filterIn(query)}
      />
    </Page>
  );
};

interface Found {
  book: RuleBook;
  edition: Edition;
  row: SheetRow;
}

async function entryIn({ ctx, params }: PageCall): Promise<Found> {
  const book = await readRules(ctx);
  const edition = book.editionCalled(params["set"] ?? "");
  const row = edition && sheetOf(book, edition).find(({ id }) => id === params["rule"]);
  if (!edition || !row) throw new NotFound();
  return { book, edition, row };
}

const entry = (call: PageCall) => entryPage(call);

const entryPage = async (call: PageCall, refused?: Refused) => (
  <EntryPage call={call} {...(await entryIn(call))} refused={refused} />
);

async function signOff(call: PageCall) {
  const { ctx, t, form } = call;
  const { edition, row } = await entryIn(call);
  try {
    await signOffRule(ctx, edition.id, row.id, { note: form.text("note") });
  } catch (error) {
    return entryPage(call, { form: "sign-off", mends: mendsFor(t, error) });
  }
  return see(address.entry(edition.id, row.id), { text: t("rules.signed-off", { rule: t.pick(row.name) }) });
}

async function revoke(call: PageCall) {
  const { ctx, t, form } = call;
  const { edition, row } = await entryIn(call);
  try {
    await revokeSignOff(ctx, edition.id, row.id, { why: form.text("why") });
  } catch (error) {
    return entryPage(call, { form: "sign-off", mends: mendsFor(t, asField(error, "why", "revoke-why")) });
  }
  return see(address.entry(edition.id, row.id), { text: t("rules.revoked", { rule: t.pick(row.name) }) });
}

/** Another number: into the draft that is shown or chosen, else into a new one. */
async function change(call: PageCall) {
  const { ctx, t, form } = call;
  const found = await entryIn(call);
  const { book, edition, row } = found;
  const into = edition.version?.state === "draft" ? edition.id : form.text("into");
  const draft = book.versions.find(({ id, state }) => id === into && state === "draft");
  const base = draft?.base ?? edition.id;
  let changes: RuleVersion["changes"] = [];
  try {
    const others = (draft?.changes ?? []).filter(({ rule }) => rule !== row.id);
    changes = [...changesIn(form, book, { part: edition.part, base }, row.id), ...others];
    if (!changes.length) throw nothingDiffers(t("rules.nothing-changed"), row);
    if (draft) {
      const { id, effectiveFrom, why, v } = draft;
      await redraftVersion(ctx, id, { effectiveFrom, why, changes, seen: v });
      return see(address.version(id), { text: t("rules.redrafted", { name: id }) });
    }
    const wanted = { part: edition.part, base, changes, effectiveFrom: form.text("effectiveFrom") };
    const { id } = await draftVersion(ctx, { ...wanted, why: form.text("why") }, form.maybe("key"));
    return see(address.version(id), { text: t("rules.drafted", { name: id }) });
  } catch (error) {
    return entryPage(call, { form: "change", mends: mendsFor(t, asTyped(error, changes)) });
  }
}

const nothingDiffers = (sentence: string, row: SheetRow) =>
  new InvalidInput([{ field: row.cutOffs[0]?.path ?? "changes", message: { en: sentence, zh: sentence } }]);

const version = (call: PageCall) => versionPage(call, nothingToMend);

async function versionPage(call: PageCall, mends: Mends) {
  const book = await readRules(call.ctx);
  const found = book.versions.find(({ id }) => id === call.params["version"]);
  if (!found) throw new NotFound();
  return <VersionPage call={call} book={book} version={found} mends={mends} />;
}

async function edit(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["version"] ?? "";
  const found = (await readRules(ctx)).versions.find((one) => one.id === id);
  if (!found) throw new NotFound();
  try {
    await redraftVersion(ctx, id, {
      effectiveFrom: form.text("effectiveFrom"),
      why: form.text("why"),
      changes: found.changes,
      seen: Number(form.text("seen")) || found.v,
    });
  } catch (error) {
    return versionPage(call, mendsFor(t, error));
  }
  return see(address.version(id), { text: t("rules.redrafted", { name: id }) });
}

async function sign(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["version"] ?? "";
  try {
    await signVersion(ctx, id, form.has("seen") ? { seen: Number(form.text("seen")) } : {});
  } catch (error) {
    return versionPage(call, mendsFor(t, error));
  }
  return see(address.version(id), { text: t("rules.version-signed-toast", { name: id }) });
}

async function withdraw(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["version"] ?? "";
  try {
    await withdrawVersion(ctx, id, { why: form.text("why") });
  } catch (error) {
    return versionPage(call, mendsFor(t, asField(error, "why", "withdraw-why")));
  }
  return see(address.version(id), { text: t("rules.withdrawn", { name: id }) });
}

/** Without a choice: what is in force, and the newest edition there is. */
async function compare(call: PageCall) {
  const { ctx, query } = call;
  const book = await readRules(ctx);
  const inForce = book.editionFor("rules", localDate(ctx.now())).id;
  const newest = book.editions("rules").find(({ version }) => version?.state !== "withdrawn")?.id ?? inForce;
  const chosen = { from: query.get("from") ?? inForce, to: query.get("to") ?? newest };
  const cursor = query.get("cursor");
  const said =
    chosen.from === chosen.to
      ? undefined
      : await compareRuleSets(ctx, { ...chosen, ...(cursor ? { cursor } : {}) });
  return <ComparePage call={call} book={book} chosen={chosen} said={said} />;
}

const versionPath = "/settings/rules/versions/:version";
const entryPath = "/settings/rules/:set/:rule";

export const rulesPages: readonly PageRoute[] = [
  { method: "GET", path: "/settings/rules", action: "rules:read", run: listOf("rules") },
  { method: "GET", path: "/settings/rules/important", action: "rules:read", run: listOf("important") },
  { method: "GET", path: "/settings/rules/compare", action: "rules:compare", run: compare },
  { method: "GET", path: versionPath, action: "rules:read", run: version },
  { method: "POST", path: versionPath, action: "rules:draft", run: edit },
  { method: "POST", path: `${versionPath}/sign`, action: "rules:sign", run: sign },
  { method: "POST", path: `${versionPath}/withdraw`, action: "rules:draft", run: withdraw },
  { method: "GET", path: entryPath, action: "rules:read", run: entry },
  { method: "POST", path: `${entryPath}/sign-off`, action: "rules:sign", run: signOff },
  { method: "POST", path: `${entryPath}/revoke`, action: "rules:sign", run: revoke },
  { method: "POST", path: `${entryPath}/change`, action: "rules:draft", run: change },
];
