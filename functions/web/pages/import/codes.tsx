import { InvalidInput } from "../../../../shared/kernel/errors.ts";
import { decideCodes, readCodes, takeMessagesAgain } from "../../../../shared/loop/index.ts";
import { Button, Empty, ErrorSummary } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import { type Mends, mendsFor, nothingToMend } from "../forms/mends.ts";
import { MeaningRows } from "./MeaningRows.tsx";
import { meaningsIn } from "./meanings.ts";

/** Which codes messages wait for, and what the centre has said of columns and codes so far. */
export const showCodes = (call: PageCall) => page(call);

async function page(call: PageCall, refused: Mends = nothingToMend) {
  const { ctx, t, frame } = call;
  const { decided, open, waiting } = await readCodes(ctx);
  const known = Object.entries(decided).map(([code, meaning]) => ({ code, decided: meaning }));
  const asked = open
    .filter(({ code, refused }) => refused || !decided[code])
    .map(({ code, text, messages, refused }) => ({
      code,
      decided: decided[code],
      said: [
        text === code ? "" : text,
        t("codes.messages", { n: messages }),
        refused ? t("codes.refused", { why: t.pick(refused) }) : "",
      ]
        .filter(Boolean)
        .join(" · "),
    }));
  return (
    <Page {...frame} path="/import/codes" title={t("codes.title")} current="import">
      <div class="head">
        <div>
          <h1>{t("codes.title")}</h1>
          <p>{t("codes.sub", { n: waiting })}</p>
        </div>
      </div>
      <ErrorSummary t={t} errors={refused.all} />
      <form method="post" action="/import/codes" class="card" aria-labelledby="open">
        <h2 id="open">{t("codes.open")}</h2>
        {asked.length ? (
          <MeaningRows t={t} asked={asked} mends={refused} people={false} />
        ) : (
          <Empty t={t}>{t("codes.none")}</Empty>
        )}
        {waiting ? <Button kind="main">{t("codes.save")}</Button> : null}
      </form>
      {known.length ? (
        <form method="post" action="/import/codes" class="card" aria-labelledby="known">
          <h2 id="known">{t("codes.known")}</h2>
          <MeaningRows t={t} asked={known} mends={refused} people />
          <Button>{t("codes.change")}</Button>
        </form>
      ) : null}
    </Page>
  );
}

/** Remembers what was said, and reads the messages again that waited for it. */
export async function decide(call: PageCall) {
  const { ctx, t, form } = call;
  try {
    await decideCodes(ctx, meaningsIn(form));
    const { taken, waiting } = await takeMessagesAgain(ctx);
    return see("/import/codes", { text: t("codes.taken", { n: taken, left: waiting }) });
  } catch (error) {
    if (!(error instanceof InvalidInput)) throw error;
    return page(
      call,
      mendsFor(t, error, (field) => field),
    );
  }
}
