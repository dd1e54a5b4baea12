import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { packages, recheckVisit } from "../../../../shared/testing/index.ts";
import { Button, Chips } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { WaitFor } from "./Places.tsx";
import { Days, type Offer, Times } from "./Times.tsx";

/** What for, on which day, at what time: links choose the first two, a form books the last. */
export function BookForm(props: {
  call: PageCall;
  what: string;
  waiting: number;
  offer: Offer;
  mends: Mends;
  /** The visit that is to be moved, where it is not a new one. */
  move?: string | undefined;
}) {
  const { call, what, waiting, offer, mends, move } = props;
  const { t } = call;
  const hrefOf = (visit: string, day?: PlainDate) =>
    `/me/visits?for=${visit}${day ? `&day=${day}` : ""}${move ? `&move=${move}` : ""}#book`;
  const choices = [...(waiting || what === recheckVisit.id ? [recheckVisit] : []), ...packages];
  return (
    <section class="card form" aria-labelledby="book">
      <h2 id="book">{t(move ? "me.move-title" : "me.book")}</h2>
      {move ? null : (
        <Chips
          label={t("me.what")}
          items={choices.map(({ id, name }) => ({
            href: hrefOf(id),
            word: t.pick(name),
            chosen: id === what,
          }))}
        />
      )}
      <p class="small quiet">
        {what === recheckVisit.id
          ? t("me.book-recheck", { n: waiting })
          : t.pick(packages.find(({ id }) => id === what)?.forWhom ?? recheckVisit.name)}
      </p>
      <Days t={t} offer={offer} hrefOf={(day) => hrefOf(what, day)} />
      <form method="post" action="/me/visits/book" class="form" data-guard>
        <Key call={call} />
        <input type="hidden" name="package" value={what} />
        {move ? <input type="hidden" name="move" value={move} /> : null}
        <Times t={t} offer={offer} error={mends.of("time")} />
        <Button kind="main">{t(move ? "book.move-here" : "me.book-act")}</Button>
      </form>
      {move ? null : <WaitFor call={call} what={what} offer={offer} />}
    </section>
  );
}
