import type { Text } from "../text/index.ts";
import { Icon, Mark } from "./Icon.tsx";

/** HH and LL critical, H and L outside the range, A abnormal without a scale, N normal. */
export type FlagCode = "HH" | "LL" | "H" | "L" | "A" | "N";

/** Mark, word and colour. `word` may be more exact than the flag's own ("Stable", "A2"). */
export function Flag({ t, flag, word }: { t: Text; flag: FlagCode; word?: string | undefined }) {
  return (
    <span class="flag" data-flag={flag}>
      <Mark name={flag} />
      {word ?? t(`flag.${flag}`)}
    </span>
  );
}

export type GradeName = "healthy" | "subhealth" | "suspected" | "disease";

/** A person's health grade. `plain` is for clients: a suspicion is never shown without "not confirmed". */
export function GradeChip({
  t,
  grade,
  plain,
  word,
}: {
  t: Text;
  grade: GradeName;
  plain?: boolean;
  word?: string | undefined;
}) {
  const own = plain && grade === "suspected" ? t("grade.suspected-plain") : t(`grade.${grade}`);
  return (
    <span class="grade" data-grade={grade}>
      <Mark name={grade} />
      {word ?? own}
    </span>
  );
}

/** When something is due: days over, today, or a later day as a word or date. */
export type Due = { is: "overdue"; days: number } | { is: "today" } | { is: "later"; day: string };

/** Clock and bold words when a person is waiting, calendar and plain date when nobody is. */
export function DueMark({ t, due }: { t: Text; due: Due }) {
  const word =
    due.is === "overdue" ? t("due.over", { n: due.days }) : due.is === "today" ? t("due.today") : due.day;
  return (
    <span class="due" data-due={due.is}>
      <Icon name={due.is === "later" ? "calendar" : "clock"} />
      {word}
    </span>
  );
}

/** Where a piece of work stands: done, waiting, or stopped by something a person must do. */
export function State({ is, word }: { is: "ok" | "waiting" | "stop"; word: string }) {
  return (
    <span class="state" data-state={is}>
      <Icon name={is === "ok" ? "check" : is === "stop" ? "warning" : "clock"} />
      {word}
    </span>
  );
}
