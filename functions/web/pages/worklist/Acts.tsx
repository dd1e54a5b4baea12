import { mayEver } from "../../../../shared/access/index.ts";
import { addDays, type PlainDate } from "../../../../shared/kernel/time.ts";
import {
  isClaimed,
  outcomesOf,
  untoldBehind,
  type WorklistRow,
} from "../../../../shared/monitoring/index.ts";
import { Button, ButtonLink, ErrorSummary, Field } from "../../components/index.ts";
import { casePath } from "../cases/in-words.ts";
import { askedPath } from "../spine/in-words.ts";
import { Aside, Call } from "./Call.tsx";
import { Claimed } from "./Claimed.tsx";
import { type Given, Where } from "./Where.tsx";

/**
 * Book, snooze, declined, done elsewhere. "Done" is not among them: only evidence ends a follow-up, and
 * where its rule accepts a record, that record is the evidence.
 */
export function Acts(props: Given) {
  const { call, row, mends } = props;
  const { t, actor } = call;
  const { followUp, client } = row;
  const book = `/book?client=${client.number}&followUps=${followUp.id}`;
  return (
    <>
      <ErrorSummary t={t} errors={mends.all} />
      <Claimed {...props} />
      {followUp.asked ? (
        <ButtonLink href={askedPath(client.number, followUp.asked.date)} icon="worklist">
          {t("spine.asked")}
        </ButtonLink>
      ) : null}
      <div class="row">
        {mayEver(actor, "booking:make") ? (
          <ButtonLink href={book} kind="main" icon="calendar">
            {t(followUp.state === "booked" ? "worklist.rebook" : "worklist.book")}
          </ButtonLink>
        ) : (
          <ButtonLink href={`/clients/${client.number}`} kind="main">
            {t("worklist.open-file")}
          </ButtonLink>
        )}
      </div>
      <div class="row">
        <Aside {...props} />
      </div>
      {mayEver(actor, "follow-up:snooze") ? <Snooze {...props} /> : null}
      <Call {...props} />
      <Outcome {...props} />
      <Declined {...props} />
      <Elsewhere {...props} />
    </>
  );
}

function Snooze(props: Given) {
  const { call, row, shown, mends } = props;
  const { t, form } = call;
  const { followUp } = row;
  if (followUp.state === "booked") return <p class="small quiet">{t("worklist.snooze-booked")}</p>;
  if (followUp.overdueAfter <= shown.list.today)
    return <p class="small quiet">{t("worklist.snooze-closed")}</p>;
  const until = aWeekOn(followUp, shown.list.today);
  return (
    <form method="post" action="/worklist/snooze" class="row snooze">
      <Where {...props} />
      <label class="sr" for="until">
        {t("worklist.snooze-until")}
      </label>
      <input
        class="input"
        type="date"
        id="until"
        name="until"
        value={form.maybe("until") ?? until}
        max={followUp.overdueAfter}
        aria-invalid={mends.of("until") ? "true" : undefined}
        required
      />
      <Button shortcut="s">{t("worklist.snooze")}</Button>
    </form>
  );
}

/** A week after the day it asks for, or from today where that has come; never past its window. */
function aWeekOn({ due, overdueAfter }: WorklistRow["followUp"], today: PlainDate): PlainDate {
  const later = addDays(due > today ? due : today, 7);
  return later < overdueAfter ? later : overdueAfter;
}

/** What was done about it, where the rule takes that for an answer; a telling is recorded with its case, for both. */
function Outcome(props: Given) {
  const { call, mends, row, shown, file } = props;
  const { t, form } = call;
  const kinds = outcomesOf(row.followUp.rule);
  const [untold] = untoldBehind(row.followUp, file.cases);
  if (untold)
    return (
      <ButtonLink href={casePath(untold)} icon="phone">
        {t("cases.record")}
      </ButtonLink>
    );
  if (!kinds.length) return null;
  const here = form.has("outcome");
  return (
    <details open={here}>
      <summary>{t("worklist.outcome")}</summary>
      <form method="post" action="/worklist/outcome" class="form" data-guard>
        <Where {...props} />
        <input type="hidden" name="outcome" value="1" />
        <Field
          t={t}
          name="kind"
          id="outcome-kind"
          label={t("worklist.outcome-kind")}
          error={here ? mends.of("kind") : undefined}
        >
          {(wiring) => (
            <select {...wiring}>
              {kinds.map((kind) => (
                <option key={kind} value={kind} selected={here && form.text("kind") === kind}>
                  {t(`worklist.outcome.${kind}`)}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field
          t={t}
          name="date"
          id="outcome-date"
          label={t("worklist.outcome-when")}
          error={here ? mends.of("date") : undefined}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              value={here ? form.text("date") : shown.list.today}
              max={shown.list.today}
            />
          )}
        </Field>
        <Field
          t={t}
          name="note"
          id="outcome-note"
          label={t("worklist.outcome-what")}
          error={here ? mends.of("note") : undefined}
        >
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {here ? form.text("note") : ""}
            </textarea>
          )}
        </Field>
        <Button>{t("worklist.outcome-do")}</Button>
      </form>
    </details>
  );
}

function Declined(props: Given) {
  const { call, mends } = props;
  const { t, form } = call;
  return (
    <details open={form.has("declined")}>
      <summary>{t("worklist.declined")}</summary>
      <form method="post" action="/worklist/decline" class="form" data-guard>
        <Where {...props} />
        <input type="hidden" name="declined" value="1" />
        <Field
          t={t}
          name="reason"
          id="declined-reason"
          label={t("worklist.declined-why")}
          error={form.has("declined") ? mends.of("reason") : undefined}
        >
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {form.has("declined") ? form.text("reason") : ""}
            </textarea>
          )}
        </Field>
        <Button>{t("worklist.declined-do")}</Button>
      </form>
    </details>
  );
}

function Elsewhere(props: Given) {
  const { call, mends, shown, row } = props;
  const { t, form } = call;
  const here = form.has("elsewhere");
  const { claim } = row.followUp;
  return (
    <details open={here || isClaimed(row.followUp)}>
      <summary>{t("worklist.elsewhere")}</summary>
      <form method="post" action="/worklist/elsewhere" class="form" data-guard>
        <Where {...props} />
        <input type="hidden" name="elsewhere" value="1" />
        <Field
          t={t}
          name="date"
          id="elsewhere-date"
          label={t("worklist.elsewhere-when")}
          error={here ? mends.of("date") : undefined}
        >
          {(wiring) => (
            <input
              {...wiring}
              type="date"
              value={here ? form.text("date") : (claim?.date ?? "")}
              max={shown.list.today}
            />
          )}
        </Field>
        <Field
          t={t}
          name="place"
          id="elsewhere-place"
          label={t("spine.place")}
          error={here ? mends.of("place") : undefined}
        >
          {(wiring) => (
            <input
              {...wiring}
              value={here ? form.text("place") : (claim?.place ?? "")}
              maxlength={120}
              autocomplete="off"
            />
          )}
        </Field>
        <Field
          t={t}
          name="reason"
          id="elsewhere-reason"
          label={t("spine.value")}
          error={here ? mends.of("reason") : undefined}
        >
          {(wiring) => (
            <textarea {...wiring} rows={2} maxlength={300}>
              {here ? form.text("reason") : ""}
            </textarea>
          )}
        </Field>
        <Button>{t("worklist.elsewhere-do")}</Button>
      </form>
    </details>
  );
}
