import { readClient } from "../../../shared/clients/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { bookSecondVisit, type PutOff, putOffFor } from "../../../shared/loop/index.ts";
import { ErrorSummary, NameOf } from "../components/index.ts";
import { ClientPage, Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { type Mends, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { ownNumber } from "./me/own.ts";
import { offerFor, withoutTime } from "./me/Times.tsx";
import { SecondVisitForm } from "./second-visit/Form.tsx";

/** The exam's put-off items that nobody has booked yet. @throws NotFound where there are none. */
async function waiting({ ctx, params }: PageCall, number: string): Promise<PutOff> {
  const found = (await putOffFor(ctx, number)).find(({ exam }) => exam.id === params["exam"]);
  if (!found) throw new NotFound();
  return found;
}

async function form(call: PageCall, number: string, here: string, mends: Mends) {
  const { ctx, query } = call;
  const client = await readClient(ctx, number);
  const putOff = await waiting(call, number);
  const asked = call.form.text("date") || (query.get("day") ?? "");
  const offer = await offerFor(ctx, client.centre, { asked, from: putOff.from });
  return {
    client,
    part: (
      <SecondVisitForm call={call} putOff={putOff} sex={client.sex} offer={offer} here={here} mends={mends} />
    ),
  };
}

async function showAtDesk(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, params, actor } = call;
  staffAt(actor);
  const number = params["client"] ?? "";
  const exam = `/exams/${number}/${params["exam"] ?? ""}`;
  const { client, part } = await form(call, number, `${exam}/second-visit`, mends);
  return (
    <Page {...frame} path={`${exam}/second-visit`} title={t("second.title")} current="today">
      <div class="head">
        <div>
          <h1>
            {t("second.for")} <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, {number}
          </p>
        </div>
        <a class="btn" href={exam}>
          {t("appt.back")}
        </a>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      {part}
    </Page>
  );
}

async function sendAtDesk(call: PageCall) {
  const { ctx, t, params } = call;
  staffAt(call.actor);
  const number = params["client"] ?? "";
  if (!call.form.has("time")) return showAtDesk(call, withoutTime(t));
  try {
    const { id } = await bookSecondVisit(ctx, number, params["exam"] ?? "", wantedIn(call));
    return see(`/book/${number}/${id}`);
  } catch (error) {
    return showAtDesk(call, mendsFor(t, error));
  }
}

const wantedIn = (call: PageCall) => ({ date: call.form.text("date"), time: call.form.text("time") });

async function showOwn(call: PageCall, mends: Mends = nothingToMend) {
  const { t, frame, params, actor } = call;
  const here = `/me/second-visit/${params["exam"] ?? ""}`;
  const { part } = await form(call, ownNumber(actor), here, mends);
  return (
    <ClientPage {...frame} path={here} title={t("second.title")} current="client-book">
      <h1>{t("second.title")}</h1>
      <ErrorSummary t={t} errors={mends.all} />
      {part}
    </ClientPage>
  );
}

async function sendOwn(call: PageCall) {
  const { ctx, t, params, actor } = call;
  if (!call.form.has("time")) return showOwn(call, withoutTime(t));
  try {
    const { date, time } = await bookSecondVisit(ctx, ownNumber(actor), params["exam"] ?? "", wantedIn(call));
    return see("/me/visits", { text: t("me.booked", { day: t.longDay(date), time }) });
  } catch (error) {
    return showOwn(call, mendsFor(t, error));
  }
}

const desk = "/exams/:client/:exam/second-visit";
const own = "/me/second-visit/:exam";

export const secondVisitPages: PageRoute[] = [
  { method: "GET", path: desk, action: "booking:make", run: (call) => showAtDesk(call) },
  { method: "POST", path: desk, action: "booking:make", run: sendAtDesk },
  { method: "GET", path: own, action: "booking:make", run: (call) => showOwn(call) },
  { method: "POST", path: own, action: "booking:make", run: sendOwn },
];
