import { type MarkedQuiz, openPiece, type Piece } from "../../../../shared/education/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { learn } from "../../../../shared/loop/index.ts";
import { Button, ButtonLink, ErrorSummary, Note } from "../../components/index.ts";
import { ClientPage } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { Unsigned } from "./FindingCard.tsx";
import { ownFile, ownNumber } from "./own.ts";

const contentOf = ({ params }: PageCall): string => params["content"] ?? "";

/** A piece and its three questions. Opening it is remembered. */
export async function showPiece(call: PageCall) {
  const { ctx, actor } = call;
  const file = await ownFile(call);
  if (!file.shelf.some(({ piece }) => piece.id === contentOf(call))) throw new NotFound();
  const { piece, assignment } = await openPiece(ctx, ownNumber(actor), contentOf(call));
  return page(call, piece, { understood: assignment.state === "understood" });
}

/** Marks the answers: understood, or which was wrong and why. */
export async function answerPiece(call: PageCall) {
  const { ctx, actor, t, form } = call;
  const number = ownNumber(actor);
  const given = (await ownFile(call)).shelf.find(({ piece }) => piece.id === contentOf(call));
  if (!given) throw new NotFound();
  const chosen = given.piece.quiz.map(({ id }) => [id, form.maybe(id)] as const);
  const answers = Object.fromEntries(chosen.flatMap(([id, at]) => (at ? [[id, Number(at)]] : [])));
  try {
    const { marked } = await learn(ctx, number, contentOf(call), { answers });
    return page(call, given.piece, { marked, understood: marked.understood });
  } catch (error) {
    const problems = mendsFor(t, error);
    const ofQuestion = problems.all.map(({ field, message }) => ({
      field: field?.replace(/^answers\./, ""),
      message,
    }));
    const mends = {
      all: ofQuestion,
      of: (id: string) => ofQuestion.find((one) => one.field === id)?.message,
    };
    return page(call, given.piece, { mends, answers });
  }
}

interface State {
  marked?: MarkedQuiz;
  understood?: boolean;
  mends?: Mends;
  answers?: Readonly<Record<string, number>>;
}

function page({ t, frame }: PageCall, piece: Piece, state: State) {
  const title = t.pick(piece.title);
  const { marked, mends = nothingToMend } = state;
  return (
    <ClientPage {...frame} path={`/me/read/${piece.id}`} title={title} current="client-plan">
      <ErrorSummary t={t} errors={mends.all} />
      {marked ? <Outcome t={t} marked={marked} /> : null}
      <div>
        <h1>{title}</h1>
        <p class="lead">
          {t("me.minutes", { n: piece.minutes })}
          {state.understood && !marked ? ` · ${t("me.understood")}` : ""}
        </p>
      </div>
      <article class="card prose" aria-label={title}>
        {piece.body[t.language].map((paragraph) => (
          <p>{paragraph}</p>
        ))}
        <p class="small quiet">
          {t("me.source", { source: `${t.pick(piece.source.name)} ${piece.source.year}` })}{" "}
          {piece.status === "needs sign-off" ? <Unsigned t={t} /> : null}
        </p>
      </article>
      <form method="post" action={`/me/read/${piece.id}`} class="card form" data-guard>
        <h2>{t("me.questions")}</h2>
        {piece.quiz.map((question, index) => (
          <Question
            t={t}
            question={question}
            number={index + 1}
            state={state}
            error={mends.of(question.id)}
          />
        ))}
        <Button kind={marked?.understood ? undefined : "main"}>
          {t(marked ? "me.answer-again" : "me.answer")}
        </Button>
      </form>
    </ClientPage>
  );
}

function Outcome({ t, marked }: { t: Text; marked: MarkedQuiz }) {
  return (
    <Note kind={marked.understood ? "good" : "watch"}>
      <h2>{t(marked.understood ? "me.all-right" : "me.not-all-right", { n: marked.score })}</h2>
      <p>{t(marked.understood ? "me.all-right-text" : "me.not-all-right-text")}</p>
      {marked.understood ? (
        <p>
          <ButtonLink href="/me/plan">{t("me.back-to-plan")}</ButtonLink>
        </p>
      ) : null}
    </Note>
  );
}

function Question(props: {
  t: Text;
  question: Piece["quiz"][number];
  number: number;
  state: State;
  error: string | undefined;
}) {
  const { t, question, number, state, error } = props;
  const { id } = question;
  const mark = state.marked?.questions.find((one) => one.id === id);
  const chosen = mark?.chosen ?? state.answers?.[id];
  return (
    <fieldset class="field" id={id} tabindex={-1} aria-describedby={mark ? `${id}-why` : undefined}>
      <legend>
        {number}. {t.pick(question.question)}
      </legend>
      <div class="options">
        {question.options.map((option, index) => (
          <label>
            <input type="radio" name={id} value={String(index)} checked={chosen === index} />
            <span>{t.pick(option)}</span>
          </label>
        ))}
      </div>
      {error ? <span class="err">{error}</span> : null}
      {mark ? (
        <p class="small" id={`${id}-why`}>
          <b>
            {mark.right
              ? t("me.right")
              : t("me.wrong", { answer: t.pick(question.options[question.answer]) })}
          </b>{" "}
          {t.pick(mark.because)}
        </p>
      ) : null}
    </fieldset>
  );
}
