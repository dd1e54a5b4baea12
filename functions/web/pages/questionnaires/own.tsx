import type { Child } from "hono/jsx";
import { type Asking, readQuestionnaires, safetyOf } from "../../../../shared/assessment/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { answerQuestionnaire, readAnswered } from "../../../../shared/loop/index.ts";
import { ButtonLink, Empty } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { ownNumber } from "../me/own.ts";
import { AnswerForm } from "./AnswerForm.tsx";
import { answersIn } from "./answers-in.ts";
import { Outcome, Safety } from "./Outcome.tsx";

/** What somebody may answer, and when they did. */
export async function listOwn({ ctx, actor, t, frame }: PageCall) {
  const asking = await readQuestionnaires(ctx, ownNumber(actor));
  const next = asking.find(({ answered }) => !answered);
  return (
    <ClientPage {...frame} path="/me/questionnaires" title={t("quest.title")} current="client-plan">
      <div>
        <h1>{t("quest.title")}</h1>
        <p class="lead">{t("quest.lead")}</p>
      </div>
      {asking.length ? (
        asking.map((one) => <Line t={t} asking={one} next={one === next} />)
      ) : (
        <section class="card">
          <Empty t={t} title={t("quest.none")} />
        </section>
      )}
    </ClientPage>
  );
}

function Line({ t, asking, next }: { t: Text; asking: Asking; next: boolean }) {
  const { questionnaire, answered } = asking;
  const { code, name, about, recall, minutes } = questionnaire;
  return (
    <section class="card" aria-labelledby={code}>
      <h2 id={code}>{t.pick(about)}</h2>
      <p class="small quiet">
        {t("quest.facts", { name: t.pick(name), recall: t.pick(recall), n: minutes })}
      </p>
      <div class="row spread">
        <span class="small">
          {answered ? t("quest.answered", { day: t.date(answered) }) : t("quest.unanswered")}
        </span>
        <ButtonLink href={`/me/questionnaires/${code}`} kind={next ? "main" : undefined}>
          {t(answered ? "quest.answer-again" : "quest.answer")}
          <span class="sr"> {t.pick(about)}</span>
        </ButtonLink>
      </div>
    </section>
  );
}

async function askingOf({ ctx, actor, params }: PageCall): Promise<Asking> {
  const every = await readQuestionnaires(ctx, ownNumber(actor));
  const found = every.find(({ questionnaire }) => questionnaire.code === params["code"]);
  if (!found) throw new NotFound();
  return found;
}

/** One questionnaire on one page. */
export async function showOwn(call: PageCall) {
  return formPage(call, await askingOf(call));
}

function formPage(call: PageCall, asking: Asking, mends: Mends = nothingToMend) {
  const { t } = call;
  const { code, name, recall, minutes } = asking.questionnaire;
  return frameOf(
    call,
    asking,
    <>
      <p class="lead">{t("quest.facts", { name: t.pick(name), recall: t.pick(recall), n: minutes })}</p>
      {safetyOf(asking.questionnaire, answersIn(call.form, asking.questionnaire)) > 0 ? (
        <Safety t={t} />
      ) : null}
      <AnswerForm call={call} offered={asking} action={`/me/questionnaires/${code}`} mends={mends} />
    </>,
  );
}

function frameOf({ t, frame }: PageCall, { questionnaire }: Pick<Asking, "questionnaire">, content: Child) {
  const title = t.pick(questionnaire.about);
  const path = `/me/questionnaires/${questionnaire.code}`;
  return (
    <ClientPage {...frame} path={path} title={title} current="client-plan">
      <h1>{title}</h1>
      {content}
    </ClientPage>
  );
}

/** Keeps the answers; a refused form keeps what was chosen, and says whom to call where that is needed. */
export async function answerOwn(call: PageCall) {
  const { ctx, actor, t, form } = call;
  const asking = await askingOf(call);
  const { questionnaire } = asking;
  try {
    await answerQuestionnaire(ctx, ownNumber(actor), questionnaire.code, {
      answers: answersIn(form, questionnaire),
    });
    return see(`/me/questionnaires/${questionnaire.code}/answered`);
  } catch (error) {
    return formPage(call, asking, mendsFor(t, error));
  }
}

/** What the answers that were kept come to. */
export async function showAnswered(call: PageCall) {
  const { ctx, actor, t, params } = call;
  const answered = await readAnswered(ctx, ownNumber(actor), params["code"] ?? "");
  if (!answered) throw new NotFound();
  return frameOf(call, answered, <Outcome t={t} answered={answered} />);
}
