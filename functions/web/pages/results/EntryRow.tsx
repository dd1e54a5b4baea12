import { unitText } from "../../../../shared/assessment/index.ts";
import {
  type CatalogueItem,
  plausibilityOf,
  type Reading,
  resultWord,
  type Who,
} from "../../../../shared/testing/index.ts";
import { Mark } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import type { Mends } from "../forms/mends.ts";
import { numberIn } from "../forms/number-in.ts";
import { meant, rangeText, resultWords, tickFor } from "./rows.ts";

interface Props {
  call: PageCall;
  item: CatalogueItem;
  who: Who;
  last: Reading | undefined;
  mends: Mends;
}

/** One item: what it was, what it is now, and what it should be; an odd value asks to be looked at again. */
export function EntryRow({ call, item, who, last, mends }: Props) {
  const { t } = call;
  const unit = unitText(item.unit);
  return (
    <tr>
      <th scope="row" class={item.partOf ? "of" : undefined}>
        {t.pick(item.name)}
      </th>
      <td>
        {last ? (
          <>
            <span class="num">
              {last.comparator ?? ""}
              {wordOf(t, item.code, last.value)}
            </span>
            <span class="sub nowrap">{last.date}</span>
          </>
        ) : (
          <span class="quiet">–</span>
        )}
      </td>
      <td>
        <Entry call={call} item={item} mends={mends} unit={unit} />
      </td>
      <td class="num nowrap">
        {item.kind === "number" && typeof last?.value === "number" && !last.comparator ? (
          <output for={`results.${item.code}`} data-from={String(last.value)}>
            {changeFrom(last.value, numberIn(call.form.text(`results.${item.code}`)))}
          </output>
        ) : null}
      </td>
      <td class="num quiet nowrap">{rangeText(t, item.code, who)}</td>
    </tr>
  );
}

/** How far a number is from the last one, with its sign; nothing while nothing is typed. */
function changeFrom(last: number, now: number | undefined): string {
  if (now === undefined) return "";
  const change = Number((now - last).toPrecision(6));
  return change > 0 ? `+${change}` : String(change).replace("-", "−");
}

function Entry({ call, item, mends, unit }: Pick<Props, "call" | "item" | "mends"> & { unit: string }) {
  const { t, form } = call;
  const name = `results.${item.code}`;
  const typed = form.text(name);
  const error = mends.of(name);
  const value = numberIn(typed);
  const guess = value === undefined ? undefined : meant(item.code, value);
  const unlikely = value !== undefined && plausibilityOf(item.code, value) === "unlikely";
  const wiring = {
    id: name,
    name,
    "aria-label": unit ? `${t.pick(item.name)}, ${unit}` : t.pick(item.name),
    "aria-invalid": error ? ("true" as const) : undefined,
    "aria-describedby": error ? `${name}-error` : undefined,
  };
  return (
    <div class="entry">
      {item.kind === "qualitative" || item.kind === "choice" ? (
        <select {...wiring} class={item.kind === "choice" ? "input words" : "input"}>
          <option value=""></option>
          {wordsOf(t, item).map(({ word, text }) => (
            <option value={word} selected={word === typed}>
              {text}
            </option>
          ))}
        </select>
      ) : (
        <input
          {...wiring}
          class={item.kind === "text" ? "input words" : "input"}
          value={typed}
          inputmode={item.kind === "number" ? "decimal" : undefined}
          maxlength={item.kind === "number" ? 12 : 200}
          autocomplete="off"
        />
      )}
      {unit ? <span class="unit">{unit}</span> : null}
      {error ? (
        <span class="err" id={`${name}-error`}>
          <Mark name="H" />
          <span>
            {error} {guess === undefined ? null : t("results.meant", { value: guess })}
          </span>
        </span>
      ) : null}
      {unlikely ? (
        <label class="tick">
          <input
            type="checkbox"
            name="confirmed"
            value={tickFor(item.code, typed)}
            checked={form.all("confirmed").includes(tickFor(item.code, typed))}
          />{" "}
          {t("results.confirm", { value: typed })}
        </label>
      ) : null}
    </div>
  );
}

const wordsOf = (t: PageCall["t"], item: CatalogueItem) =>
  item.words?.map(({ code, name }) => ({ word: code, text: t.pick(name) })) ??
  resultWords.map((word) => ({ word, text: t(`results.word.${word}`) }));

/** A word of a qualitative or coded result in the reader's language; everything else as it stands. */
export function wordOf(t: PageCall["t"], code: string, value: number | string): string {
  const own = resultWord(code, value);
  if (own) return t.pick(own);
  const word = resultWords.find((one) => one === value);
  return word ? t(`results.word.${word}`) : String(value);
}
