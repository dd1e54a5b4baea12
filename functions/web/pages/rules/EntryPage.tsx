import { mayEver } from "../../../../shared/access/index.ts";
import type { Edition, RuleBook, SheetRow } from "../../../../shared/assessment/index.ts";
import { localDate } from "../../../../shared/kernel/time.ts";
import { Facts } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { type Mends, nothingToMend } from "../forms/mends.ts";
import { address } from "./address.ts";
import { ChangeForm, mayChange } from "./ChangeForm.tsx";
import { ClassOf, Condition, className, InMotion } from "./Entry.tsx";
import { SignOffCard } from "./SignOff.tsx";

/** Which of the page's forms was refused, and why. */
export type Refused = { form: "sign-off" | "change"; mends: Mends };

/** One entry of the book in full, with the forms of those who may sign it off or propose another number. */
export function EntryPage(props: {
  call: PageCall;
  book: RuleBook;
  edition: Edition;
  row: SheetRow;
  refused?: Refused | undefined;
}) {
  const { call, book, edition, row, refused } = props;
  const { t, frame, ctx, actor, form } = call;
  const mendsOf = (which: Refused["form"]) => (refused?.form === which ? refused.mends : nothingToMend);
  return (
    <Page {...frame} path={address.entry(edition.id, row.id)} title={t.pick(row.name)} current="rules">
      <div class="head">
        <div>
          <h1>{t.pick(row.name)}</h1>
          <p>
            <a href={address.edition(edition.part, edition.id)}>{t("rules.back", { name: edition.id })}</a>
          </p>
        </div>
      </div>
      <div class="cols" data-cols="side">
        <div class="stack">
          <section class="card">
            <Facts
              facts={[
                [t("rules.when"), <Condition t={t} pieces={row.condition} />],
                [t("rules.class"), <ClassOf t={t} row={row} />],
                [t("rules.motion"), edition.part === "rules" ? <InMotion t={t} row={row} /> : undefined],
                [t("rules.meaning"), row.meaning && t.pick(row.meaning)],
                [t("rules.source-alone"), row.source],
                [t("rules.id"), row.id],
              ]}
            />
          </section>
          <Variants t={t} row={row} />
        </div>
        <div class="stack side">
          <SignOffCard
            t={t}
            book={book}
            edition={edition}
            row={row}
            actor={actor}
            mends={mendsOf("sign-off")}
            note={form.text("note")}
          />
          {mayEver(actor, "rules:draft") && mayChange(book, edition) ? (
            <ChangeForm
              call={call}
              book={book}
              edition={edition}
              row={row}
              today={localDate(ctx.now())}
              mends={mendsOf("change")}
            />
          ) : null}
        </div>
      </div>
    </Page>
  );
}

function Variants({ t, row }: { t: Text; row: SheetRow }) {
  if (!row.variants.length) return null;
  return (
    <section class="card" aria-labelledby="otherwise-title">
      <h2 id="otherwise-title">{t("rules.otherwise")}</h2>
      <ul class="tasks">
        {row.variants.map((variant) => (
          <li>
            <b>{t.pick(variant.name ?? row.name)}</b>{" "}
            <span class="pill">{className(t, variant.class ?? row.class)}</span>{" "}
            {variant.status === "needs sign-off" && row.status === "needs sign-off" ? (
              <span class="signoff">{t("rules.needs")}</span>
            ) : null}
            <p class="small">
              <Condition t={t} pieces={variant.condition} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
