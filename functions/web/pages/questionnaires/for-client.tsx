import type { Child } from "hono/jsx";
import { type Asking, readQuestionnaires } from "../../../../shared/assessment/index.ts";
import { readClient } from "../../../../shared/clients/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import { answerQuestionnaire } from "../../../../shared/loop/index.ts";
import { Banner, ButtonLink, Empty } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { bannerOf } from "../client/banner-of.ts";
import { staffNames } from "../client/staff-names.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { staffAt } from "../forms/staff.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { Answers } from "./Answers.tsx";
import { answersIn } from "./answers-in.ts";

const pathOf = (number: string, code = ""): string =>
  `/clients/${number}/questionnaires${code ? `/${code}` : ""}`;

const numberOf = ({ params }: PageCall): string => params["client"] ?? "";

/** The frame of these pages: whose they are, and the way back. */
async function framed(call: PageCall, heading: string, sub: string, back: string, content: Child) {
  const { ctx, t, frame } = call;
  const number = numberOf(call);
  const [client, staff] = await Promise.all([readClient(ctx, number), staffNames(ctx, t)]);
  const banner = bannerOf(t, client, ctx.now(), { grade: "unseen", manager: staff.of(client.manager) });
  return (
    <Page
      {...frame}
      title={t("quest.of", { number })}
      current="clients"
      banner={<Banner t={t} client={banner} />}
    >
      <div class="head">
        <div>
          <h2>{heading}</h2>
          <p>{sub}</p>
        </div>
        <a class="btn" href={back}>
          {t(back === pathOf(number) ? "quest.back" : "client.back")}
        </a>
      </div>
      {content}
    </Page>
  );
}

/** What may be asked of a client, and when it was answered. */
export async function listForClient(call: PageCall) {
  const { ctx, t, actor } = call;
  staffAt(actor);
  const number = numberOf(call);
  const asking = await readQuestionnaires(ctx, number);
  const lines = asking.map(({ questionnaire: { code, name, about }, answered }) => (
    <li class="row spread">
      <div>
        <b>{t.pick(about)}</b>
        <span class="sub">
          {t.pick(name)} · {answered ? t("quest.answered", { day: t.date(answered) }) : t("quest.unanswered")}
        </span>
      </div>
      <ButtonLink href={pathOf(number, code)} size="small">
        {t(answered ? "quest.fill-again" : "quest.fill")}
        <span class="sr"> {t.pick(name)}</span>
      </ButtonLink>
    </li>
  ));
  const content = (
    <section class="card">
      {asking.length ? <ul class="tasks asks">{lines}</ul> : <Empty t={t} title={t("quest.none")} />}
    </section>
  );
  return framed(call, t("quest.title"), t("quest.for-them"), `/clients/${number}`, content);
}

async function askingOf(call: PageCall): Promise<Asking> {
  staffAt(call.actor);
  const every = await readQuestionnaires(call.ctx, numberOf(call));
  const found = every.find(({ questionnaire }) => questionnaire.code === call.params["code"]);
  if (!found) throw new NotFound();
  return found;
}

/** The same questions as the client has, for who asks them. */
export async function showForClient(call: PageCall) {
  return formPage(call, await askingOf(call));
}

function formPage(call: PageCall, asking: Asking, mends: Mends = nothingToMend) {
  const { t, ctx } = call;
  const { code, name, about, recall, minutes } = asking.questionnaire;
  const number = numberOf(call);
  return framed(
    call,
    t.pick(about),
    t("quest.facts", { name: t.pick(name), recall: t.pick(recall), n: minutes }),
    pathOf(number),
    <>
      <Answers t={t} asking={asking} />
      <AnswerForm
        call={call}
        offered={asking}
        action={pathOf(number, code)}
        mends={mends}
        desk={{ today: localDate(ctx.now()) }}
      />
    </>,
  );
}

/** Keeps the answers; one about safety leads back to the file, where its case stands first. */
export async function answerForClient(call: PageCall) {
  const { ctx, t, form } = call;
  const number = numberOf(call);
  const asking = await askingOf(call);
  const { questionnaire } = asking;
  const date = form.maybe("date");
  try {
    const { urgent } = await answerQuestionnaire(ctx, number, questionnaire.code, {
      answers: answersIn(form, questionnaire),
      ...(date ? { date } : {}),
    });
    return urgent
      ? see(`/clients/${number}`, { text: t("quest.kept-urgent") })
      : see(pathOf(number), { text: t("quest.kept", { name: t.pick(questionnaire.name) }) });
  } catch (error) {
    return formPage(call, asking, mendsFor(t, error));
  }
}
