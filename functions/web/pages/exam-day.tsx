import { mayEver } from "../../../shared/access/index.ts";
import { type Client, readClient } from "../../../shared/clients/index.ts";
import { passOn, putOffOf } from "../../../shared/loop/index.ts";
import {
  bookingsOf,
  changeOrders,
  concludeExam,
  type Exam,
  hasEnded,
  readExamDay,
  rejectReasons,
  rejectSample,
  toDoIn,
  verifyOrders,
} from "../../../shared/testing/index.ts";
import { ButtonLink, ErrorSummary, NameOf, State } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import { scriptsOf, sexAndAgeNow } from "./clients/person.ts";
import { Ending } from "./exam-day/Ending.tsx";
import { guideSheet } from "./exam-day/guide.tsx";
import { labelSheet } from "./exam-day/labels.tsx";
import { Orders } from "./exam-day/Orders.tsx";
import { paperList } from "./exam-day/paper-list.tsx";
import { Samples } from "./exam-day/Samples.tsx";
import { type Mends, mendOne, mendsFor, nothingToMend } from "./forms/mends.ts";
import { staffAt } from "./forms/staff.ts";
import { PutOffCard } from "./second-visit/PutOffCard.tsx";

const whose = ({ params }: PageCall) => [params["client"] ?? "", params["exam"] ?? ""] as const;
const hereOf = (call: PageCall): string => `/exams/${whose(call).join("/")}`;

/** One exam of a day: every order with how far it is, the samples, and the ways to end it. */
async function show(call: PageCall, mends: Mends = nothingToMend) {
  const { ctx, t, frame, actor } = call;
  staffAt(actor);
  const [number, id] = whose(call);
  const client: Client = await readClient(ctx, number);
  const exam = await readExamDay(ctx, number, id);
  const here = hereOf(call);
  return (
    <Page
      {...frame}
      path={here}
      title={t("exam.title", { number: exam.number })}
      current="today"
      style="day.css"
    >
      <div class="head">
        <div>
          <h1>
            <NameOf t={t} name={scriptsOf(client)} />
          </h1>
          <p>
            {sexAndAgeNow(t, ctx, client)}, <a href={`/clients/${number}`}>{number}</a> ·{" "}
            {t("exam.title", { number: exam.number })} · {t("floor.number", { n: exam.queue })} ·{" "}
            {t.fullDay(exam.date)}
          </p>
        </div>
        <div class="row">
          <ButtonLink href={`${here}/guide`} icon="print">
            {t("exam.guide")}
          </ButtonLink>
          <ButtonLink href={`${here}/labels`} icon="sample">
            {t("exam.labels")}
          </ButtonLink>
        </div>
      </div>
      <ErrorSummary t={t} errors={mends.all} />
      <p class="row">
        <Stage t={t} exam={exam} />
        <span>{t("exam.arrived", { time: t.time(exam.arrivedAt) })}</span>
        <span>{t(exam.fasting ? "exam.fasting" : "exam.not-fasting")}</span>
      </p>
      <div class="cols" data-cols="side">
        <Orders call={call} exam={exam} here={here} mends={mends} />
        <div class="stack">
          {exam.state === "open" ? <Ending call={call} exam={exam} here={here} /> : null}
          <SecondVisit call={call} exam={exam} here={here} />
          <Samples call={call} exam={exam} here={here} />
        </div>
      </div>
    </Page>
  );
}

/** What was put off here, and its second visit. */
async function SecondVisit({ call, exam, here }: { call: PageCall; exam: Exam; here: string }) {
  const { ctx, t, actor } = call;
  const putOff = putOffOf(exam, await bookingsOf(ctx, exam.client));
  if (!putOff) return null;
  const href = mayEver(actor, "booking:make") ? `${here}/second-visit` : undefined;
  return <PutOffCard t={t} putOff={putOff} href={href} />;
}

function Stage({ t, exam }: Pick<PageCall, "t"> & { exam: Exam }) {
  if (exam.state === "concluded") return <State is="ok" word={t("exam.concluded")} />;
  if (exam.state === "passed") return <State is="stop" word={t("exam.is-passed")} />;
  const done = exam.orders.filter(hasEnded).length;
  return <State is="waiting" word={t("exam.progress", { done, of: exam.orders.length })} />;
}

/** An act on an exam: done, it goes back to the page with a word; refused, the page says why. */
const act = (work: (call: PageCall) => Promise<{ text: string; to?: string }>) => async (call: PageCall) => {
  try {
    const { text, to } = await work(call);
    return see(to ?? hereOf(call), { text });
  } catch (error) {
    return show(call, mendsFor(call.t, error));
  }
};

const endings = ["declined", "deferred", "ordered", "collected"] as const;

async function change(call: PageCall) {
  const { ctx, t, form } = call;
  const to = endings.find((one) => one === form.text("to")) ?? "ordered";
  const reason = form.text("reason");
  const exam = await readExamDay(ctx, ...whose(call));
  const items = [
    ...new Set([...form.all("item"), ...form.all("room").flatMap((room) => toDoIn(exam, room))]),
  ];
  if (!items.length) return show(call, mendOne("item", t("exam.choose-items")));
  if ((to === "declined" || to === "deferred") && !reason)
    return show(call, mendOne("reason", t("exam.reason-hint")));
  const until = form.maybe("until");
  const wanted =
    to === "declined"
      ? { to, items, reason }
      : to === "deferred"
        ? { to, items, reason, ...(until ? { until } : {}) }
        : { to, items };
  return act(async () => {
    await changeOrders(ctx, ...whose(call), wanted);
    return { text: t("exam.changed", { n: items.length }) };
  })(call);
}

const verify = act(async (call) => {
  await verifyOrders(call.ctx, ...whose(call));
  return { text: call.t("exam.verified-toast") };
});

const conclude = act(async (call) => {
  await concludeExam(call.ctx, ...whose(call));
  return { text: call.t("exam.concluded-toast") };
});

const pass = act(async (call) => {
  const { ctx, t, form } = call;
  const to = form.text("to").toUpperCase();
  const booking = await passOn(ctx, ...whose(call), { to, reason: form.text("reason") });
  return { text: t("exam.passed-toast", { number: to }), to: `/book/${to}/${booking.id}` };
});

const reject = act(async (call) => {
  const { ctx, t, form, params } = call;
  const reason = rejectReasons.find((one) => one === form.text("reason")) ?? "other";
  const note = form.maybe("note");
  await rejectSample(ctx, ...whose(call), Number(params["sample"]), { reason, ...(note ? { note } : {}) });
  return { text: t("exam.rejected-toast") };
});

export const examDayPages: PageRoute[] = [
  { method: "GET", path: "/exams/:client/:exam", action: "exam:read", run: (call) => show(call) },
  { method: "GET", path: "/exams/:client/:exam/guide", action: "exam:read", run: guideSheet },
  { method: "GET", path: "/exams/:client/:exam/labels", action: "exam:read", run: labelSheet },
  { method: "GET", path: "/days/:date/paper", action: "day:read", run: paperList },
  { method: "POST", path: "/exams/:client/:exam/items", action: "exam:work", run: change },
  { method: "POST", path: "/exams/:client/:exam/verify", action: "exam:verify", run: verify },
  { method: "POST", path: "/exams/:client/:exam/conclude", action: "exam:work", run: conclude },
  { method: "POST", path: "/exams/:client/:exam/pass-on", action: "exam:pass-on", run: pass },
  {
    method: "POST",
    path: "/exams/:client/:exam/samples/:sample/reject",
    action: "samples:work",
    run: reject,
  },
];
