import { visitOf } from "../../../../shared/testing/index.ts";
import { ButtonLink, Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Step } from "./next-step.ts";

/** The one act of the page, with its reason beside it. */
export function NextStep({ t, step, now }: { t: Text; step: Step; now: string }) {
  return (
    <section class="card nextstep" aria-labelledby="next">
      <p class="k">{t("me.next-step", { day: t.longDay(now) })}</p>
      <h2 id="next">{titleOf(t, step)}</h2>
      {step.is === "measure" ? <Days t={t} days={step.days} /> : null}
      <ButtonLink kind="main" href={hrefOf(step)}>
        {t(`me.do-${step.is}`)}
      </ButtonLink>
      <p class="small">{whyOf(t, step)}</p>
    </section>
  );
}

/** A further thing that waits, as a line of a list. */
export function StepLine({ t, step }: { t: Text; step: Step }) {
  return (
    <li class="line">
      <span>
        {titleOf(t, step)}
        <span class="sub">{whyOf(t, step)}</span>
      </span>
      <ButtonLink href={hrefOf(step)} size="small">
        {t(`me.do-${step.is}`)}
      </ButtonLink>
    </li>
  );
}

function Days({ t, days }: { t: Text; days: Extract<Step, { is: "measure" }>["days"] }) {
  return (
    <ol class="days" aria-label={t("me.seven-days")}>
      {days.map(({ at, done, today }, index) => (
        <li data-is={done ? "done" : undefined} aria-current={today ? "step" : undefined}>
          <span>{done ? <Icon name="check" label={t("me.measured")} /> : index + 1}</span>
          {t.weekday(at)}
        </li>
      ))}
    </ol>
  );
}

function titleOf(t: Text, step: Step): string {
  switch (step.is) {
    case "book":
      return step.late ? t("me.step-late") : t("me.step-book", { n: step.count });
    case "measure":
      return t("me.step-measure", { n: step.day, of: step.days.length });
    case "read":
      return t("me.step-read", { title: t.pick(step.title) });
    case "agree":
      return t("me.step-agree");
    case "visit":
      return t("me.step-visit", {
        what: t.pick(visitOf(step.booking.package)?.name ?? { en: "", zh: "" }),
        day: t.longDay(step.booking.date),
        time: step.booking.time,
      });
  }
}

function whyOf(t: Text, step: Step): string {
  switch (step.is) {
    case "book":
      return step.late
        ? t("me.why-late", { last: t.day(step.last) })
        : t("me.why-book", { due: t.day(step.due), last: t.day(step.last) });
    case "measure":
      return t("me.why-measure");
    case "read":
      return t("me.why-read", { n: step.minutes });
    case "agree":
      return t("me.why-agree");
    case "visit":
      return t("me.why-visit");
  }
}

const hrefOf = (step: Step): string =>
  step.is === "read"
    ? `/me/read/${step.content}`
    : { book: "/me/visits?for=recheck#book", measure: "/me/measure", agree: "/me/plan", visit: "/me/visits" }[
        step.is
      ];
