import { rankNames } from "../../../../shared/access/index.ts";
import type { DepartmentSaid, Outcome } from "../../../../shared/assessment/index.ts";
import { State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { outcomeKey } from "./words.ts";

/** The word on the whole. */
export const OnTheWhole = ({ t, outcome }: { t: Text; outcome: Outcome }) =>
  outcome === "abnormal" ? (
    <span class="pill">{t(outcomeKey(outcome))}</span>
  ) : (
    <State is="ok" word={t(outcomeKey(outcome))} />
  );

/** What a department says, in the reader's language where it was written in it, by whom and when. */
export function Said({ t, said }: { t: Text; said: DepartmentSaid }) {
  const own = said.text[t.language];
  const other = t.language === "zh" ? said.text.en : said.text.zh;
  const { by, at } = said;
  const name = by.rank ? `${by.name}${t("review.title-of", { title: t.pick(rankNames[by.rank]) })}` : by.name;
  return (
    <>
      <OnTheWhole t={t} outcome={said.outcome} />
      <p class="said" lang={own ? undefined : t.language === "zh" ? "en" : "zh-CN"}>
        {own ?? other}
      </p>
      <p class="small quiet">{t("dept.by", { name, when: t.moment(at) })}</p>
    </>
  );
}
