import { type Formula, formulaCalled, formulaGroups } from "../../../shared/assessment/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { Button, Chips, ErrorSummary, Facts, Note } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import type { PageCall, PageRoute } from "../page-route.ts";
import type { Text } from "../text/index.ts";
import { Asked } from "./calculators/Asked.tsx";
import { answered } from "./calculators/answered.ts";
import { nothingToMend } from "./forms/mends.ts";
import { Explained, InLarge } from "./scores/Explained.tsx";
import { validFor } from "./scores/score-words.ts";

/** Every formula there is, in the groups a physician reads them in. */
async function list({ t, frame }: PageCall) {
  const groups = formulaGroups.filter(({ formulas }) => formulas.length);
  return (
    <Page {...frame} title={t("calc.title")} current="calculators">
      <div class="head">
        <div>
          <h1>{t("calc.title")}</h1>
          <p>{t("calc.sub")}</p>
        </div>
      </div>
      <Chips
        label={t("calc.groups")}
        items={groups.map(({ id, name, formulas }) => ({
          href: `#${id}`,
          word: t.pick(name),
          count: formulas.length,
        }))}
      />
      <div class="calcs">
        {groups.map(({ id, name, formulas }) => (
          <section class="card" id={id} aria-labelledby={`${id}-title`}>
            <h2 id={`${id}-title`}>{t.pick(name)}</h2>
            <ul class="tasks">
              {formulas.map((one) => (
                <li>
                  <a href={`/calculators/${one.id}`}>{t.pick(one.name)}</a> <Standing t={t} one={one} />
                  <span class="sub">{one.source}</span>
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
    </Page>
  );
}

/** What a formula is not yet, or not for. */
function Standing({ t, one }: { t: Text; one: Formula }) {
  return (
    <>
      {one.status === "needs sign-off" ? <span class="signoff">{t("calc.needs-sign-off")}</span> : null}{" "}
      {one.research ? <span class="signoff">{t("calc.research")}</span> : null}
    </>
  );
}

function formulaOf({ params }: PageCall): Formula {
  const one = formulaCalled(params["formula"] ?? "");
  if (!one) throw new NotFound();
  return one;
}

/** The form of one formula; posted, with its answer above it. Nothing of it is kept, and nothing stands in the address. */
async function show(call: PageCall, posted: boolean) {
  const { t, form, frame } = call;
  const one = formulaOf(call);
  const path = `/calculators/${one.id}`;
  const { score, mends } = posted ? answered(t, one, form) : { score: undefined, mends: nothingToMend };
  return (
    <Page {...frame} path={path} title={t.pick(one.name)} current="calculators">
      <div class="head">
        <div>
          <h1>{t.pick(one.name)}</h1>
          <p>
            {one.source} <Standing t={t} one={one} />
          </p>
        </div>
        <a class="btn" href="/calculators">
          {t("calc.all")}
        </a>
      </div>
      {score ? (
        <section class="card" aria-labelledby="result" role="status">
          <h2 id="result">{t("calc.result")}</h2>
          {score.value === null ? (
            <Note kind="watch">
              {score.notComputed ? t.pick(score.notComputed) : t("score.not-computed")}
            </Note>
          ) : (
            <>
              <InLarge t={t} score={score} />
              {score.note && !one.scale ? <p>{t.pick(score.note)}</p> : null}
            </>
          )}
        </section>
      ) : null}
      <form method="post" action={path} class="card form" novalidate aria-label={t.pick(one.name)}>
        <ErrorSummary t={t} errors={mends.all} />
        <Asked t={t} one={one} form={form} mends={mends} />
        <Button kind="main">{t("calc.run")}</Button>
      </form>
      {score && score.value !== null ? <Explained t={t} score={score} /> : <About t={t} one={one} />}
    </Page>
  );
}

function About({ t, one }: { t: Text; one: Formula }) {
  const valid = validFor(t, one.id).join(t.language === "zh" ? "；" : "; ");
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">{t("calc.about")}</h2>
      <Facts
        facts={[
          [t("score.formula"), one.writtenAs],
          [t("score.source"), one.source],
          ...(valid ? [[t("score.valid"), valid] as [string, string]] : []),
        ]}
      />
    </section>
  );
}

export const calculatorPages: PageRoute[] = [
  { method: "GET", path: "/calculators", action: "calculator:use", run: list },
  {
    method: "GET",
    path: "/calculators/:formula",
    action: "calculator:use",
    run: (call) => show(call, false),
  },
  {
    method: "POST",
    path: "/calculators/:formula",
    action: "calculator:use",
    run: (call) => show(call, true),
  },
];
