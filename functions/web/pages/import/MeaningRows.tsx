import type { CodeMap } from "../../../../shared/exchange/index.ts";
import { personFields } from "../../../../shared/exchange/index.ts";
import { catalogue, itemGroups } from "../../../../shared/testing/index.ts";
import { Mark, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Mends } from "../forms/mends.ts";
import { meaningValue } from "./meanings.ts";

/** A column or code to be matched. */
export interface Asked {
  code: string;
  /** What the laboratory calls it, or how often it came. */
  said?: string;
  decided?: CodeMap[string] | undefined;
}

/** A row for each column or code: what it is in the file, what it shall be taken for and in which unit. */
export function MeaningRows({
  t,
  asked,
  mends,
  people,
}: {
  t: Text;
  asked: readonly Asked[];
  mends: Mends;
  /** A column may be about the person as well; a code of a message never is. */
  people: boolean;
}) {
  return (
    <MarkedTable
      kind="match"
      caption={t("codes.match")}
      columns={[{ head: t("codes.in-file") }, { head: t("import.means") }]}
      rows={asked.map(({ code, said, decided }, n) => ({
        cells: [
          <>
            <input type="hidden" name={`code.${n}`} value={code} />
            {decided ? <input type="hidden" name={`was.${n}`} value="yes" /> : null}
            {code}
            {said ? <span class="sub">{said}</span> : null}
          </>,
          <>
            <div class="row">
              <select class="input words" name={`means.${n}`} aria-label={t("codes.means-of", { code })}>
                <Choices t={t} chosen={meaningValue(decided)} people={people} />
              </select>
              <input
                class="input"
                name={`unit.${n}`}
                value={decided?.kind === "item" ? decided.unit : ""}
                size={12}
                maxlength={30}
                autocomplete="off"
                placeholder={t("import.unit")}
                aria-label={t("codes.unit-of", { code })}
              />
            </div>
            {mends.of(code) ? (
              <span class="err">
                <Mark name="H" />
                <span>{mends.of(code)}</span>
              </span>
            ) : null}
          </>,
        ],
      }))}
    />
  );
}

function Choices({ t, chosen, people }: { t: Text; chosen: string; people: boolean }) {
  const choice = (value: string, word: string) => (
    <option value={value} selected={value === chosen}>
      {word}
    </option>
  );
  return (
    <>
      {choice("", t("codes.undecided"))}
      {choice("leave", t("codes.leave"))}
      {people ? (
        <optgroup label={t("codes.person")}>
          {personFields.map((field) => choice(`person ${field}`, t(`import.field.${field}`)))}
        </optgroup>
      ) : null}
      {Object.entries(itemGroups).map(([group, name]) => {
        const items = catalogue.filter((item) => item.group === group);
        return items.length ? (
          <optgroup label={t.pick(name)}>
            {items.map(({ code, name: of }) => choice(`item ${code}`, t.pick(of)))}
          </optgroup>
        ) : null;
      })}
    </>
  );
}
