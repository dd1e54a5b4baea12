import type { PlainDate } from "../../../../shared/kernel/time.ts";
import type { PutOff } from "../../../../shared/loop/index.ts";
import { catalogueItem, preparationFor } from "../../../../shared/testing/index.ts";
import { Button } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { PrepareList } from "../link/Shown.tsx";
import { Days, type Offer, Times } from "../me/Times.tsx";

/** The names of what was put off. */
export const putOffNames = (t: Text, { items }: Pick<PutOff, "items">): string =>
  t.list(items.map((code) => t.pick(catalogueItem(code)?.name ?? { en: code, zh: code })));

/** What was put off, how to prepare for it, and the days and times at which it can be done. */
export function SecondVisitForm(props: {
  call: PageCall;
  putOff: PutOff;
  sex: "male" | "female";
  offer: Offer;
  here: string;
  mends: Mends;
}) {
  const { call, putOff, sex, offer, here, mends } = props;
  const { t } = call;
  const prepare = preparationFor({ package: putOff.exam.package, items: putOff.items }, sex);
  return (
    <section class="card" aria-labelledby="second">
      <h2 id="second">{t("second.items", { n: putOff.items.length })}</h2>
      <p>{putOffNames(t, putOff)}</p>
      <h3>{t("link.prepare")}</h3>
      <PrepareList t={t} prepare={prepare.map(({ what }) => what)} />
      <Days t={t} offer={offer} hrefOf={(day?: PlainDate) => `${here}${day ? `?day=${day}` : ""}#second`} />
      <form method="post" action={here} class="form" data-guard>
        <Times t={t} offer={offer} error={mends.of("time")} />
        <Button kind="main">{t("doctors.do-book")}</Button>
      </form>
    </section>
  );
}
