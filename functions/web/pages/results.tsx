import { mayEver } from "../../../shared/access/index.ts";
import { findClients, readClient } from "../../../shared/clients/index.ts";
import { ResultsSchema, resultsFromForm } from "../../../shared/exchange/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { parse } from "../../../shared/kernel/parse.ts";
import { ageOn, isPlainDate, localDate, type PlainDate } from "../../../shared/kernel/time.ts";
import { addDocument, readDocuments, receiveResults } from "../../../shared/loop/index.ts";
import { casesFor, caseView, untoldOfMine } from "../../../shared/monitoring/index.ts";
import {
  bookingsOf,
  catalogue,
  catalogueItem,
  type Draft,
  draftOf,
  forgetDraft,
  keepDraft,
  readResults,
  resultGroupsOf,
  type Who,
} from "../../../shared/testing/index.ts";
import { Button, Chips, ErrorSummary, NameOf, Note, SearchBox } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { Form, type PageCall, type PageRoute, see } from "../page-route.ts";
import { Alarms } from "./cases/Alarms.tsx";
import { Found } from "./clients/Found.tsx";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { TextField } from "./forms/controls.tsx";
import { type Mends, mendOne, mendsFor, nothingToMend } from "./forms/mends.ts";
import { numberIn } from "./forms/number-in.ts";
import { staffAt } from "./forms/staff.ts";
import { TakeOut } from "./quarantine/TakeOut.tsx";
import { Documents } from "./results/Documents.tsx";
import { EntryRow } from "./results/EntryRow.tsx";
import { Kept } from "./results/Kept.tsx";
import { itemSets, itemsOf, lastOf, setFor, tickFor } from "./results/rows.ts";

/** What somebody typed that a person must hear of comes before the next client. */
async function choose(call: PageCall) {
  const first = await untoldOfMine(call.ctx);
  return first.length ? tellFirst(call, first) : find(call);
}

function tellFirst(call: PageCall, first: Awaited<ReturnType<typeof untoldOfMine>>) {
  const { t, frame } = call;
  return (
    <Page {...frame} path="/results" title={t("results.title")} current="results">
      <div class="head">
        <div>
          <h1>{t("results.tell-first")}</h1>
          <p>{t("results.tell-first-sub")}</p>
        </div>
      </div>
      {first.map(({ case: one, client }) => (
        <section class="stack" aria-label={client.number}>
          <p>
            <NameOf t={t} name={scriptsOf(client)} />, {client.number} ·{" "}
            <a href={`/results?client=${client.number}&date=${one.date}`}>{t("results.mistyped")}</a>
          </p>
          <Alarms call={call} cases={[one]} first />
        </section>
      ))}
    </Page>
  );
}

async function find(call: PageCall) {
  const { ctx, t, form, frame } = call;
  const typed = form.text("find");
  return (
    <Page {...frame} path="/results" title={t("results.title")} current="results">
      <div class="head">
        <div>
          <h1>{t("results.title")}</h1>
          <p>{t("results.whose")}</p>
        </div>
        <SearchBox t={t} action="/results/find" value={typed} placeholder={t("clients.find-by")} />
      </div>
      {typed ? (
        <Found
          t={t}
          ctx={ctx}
          caption={t("results.whose")}
          clients={await findClients(ctx, typed)}
          hrefOf={({ number }) => `/results?client=${number}`}
        />
      ) : null}
    </Page>
  );
}

async function start(call: PageCall) {
  const { query } = call;
  const number = query.get("client");
  if (!number) return choose(call);
  // A slip of the finger is mended in the same file; another one waits.
  const first = await untoldOfMine(call.ctx);
  if (first.some(({ client }) => client.number !== number)) return tellFirst(call, first);
  return entry(call, number, query.get("date") ?? "", query.get("set") ?? "");
}

async function entry(
  call: PageCall,
  number: string,
  asked: PlainDate,
  set: string,
  refused: Mends = nothingToMend,
) {
  const { ctx, t, frame } = call;
  const client = await readClient(ctx, number);
  const [exams, bookings] = await Promise.all([readResults(ctx, number), bookingsOf(ctx, number)]);
  const today = localDate(ctx.now());
  const date = isPlainDate(asked) ? asked : today;
  const chosen = setFor(set, date, bookings);
  const draft =
    refused === nothingToMend ? await draftOf(ctx, { client: number, date, set: chosen }) : undefined;
  const form = draft ? formOf(draft) : call.form;
  const who: Who = { sex: client.sex, age: ageOn(client.birthDate, date) };
  const href = (id: string) => `/results?client=${number}&date=${date}&set=${id}`;
  return (
    <Page {...frame} path={href(chosen)} title={t("results.title")} current="results">
      <div class="head">
        <div>
          <h1>
            {t("results.of")} <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, {client.number}
          </p>
        </div>
        <SearchBox t={t} action="/results/find" placeholder={t("book.somebody-else")} />
      </div>
      <Chips
        label={t("results.sets")}
        items={itemSets.map(({ id, name }) => ({
          href: href(id),
          word: t.pick(name),
          chosen: id === chosen,
        }))}
      />
      {draft ? (
        <form method="post" action="/results/draft/forget">
          <Note kind="plain">
            <p>
              {t("results.draft", {
                n: Object.keys(draft).filter((name) => name.startsWith("results.")).length,
              })}
            </p>
            {Object.entries({ client: number, date, set: chosen }).map(([name, value]) => (
              <input type="hidden" name={name} value={value} />
            ))}
            <Button>{t("results.draft-forget")}</Button>
          </Note>
        </form>
      ) : null}
      <form
        method="post"
        action="/results"
        class="card form typing"
        novalidate
        data-guard
        data-enter="next"
        data-draft="/results/draft"
        aria-label={t("results.title")}
      >
        <ErrorSummary t={t} errors={refused.all} />
        <input type="hidden" name="client" value={number} />
        <input type="hidden" name="set" value={chosen} />
        <div class="when">
          <TextField
            form={{ t, mends: refused, value: (name) => form.text(name) || (name === "date" ? date : "") }}
            name="date"
            type="date"
            label={t("results.date")}
            max={today}
          />
        </div>
        {/* biome-ignore lint/a11y/useSemanticElements: a frame that scrolls must be reachable by keyboard; it groups no fields */}
        <div class="scroll" tabindex={0} role="group" aria-label={t("results.rows")}>
          <table class="table">
            <caption class="sr">{t("results.rows")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("results.item")}</th>
                <th scope="col">{t("results.last")}</th>
                <th scope="col">{t("results.now")}</th>
                <th scope="col">{t("results.change")}</th>
                <th scope="col">{t("results.range")}</th>
              </tr>
            </thead>
            <tbody>
              {itemsOf(chosen, client.sex).map((item) => (
                <EntryRow
                  call={{ ...call, form }}
                  item={item}
                  who={who}
                  last={lastOf(exams, item.code, date)}
                  mends={refused}
                />
              ))}
            </tbody>
          </table>
        </div>
        <Button kind="main">{t("results.save")}</Button>
        <p class="small quiet" role="status" data-draft-said hidden>
          {t("results.draft-kept")}
        </p>
      </form>
    </Page>
  );
}

/** The rows that were filled in, as the verb takes them. */
function typedIn({ form }: PageCall) {
  const results = catalogue.flatMap(({ code, kind }) => {
    const text = form.text(`results.${code}`);
    if (!text) return [];
    const value = kind === "number" ? (numberIn(text) ?? text) : text;
    return [{ item: code, value }];
  });
  const ticks = form.all("confirmed");
  const confirmed = results
    .map(({ item }) => item)
    .filter((code) => ticks.includes(tickFor(code, form.text(`results.${code}`))));
  return { date: form.text("date"), source: "desk", confirmed, results };
}

async function save(call: PageCall) {
  const { ctx, t, form } = call;
  const number = form.text("client");
  const again = (refused: Mends) => entry(call, number, form.text("date"), form.text("set"), refused);
  const typed = typedIn(call);
  if (!typed.results.length) return again(mendOne("date", t("results.nothing")));
  try {
    const incoming = resultsFromForm(parse(ResultsSchema, typed), ctx);
    const outcome = await receiveResults(ctx, number, incoming);
    await forgetDraft(ctx, draftFor(call));
    const text = outcome === "applied" ? "results.saved" : "results.unchanged";
    return see(`/results/${number}/${typed.date}`, { text: t(text, { n: typed.results.length }) });
  } catch (error) {
    return again(mendsFor(t, error, (field) => labelOf(call, field)));
  }
}

const draftFor = ({ form }: PageCall) => ({
  client: form.text("client"),
  date: form.text("date"),
  set: form.text("set"),
});

/** Keeps what stands in the form, unjudged, until it is saved. */
async function keepTyped(call: PageCall) {
  const { ctx, form } = call;
  const of = draftFor(call);
  if (!isPlainDate(of.date) || !itemSets.some(({ id }) => id === of.set))
    return new Response(null, { status: 204 });
  const typed = form
    .names()
    .filter((name) => name === "confirmed" || (name.startsWith("results.") && form.text(name) !== ""))
    .map((name) => [name, form.all(name)]);
  await keepDraft(ctx, of, Object.fromEntries(typed) as Draft);
  return new Response(null, { status: 204 });
}

async function forgetTyped(call: PageCall) {
  const { client, date, set } = draftFor(call);
  await forgetDraft(call.ctx, { client, date, set });
  return see(`/results?${new URLSearchParams({ client, date, set })}`);
}

function formOf(draft: Draft): Form {
  const data = new FormData();
  for (const [name, values] of Object.entries(draft)) for (const value of values) data.append(name, value);
  return new Form(data);
}

/** A row's field is named by its item; the summary names it in words. */
function labelOf({ t }: PageCall, field: string): string | undefined {
  const item = catalogueItem(field.replace(/^results\./, ""));
  return item && t.pick(item.name);
}

async function addOne(call: PageCall) {
  const { ctx, t, form, params } = call;
  const [number = "", date = ""] = [params["client"], params["date"]];
  try {
    const upload = (await form.file("file")) ?? { name: "", bytes: new Uint8Array() };
    const about = { date, ...(form.text("item") ? { item: form.text("item") } : {}) };
    await addDocument(ctx, number, about, upload, form.maybe("key"));
    return see(`/results/${number}/${date}`, { text: t("documents.added") });
  } catch (error) {
    return kept(call, mendsFor(t, error));
  }
}

async function kept(call: PageCall, refused: Mends = nothingToMend) {
  const { ctx, t, actor, params, frame } = call;
  staffAt(actor);
  const [number = "", date = ""] = [params["client"], params["date"]];
  const client = await readClient(ctx, number);
  const [exams, every, groups, documents] = await Promise.all([
    readResults(ctx, number),
    casesFor(ctx, number),
    resultGroupsOf(ctx, number),
    readDocuments(ctx, number),
  ]);
  const exam = exams.find((one) => one.date === date);
  const cases = every.filter((one) => one.date === date).map((one) => caseView(actor, one));
  const papers = documents.filter((one) => one.date === date);
  const ofDay = groups.filter((group) => group.date === date);
  // A paper, and a word that takes back what never came, are to be seen though no value is.
  if (!exam && !papers.length && ofDay.every(({ withdrawn }) => withdrawn)) throw new NotFound();
  return (
    <Page
      {...frame}
      title={t("results.kept")}
      current={mayEver(actor, "results:enter") ? "results" : undefined}
    >
      <div class="head">
        <div>
          <h1>
            {t("results.kept")}, {t.fullDay(date)}
          </h1>
          <p>
            <NameOf t={t} name={scriptsOf(client)} /> {sexAndAgeNow(t, ctx, client)}, {client.number}
          </p>
        </div>
      </div>
      <ErrorSummary t={t} errors={refused.all} />
      <Kept call={call} client={client} exams={exams} cases={cases} date={date} />
      <Documents
        call={call}
        documents={papers}
        items={catalogue.filter(({ code }) => exam?.results[code])}
        address={{ client: number, date }}
        mends={refused}
        may={{ add: mayEver(actor, "document:add"), withdraw: mayEver(actor, "document:withdraw") }}
      />
      {mayEver(actor, "quarantine:work") ? <TakeOut call={call} groups={ofDay} /> : null}
    </Page>
  );
}

export const resultsPages: PageRoute[] = [
  { method: "GET", path: "/results", action: "results:enter", run: start },
  { method: "POST", path: "/results", action: "results:enter", run: save },
  { method: "POST", path: "/results/draft", action: "results:enter", run: keepTyped },
  { method: "POST", path: "/results/draft/forget", action: "results:enter", run: forgetTyped },
  { method: "POST", path: "/results/find", action: "results:enter", run: choose },
  { method: "GET", path: "/results/:client/:date", action: "results:read", run: (call) => kept(call) },
  { method: "POST", path: "/results/:client/:date/documents", action: "document:add", run: addOne },
];
