import type { Comparison, FindingSaid, RuleBook, WouldChange } from "../../../../shared/assessment/index.ts";
import { Button, ButtonLink, GradeChip, NameOf } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { gradeNames } from "../client/banner-of.ts";
import { scriptsOf, sexAndAgeNow } from "../clients/person.ts";
import { SelectField } from "../forms/controls.tsx";
import { nothingToMend } from "../forms/mends.ts";
import { address } from "./address.ts";
import { className } from "./Entry.tsx";
import { Parts } from "./Parts.tsx";

/** Two editions to choose, and who would be judged differently by them, a page at a time. */
export function ComparePage(props: {
  call: PageCall;
  book: RuleBook;
  chosen: { from: string; to: string };
  said: Comparison | undefined;
}) {
  const { call, book, chosen, said } = props;
  const { t, frame, actor } = call;
  const options = book.editions("rules").map(({ id }) => ({ value: id, label: id }));
  const filled = {
    t,
    mends: nothingToMend,
    value: (name: string) => (name === "from" ? chosen.from : chosen.to),
  };
  return (
    <Page {...frame} title={t("rules.compare")} current="rules">
      <div class="head">
        <div>
          <h1>{t("rules.compare")}</h1>
          <p>{t("rules.compare-sub")}</p>
        </div>
      </div>
      <Parts t={t} actor={actor} at="compare" />
      <form method="get" action={address.compare} class="row pick">
        <SelectField form={filled} name="from" label={t("rules.compare-from")} options={options} />
        <SelectField form={filled} name="to" label={t("rules.compare-to")} options={options} />
        <Button kind="main">{t("rules.compare-now")}</Button>
      </form>
      {said ? (
        <Found call={call} said={said} />
      ) : (
        <p class="quiet">{t(options.length > 1 ? "rules.compare-same" : "rules.compare-one")}</p>
      )}
    </Page>
  );
}

function Found({ call, said }: { call: PageCall; said: Comparison }) {
  const { t } = call;
  const regraded = said.changed.filter(({ grade }) => grade).length;
  return (
    <>
      <p role="status">{t("rules.compared", { looked: said.looked, n: said.changed.length, m: regraded })}</p>
      {said.changed.length ? (
        <div class="worklist">
          <table class="table rq">
            <caption class="sr">{t("rules.compare")}</caption>
            <thead>
              <tr>
                <th scope="col">{t("rules.client")}</th>
                <th scope="col">{t("rules.exam")}</th>
                <th scope="col">{t("rules.grade")}</th>
                <th scope="col">{t("rules.findings")}</th>
              </tr>
            </thead>
            <tbody>
              {said.changed.map((one) => (
                <Line call={call} one={one} />
              ))}
            </tbody>
          </table>
        </div>
      ) : (
        <p class="quiet">{t("rules.nobody")}</p>
      )}
      {said.next ? (
        <ButtonLink href={address.comparison(said.from, said.to, said.next)}>
          {t("rules.compare-more")}
        </ButtonLink>
      ) : (
        <p class="small quiet">{t("rules.compare-done")}</p>
      )}
    </>
  );
}

function Line({ call: { t, ctx }, one }: { call: PageCall; one: WouldChange }) {
  const { client, date, grade } = one;
  return (
    <tr>
      <td>
        <a class="who" href={`/clients/${client.number}`}>
          <NameOf t={t} name={scriptsOf(client)} />
        </a>
        <span class="sub">
          {sexAndAgeNow(t, ctx, client)} · <span class="nowrap">{client.number}</span>
        </span>
      </td>
      <td>{t.date(date)}</td>
      <td>
        {grade ? (
          <span class="lines">
            <GradeChip t={t} grade={gradeNames[grade.from]} />
            <span>
              → <GradeChip t={t} grade={gradeNames[grade.to]} />
            </span>
          </span>
        ) : (
          <span class="quiet">{t("rules.grade-same")}</span>
        )}
      </td>
      <td>
        <Differing t={t} one={one} />
      </td>
    </tr>
  );
}

function Differing({ t, one }: { t: Text; one: WouldChange }) {
  const name = (said: FindingSaid) =>
    t("rules.named", { name: t.pick(said.name), class: className(t, said.class) });
  return (
    <ul class="lines">
      {one.added.map((said) => (
        <li>{t("rules.added", { name: name(said) })}</li>
      ))}
      {one.gone.map((said) => (
        <li>{t("rules.gone", { name: name(said) })}</li>
      ))}
      {one.changed.map(({ from, to }) => (
        <li>{t("rules.changed", { from: name(from), to: name(to) })}</li>
      ))}
    </ul>
  );
}
