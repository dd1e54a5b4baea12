import {
  endLicence,
  type Licence,
  licenseQuestionnaire,
  type Questionnaire,
  questionnaireCalled,
  questionnaires,
  readLicences,
} from "../../../../shared/assessment/index.ts";
import { NotFound } from "../../../../shared/kernel/errors.ts";
import { Button, ButtonLink, ErrorSummary, Field } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import { type PageCall, see } from "../../page-route.ts";
import type { Text } from "../../text/index.ts";
import { TextField } from "../forms/controls.tsx";
import { type Mends, mends, mendsFor, nothingToMend, type Problem } from "../forms/mends.ts";
import { fieldTyped, hintFor, licenceIn, linesThatDiffer, typedOr } from "./licence-form.ts";

const home = "/settings/questionnaires";

/** Every questionnaire, whose words it has, and by what licence. */
export async function listLicences({ ctx, t, frame }: PageCall) {
  const licences = await readLicences(ctx);
  const licenceOf = (code: string) => licences.find((one) => one.code === code);
  return (
    <Page {...frame} path={home} title={t("quest.settings")} current="questionnaires">
      <div class="head">
        <div>
          <h1>{t("quest.settings")}</h1>
          <p>{t("quest.settings-sub")}</p>
        </div>
      </div>
      <section class="card">
        <ul class="tasks asks">
          {questionnaires.map((one) => (
            <Line t={t} one={one} licence={licenceOf(one.code)} />
          ))}
        </ul>
      </section>
    </Page>
  );
}

function Line({ t, one, licence }: { t: Text; one: Questionnaire; licence: Licence | undefined }) {
  const inForce = licence && !licence.ended ? licence : undefined;
  return (
    <li class="row spread">
      <div>
        <b>
          {t.pick(one.name)} · {t.pick(one.about)}
        </b>
        <p>{wordsOf(t, one, licence)}</p>
        {inForce ? <p class="small">{inForce.reference}</p> : null}
        <p class="small quiet">{t.pick(one.licence)}</p>
      </div>
      {one.wording ? null : (
        <ButtonLink href={`${home}/${one.code}`} size="small">
          {t(inForce ? "quest.change" : "quest.open")}
          <span class="sr"> {t.pick(one.name)}</span>
        </ButtonLink>
      )}
    </li>
  );
}

/** Whose words there are. */
function wordsOf(t: Text, one: Questionnaire, licence: Licence | undefined): string {
  if (one.wording) return t("quest.words-free");
  if (!licence) return t("quest.words-none");
  return licence.ended
    ? t("quest.ended-on", { day: t.date(licence.ended.at) })
    : t("quest.words-centre", { day: t.date(licence.at) });
}

function asked({ params }: PageCall): Questionnaire {
  const found = questionnaireCalled(params["code"] ?? "");
  if (!found || found.wording) throw new NotFound();
  return found;
}

/** The licence and the words of one questionnaire. */
export async function showLicence(call: PageCall, refused: Mends = nothingToMend) {
  const { ctx, t, frame, form } = call;
  const one = asked(call);
  const licence = (await readLicences(ctx)).find(({ code }) => code === one.code);
  const inForce = licence && !licence.ended ? licence : undefined;
  const value = (name: string) => typedOr(form, licence, name);
  const filled = { t, mends: refused, value };
  const path = `${home}/${one.code}`;
  return (
    <Page {...frame} path={path} title={t.pick(one.name)} current="questionnaires">
      <div class="head">
        <div>
          <h1>
            {t.pick(one.name)} · {t.pick(one.about)}
          </h1>
          <p>{t.pick(one.licence)}</p>
        </div>
        <a class="btn" href={home}>
          {t("quest.back")}
        </a>
      </div>
      <form method="post" action={path} class="card form" novalidate data-guard>
        <ErrorSummary t={t} errors={refused.all} />
        <TextField
          form={filled}
          name="reference"
          label={t("quest.reference")}
          hint={t("quest.reference-hint")}
          maxlength={300}
        />
        {licence ? (
          <p class="small quiet">
            {t("quest.recorded-by", { day: t.date(licence.at), name: licence.by.name })}
          </p>
        ) : null}
        <div class="cols" data-cols="half">
          <Box filled={filled} name="intro.zh" label={t("quest.intro-zh")} rows={2} />
          <Box filled={filled} name="intro.en" label={t("quest.intro-en")} rows={2} english />
        </div>
        {one.questions.map((_, at) => (
          <div class="cols" data-cols="half">
            <Box
              filled={filled}
              name={`q${at}.zh`}
              label={t("quest.question-zh", { n: at + 1 })}
              hint={hintFor(t, one, at)}
            />
            <Box filled={filled} name={`q${at}.en`} label={t("quest.question-en", { n: at + 1 })} english />
          </div>
        ))}
        <Button kind="main">{t("quest.record")}</Button>
      </form>
      {inForce ? (
        <form method="post" action={`${path}/end`} class="card form">
          <p>{t("quest.end-text")}</p>
          <Button>{t("quest.end")}</Button>
        </form>
      ) : null}
    </Page>
  );
}

function Box(props: {
  filled: { t: Text; mends: Mends; value(name: string): string };
  name: string;
  label: string;
  hint?: string;
  rows?: number;
  english?: true;
}) {
  const { filled, name, label, rows = 6, english } = props;
  const { t, mends: refused, value } = filled;
  const hint = english ? t("quest.english-hint") : props.hint;
  return (
    <Field t={t} name={name} label={label} hint={hint} error={refused.of(name)} optional={english}>
      {(wiring) => (
        <textarea {...wiring} rows={rows} lang={english ? "en" : "zh-CN"} spellcheck={false}>
          {value(name)}
        </textarea>
      )}
    </Field>
  );
}

/** Records what was typed; a refused form keeps it. */
export async function recordLicence(call: PageCall) {
  const { ctx, t, form } = call;
  const one = asked(call);
  const differing = linesThatDiffer(t, form, one);
  if (differing.length)
    return showLicence(
      call,
      mends(t, differing, (field) => nameOf(t, field)),
    );
  try {
    await licenseQuestionnaire(ctx, one.code, licenceIn(form, one));
    return see(home, { text: t("quest.recorded", { name: t.pick(one.name) }) });
  } catch (error) {
    const problems = oneEach(
      mendsFor(t, error).all.map(({ field = "", message }) => ({ field: fieldTyped(field), message })),
    );
    return showLicence(
      call,
      mends(t, problems, (field) => nameOf(t, field)),
    );
  }
}

/** Of several things wrong with one box, the one that says how to fill it. */
const oneEach = (problems: readonly Problem[]): Problem[] => [
  ...new Map(problems.map((one) => [one.field, one])).values(),
];

/** What a field is called, for the summary of what is to be mended. */
function nameOf(t: Text, field: string): string | undefined {
  const [part = "", language] = field.split(".");
  if (part === "reference") return t("quest.reference");
  if (part === "intro") return t(language === "en" ? "quest.intro-en" : "quest.intro-zh");
  const n = Number(part.slice(1)) + 1;
  return Number.isNaN(n)
    ? undefined
    : t(language === "en" ? "quest.question-en" : "quest.question-zh", { n });
}

export async function stopLicence(call: PageCall) {
  const { ctx, t } = call;
  const one = asked(call);
  await endLicence(ctx, one.code);
  return see(home, { text: t("quest.ended", { name: t.pick(one.name) }) });
}
