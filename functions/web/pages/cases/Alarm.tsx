import type { Child } from "hono/jsx";
import {
  type CaseView,
  escalationsNow,
  isHistory,
  tellingOf,
  tellWithinMinutes,
} from "../../../../shared/monitoring/index.ts";
import { Flag, Note, StopNote } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { asksToTell, flagOfCase, minutesBetween, nextText, seenText, whatOf } from "./in-words.ts";

/** One case as the pages of its client say it: red with its clock until somebody was told, calm afterwards. */
export function Alarm({ call, one, acts }: { call: PageCall; one: CaseView; acts?: Child }) {
  const { t, ctx } = call;
  const flag = flagOfCase(one);
  const word = one.kind === "safety" ? t("cases.safety-flag") : flag && t(`flag.${flag}`);
  const title = [whatOf(t, one), word].filter(Boolean).join(" · ");
  if (asksToTell(one))
    return (
      <StopNote
        t={t}
        title={title}
        flag={flag}
        clock={{ minutes: minutesBetween(one.since, ctx.now()), limit: tellWithinMinutes }}
        next={whoIsNext(t, one)}
        acts={acts}
      >
        {[limitText(t, one), cameText(t, one), stateText(t, one), nextSentence(t, one)]
          .filter(Boolean)
          .join(" ")}
      </StopNote>
    );
  return (
    <Note
      kind={one.ask === "look" || one.corrected ? "watch" : "plain"}
      icon={one.ask === "look" ? "clock" : undefined}
    >
      <p>
        <b>{whatOf(t, one)}</b> {flag ? <Flag t={t} flag={flag} /> : null}
      </p>
      <p>
        {stateText(t, one)} {nextText(t, one) ?? ""}
      </p>
      {acts ? <div class="row acts">{acts}</div> : null}
    </Note>
  );
}

function limitText(t: Text, { kind, seen }: CaseView): string | undefined {
  const limit = kind === "safety" ? undefined : seen.at(-1)?.limit;
  return (
    limit &&
    `${t("cases.limit")} ${limit.direction === ">=" ? "≥" : "≤"} ${t.number(limit.threshold)}${t.language === "zh" ? "，" : ", "}${t(`cases.class.${limit.class}`)}${t.language === "zh" ? "。" : "."}`
  );
}

const cameText = (t: Text, { since }: CaseView): string =>
  `${t("cases.since")} ${t.moment(since)}${t.language === "zh" ? "。" : "."}`;

const nextSentence = (t: Text, one: CaseView): string =>
  `${nextText(t, one) ?? ""}${t.language === "zh" ? "。" : "."}`;

/** Where it stands, in a sentence. */
export function stateText(t: Text, one: CaseView): string {
  const { state, seen } = one;
  const last = seen.at(-1);
  if (one.corrected && state !== "closed")
    return t("cases.state.corrected", { value: last ? seenText(t, last) : "–" });
  if (isHistory(one) && (state === "open" || state === "followed")) return t(`cases.history.${state}`);
  const talked = one.kind === "safety";
  if (talked && state === "open") return t("cases.state.untalked");
  if (state !== "told") return t(`cases.state.${state}`);
  const telling = tellingOf(one);
  return t(talked ? "cases.state.talked" : "cases.state.told", {
    when: telling ? t.moment(telling.at) : "",
    name: telling?.by.name ?? "",
  });
}

/** Who hears of it next, or has heard. */
function whoIsNext(t: Text, one: CaseView): string {
  const last = escalationsNow(one).at(-1);
  if (!last) return t("cases.goes", { when: t.moment(one.tellBy) });
  const went = { when: t.moment(escalationsNow(one)[0]?.at ?? last.at), n: last.level };
  return one.next ? t("cases.went-next", { ...went, next: t.time(one.next.at) }) : t("cases.went", went);
}
