import type { Instant } from "../../../../shared/kernel/time.ts";
import type { CaseView } from "../../../../shared/monitoring/index.ts";
import type { Text } from "../../text/index.ts";
import { seenText } from "./in-words.ts";

interface Event {
  at: Instant;
  text: string;
  note?: string | undefined;
}

/** Everything that happened to a case, newest first. */
export function History({ t, one }: { t: Text; one: CaseView }) {
  const events = eventsOf(t, one).sort((a, b) => b.at.localeCompare(a.at));
  return (
    <section class="card" aria-labelledby="history-title">
      <h2 id="history-title">{t("cases.history")}</h2>
      <ol class="tasks">
        {events.map(({ at, text, note }) => (
          <li>
            <p class="small quiet">{t.moment(at)}</p>
            <p>{text}</p>
            {note ? <p class="said small">{note}</p> : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

function eventsOf(t: Text, one: CaseView): Event[] {
  const look = (id: CaseView["looks"][number]["id"]) => t(`cases.look.${id}`);
  return [
    ...(one.seen.length ? [] : [{ at: one.openedAt, text: t("cases.was.opened") }]),
    ...one.seen.map((seen, nth): Event => {
      const value = seenText(t, seen);
      const stays = seen.limit || one.kind === "safety";
      const text = nth === 0 ? "cases.was.seen" : stays ? "cases.was.again" : "cases.was.corrected";
      return { at: seen.at, text: t(text, { value }) };
    }),
    ...one.contacts.map(
      (contact): Event => ({ at: contact.at, text: contactText(t, contact), note: contact.note }),
    ),
    ...one.escalations.map(({ at, level }): Event => ({ at, text: t("cases.was.escalated", { n: level }) })),
    ...one.looks.flatMap(({ id, asked, done }): Event[] => [
      ...(asked ? [{ at: asked, text: t("cases.was.asked", { look: look(id) }) }] : []),
      ...(done
        ? [
            {
              at: done.at,
              text: t("cases.was.looked", { look: look(id), name: done.by.name }),
              note: done.note,
            },
          ]
        : []),
    ]),
    ...one.closings.map(
      ({ at, by, word }): Event => ({ at, text: t("cases.was.closed", { name: by.name }), note: word }),
    ),
  ];
}

function contactText(t: Text, { by, person, channel, outcome }: CaseView["contacts"][number]): string {
  const said = {
    name: by.name,
    person: t(`cases.person.${person}`),
    outcome: t(`cases.outcome.${outcome}`),
  };
  return channel
    ? t("cases.was.contact", { ...said, channel: t(`cases.channel.${channel}`) })
    : t("cases.was.contact-plain", said);
}
