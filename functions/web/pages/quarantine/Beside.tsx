import type { Child } from "hono/jsx";
import type { Candidate, HeldView } from "../../../../shared/loop/index.ts";
import { Button, MarkedTable, State } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";

/** The message and everybody it may be of, column beside column: what agrees, what differs, and the one act. */
export function Beside({ t, view, action }: { t: Text; view: HeldView; action: string }) {
  const { row, candidates } = view;
  const { person } = row;
  const line = (head: string, said: string, of: (one: Candidate) => Child) => ({
    cells: [head, said || "–", ...candidates.map(of)],
  });
  const compared = (shown: string, said: boolean, differs: boolean) => (
    <>
      {shown} {said ? <Word t={t} same={!differs} /> : null}
    </>
  );
  return (
    <>
      <MarkedTable
        kind="beside"
        caption={t("quarantine.candidates")}
        columns={[
          { head: t("quarantine.candidates"), silent: true },
          { head: t("quarantine.says") },
          ...candidates.map(({ number }) => ({ head: number })),
        ]}
        rows={[
          line(t("quarantine.name"), person.name, ({ name, differs }) =>
            compared(name, true, differs.includes("name")),
          ),
          line(t("quarantine.sex"), person.sex ? t(`quarantine.sex.${person.sex}`) : "", ({ sex, differs }) =>
            compared(t(`quarantine.sex.${sex}`), person.sex !== undefined, differs.includes("sex")),
          ),
          line(t("quarantine.birth"), person.birthDate ?? "", ({ birthDate, differs }) =>
            compared(birthDate, person.birthDate !== undefined, differs.includes("birth date")),
          ),
          line(t("quarantine.document"), person.document ?? "", ({ document, sameDocument }) =>
            compared(document, person.document !== undefined, !sameDocument),
          ),
          line(t("quarantine.exam-number"), row.examNumber ?? "", ({ sameExam }) =>
            row.examNumber ? t(sameExam ? "quarantine.in-file" : "quarantine.no-exam") : "–",
          ),
        ]}
      />
      {view.held.state === "waiting" && candidates.length ? (
        <div class="row">
          {candidates.map(({ number, differs, sameDocument }) => (
            <form method="post" action={`${action}/link`}>
              <input type="hidden" name="client" value={number} />
              <Button kind={sameDocument && !differs.length ? "main" : undefined}>
                {t("quarantine.link", { number })}
              </Button>
            </form>
          ))}
        </div>
      ) : null}
    </>
  );
}

const Word = ({ t, same }: { t: Text; same: boolean }) => (
  <State is={same ? "ok" : "stop"} word={t(same ? "quarantine.same" : "quarantine.other")} />
);
