import {
  bandEdges,
  type Formula,
  formulaCalled,
  inputsSaid,
  type Score,
  unitText,
  valuesOf,
  type WhatIf,
  whatWouldHelp,
} from "../../../../shared/assessment/index.ts";
import { RiskScale } from "../../charts/index.ts";
import { Facts, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { changeSaid, figure, validFor, valueSaid, wordSaid } from "./score-words.ts";

/** A score for the physician: what went in, the formula and its source, what it hangs on, what would lower it. */
export function Explained({ t, score }: { t: Text; score: Score }) {
  const one = formulaCalled(score.id);
  return (
    <>
      <section class="card" aria-labelledby="how">
        <h2 id="how">{t("score.explained")}</h2>
        {score.value === null ? <p>{score.notComputed ? t.pick(score.notComputed) : null}</p> : null}
        {score.note ? <p class="quiet">{t.pick(score.note)}</p> : null}
        {one ? <Inputs t={t} one={one} score={score} /> : null}
        {score.parts?.length ? <Parts t={t} parts={score.parts} /> : null}
        <Facts facts={factsOf(t, score, one)} />
        {one?.status === "needs sign-off" ? <p class="signoff">{t("kit.needs-sign-off")}</p> : null}
      </section>
      {one && score.value !== null ? <Sensitivity t={t} one={one} score={score} /> : null}
    </>
  );
}

const factsOf = (t: Text, score: Score, one: Formula | undefined): [string, string][] => [
  [t("score.formula"), one?.writtenAs ?? ""],
  [t("score.source"), score.source],
  [t("score.valid"), one ? validFor(t, one.id).join(t.language === "zh" ? "；" : "; ") : ""],
];

function Inputs({ t, one, score }: { t: Text; one: Formula; score: Score }) {
  return (
    <MarkedTable
      caption={t("score.input")}
      kind="inputs"
      columns={[{ head: t("score.input") }, { head: t("score.value"), figure: true }]}
      rows={inputsSaid(one, score).map(({ key, label, value, unit }) => ({
        cells: [
          t.pick(label),
          wordSaid(t, one.inputs[key], value) ?? valueSaid(t, value, unit === "a" ? "" : unit),
        ],
      }))}
    />
  );
}

function Parts({ t, parts }: { t: Text; parts: NonNullable<Score["parts"]> }) {
  return (
    <MarkedTable
      caption={t("score.parts")}
      kind="inputs"
      columns={[{ head: t("score.parts") }, { head: t("score.value"), figure: true }]}
      rows={parts.map((part) => ({
        cells: [
          t.pick(part.name),
          [t.number(part.value, part.decimals), unitText(part.unit)].join(" ").trim(),
        ],
      }))}
    />
  );
}

/** The sum of answers hangs on every answer alike: nothing to say of one. */
const asksQuestions = ({ inputs }: Formula): boolean =>
  Object.values(inputs).some(({ kind }) => kind === "answers");

function Sensitivity({ t, one, score }: { t: Text; one: Formula; score: Score }) {
  const values = valuesOf(one, score);
  const edges = bandEdges(one, values);
  const { each, together } = whatWouldHelp(one, values);
  return (
    <>
      {score.band && !asksQuestions(one) ? (
        <section class="card" aria-labelledby="edges">
          <h2 id="edges">{t("score.edges")}</h2>
          <p class="small quiet">{t(edges.length ? "score.edges-sub" : "score.edges-none")}</p>
          {edges.length ? <Changes t={t} score={score} changes={edges} caption={t("score.edges")} /> : null}
        </section>
      ) : null}
      {one.unit === "%" ? (
        <section class="card" aria-labelledby="helps">
          <h2 id="helps">{t("score.helps")}</h2>
          <p class="small quiet">{t(each.length ? "score.helps-sub" : "score.helps-none")}</p>
          {each.length ? (
            <Changes t={t} score={score} changes={each} together={together} caption={t("score.helps")} />
          ) : null}
        </section>
      ) : null}
    </>
  );
}

function Changes({
  t,
  score,
  changes,
  together,
  caption,
}: {
  t: Text;
  score: Score;
  changes: readonly WhatIf[];
  together?: Pick<WhatIf, "value" | "band"> | undefined;
  caption: string;
}) {
  const reads = ({ value, band }: Pick<WhatIf, "value" | "band">): string => {
    const said = figure(t, { ...score, value });
    if (!band) return said;
    return said ? t("score.would-be", { value: said, band: t.pick(band.label) }) : t.pick(band.label);
  };
  return (
    <MarkedTable
      caption={caption}
      kind="edges"
      columns={[{ head: t("score.input") }, { head: t("score.band"), figure: true }]}
      rows={[
        ...changes.map((change) => ({ cells: [changeSaid(t, change), reads(change)] })),
        ...(together ? [{ cells: [<b>{t("score.together")}</b>, <b>{reads(together)}</b>] }] : []),
      ]}
    />
  );
}

/** A score in large: on the line of its bands where its formula has one, else the number and what it reads as. */
export function InLarge({ t, score }: { t: Text; score: Score }) {
  const scale = formulaCalled(score.id)?.scale;
  const comma = t.language === "zh" ? "，" : ", ";
  const said = [figure(t, score), score.band ? t.pick(score.band.label) : ""].filter(Boolean).join(comma);
  if (!scale || score.value === null) return <p class="value">{said}</p>;
  return (
    <RiskScale
      risk={{
        title: `${t.pick(score.name)} ${said}`,
        bands: scale.map(({ id, label, range }) => ({
          word: `${t.pick(label)}${comma}${t.pick(range)}`,
          here: id === score.band?.id,
        })),
        note: score.note ? t.pick(score.note) : undefined,
      }}
    />
  );
}
