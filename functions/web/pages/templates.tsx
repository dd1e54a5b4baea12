import {
  addOwnTemplate,
  departments,
  editTemplate,
  outcomes,
  readTemplates,
  type Template,
} from "../../../shared/assessment/index.ts";
import { NotFound } from "../../../shared/kernel/errors.ts";
import { Button, ButtonLink, Choices, ErrorSummary, Field, State } from "../components/index.ts";
import { Page } from "../layout/index.ts";
import { type PageCall, type PageRoute, see } from "../page-route.ts";
import type { Text } from "../text/index.ts";
import { departmentName, outcomeKey } from "./departments/words.ts";
import { SelectField, TextField } from "./forms/controls.tsx";
import { Key } from "./forms/Key.tsx";
import { type Mends, mendsCalled, nothingToMend } from "./forms/mends.ts";

const home = "/settings/templates";

async function list({ ctx, t, frame }: PageCall) {
  const { templates } = await readTemplates(ctx);
  return (
    <Page {...frame} path={home} title={t("tpl.title")} current="templates">
      <div class="head">
        <div>
          <h1>{t("tpl.title")}</h1>
          <p>{t("tpl.sub")}</p>
        </div>
        <ButtonLink href={`${home}/new`} icon="plus">
          {t("tpl.add")}
        </ButtonLink>
      </div>
      {departments.map(({ id }) => {
        const own = templates.filter((one) => one.department === id);
        return own.length ? (
          <section class="card" aria-labelledby={`of-${id}`}>
            <h2 id={`of-${id}`}>{departmentName(t, id)}</h2>
            <ul class="tasks">
              {own.map((one) => (
                <Line t={t} one={one} />
              ))}
            </ul>
          </section>
        ) : null;
      })}
    </Page>
  );
}

function Line({ t, one }: { t: Text; one: Template }) {
  return (
    <li class="row spread">
      <div>
        <b>{t.pick(one.name)}</b> · {t(outcomeKey(one.outcome))}
        {one.retired ? <State is="waiting" word={t("tpl.retired")} /> : null}
        <p class="said">{t.pick(one.text)}</p>
        <p class="small quiet">
          {t("tpl.version", { n: one.version })} · {whenMade(t, one)}
        </p>
      </div>
      <ButtonLink href={`${home}/${one.id}`} size="small">
        {t("tpl.edit")}
        <span class="sr"> {t.pick(one.name)}</span>
      </ButtonLink>
    </li>
  );
}

const whenMade = (t: Text, { by, at }: Template): string =>
  by && at
    ? t("dept.by", { name: by.name, when: t.moment(at) })
    : `${t("tpl.shipped")} · ${t("tpl.unsigned")}`;

const show = (call: PageCall) => pageOf(call, nothingToMend);

async function pageOf(call: PageCall, refused: Mends) {
  const { ctx, t, frame, params, form, query } = call;
  const id = params["id"] ?? "";
  const fresh = id === "new";
  const { versions } = await readTemplates(ctx);
  const every = versions.get(id) ?? [];
  const [newest] = every;
  if (!fresh && !newest) throw new NotFound();
  const from = every.find(({ version }) => String(version) === query.get("from")) ?? newest;
  const path = `${home}/${id}`;
  const title = newest ? t.pick(newest.name) : t("tpl.new");
  const kept: Record<string, string> = {
    department: from?.department ?? "",
    outcome: from?.outcome ?? "nothing abnormal",
    "name.zh": from?.name.zh ?? "",
    "name.en": from?.name.en ?? "",
    "text.zh": from?.text.zh ?? "",
    "text.en": from?.text.en ?? "",
  };
  const value = (name: string) => (form.has(name) ? form.text(name) : (kept[name] ?? ""));
  const filled = { t, mends: refused, value };
  return (
    <Page {...frame} path={path} title={title} current="templates">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{t("tpl.sub")}</p>
        </div>
        <a class="btn" href={home}>
          {t("tpl.back")}
        </a>
      </div>
      <form method="post" action={path} class="card form" novalidate data-guard>
        <ErrorSummary t={t} errors={refused.all} />
        {fresh ? <Key call={call} /> : null}
        <input type="hidden" name="seen" value={form.text("seen") || String(newest?.version ?? 0)} />
        <SelectField
          form={filled}
          name="department"
          label={t("tpl.department")}
          options={departments.map((one) => ({ value: one.id, label: t.pick(one.name) }))}
        />
        <Choices
          legend={t("dept.outcome")}
          name="outcome"
          kind="radio"
          options={outcomes.map((one) => ({
            value: one,
            label: t(outcomeKey(one)),
            checked: value("outcome") === one,
          }))}
        />
        <div class="cols" data-cols="half">
          <TextField form={filled} name="name.zh" label={t("tpl.name-zh")} maxlength={60} />
          <TextField form={filled} name="name.en" label={t("tpl.name-en")} maxlength={80} />
        </div>
        <p class="small quiet">{t("tpl.text-hint", { example: "{FPG}", bare: "{FPG.value}" })}</p>
        <div class="cols" data-cols="half">
          {(["zh", "en"] as const).map((language) => (
            <Field
              t={t}
              name={`text.${language}`}
              label={t(language === "zh" ? "tpl.text-zh" : "tpl.text-en")}
              error={refused.of(`text.${language}`)}
            >
              {(wiring) => (
                <textarea {...wiring} rows={4} maxlength={1000} lang={language === "zh" ? "zh-CN" : "en"}>
                  {value(`text.${language}`)}
                </textarea>
              )}
            </Field>
          ))}
        </div>
        {newest ? (
          <Choices
            legend={t("tpl.offer")}
            name="retired"
            kind="checkbox"
            options={[
              {
                value: "yes",
                label: t("tpl.retired"),
                checked: form.has("seen") ? form.has("retired") : newest.retired,
              },
            ]}
          />
        ) : null}
        <Button kind="main">{t("tpl.keep", { n: (newest?.version ?? 0) + 1 })}</Button>
      </form>
      {every.length > 1 ? <Versions t={t} every={every} path={path} /> : null}
    </Page>
  );
}

function Versions({ t, every, path }: { t: Text; every: readonly Template[]; path: string }) {
  return (
    <section class="card" aria-labelledby="versions">
      <h2 id="versions">{t("tpl.versions")}</h2>
      <ol class="tasks">
        {every.map((one, at) => (
          <li class="row spread">
            <div>
              <b>{t("tpl.version", { n: one.version })}</b> · {whenMade(t, one)}
              <p class="said">{t.pick(one.text)}</p>
            </div>
            {at ? (
              <ButtonLink href={`${path}?from=${one.version}`} size="small">
                {t("tpl.put-back")}
                <span class="sr"> {t("tpl.version", { n: one.version })}</span>
              </ButtonLink>
            ) : null}
          </li>
        ))}
      </ol>
    </section>
  );
}

async function keep(call: PageCall) {
  const { ctx, t, form, params } = call;
  const id = params["id"] ?? "";
  const said = {
    department: form.text("department"),
    outcome: form.text("outcome") as Template["outcome"],
    name: { zh: form.text("name.zh"), en: form.text("name.en") },
    text: { zh: form.text("text.zh"), en: form.text("text.en") },
    retired: form.has("retired"),
  };
  try {
    const { name, version } =
      id === "new"
        ? await addOwnTemplate(ctx, said, form.maybe("key"))
        : await editTemplate(ctx, id, { ...said, seen: Number(form.text("seen")) });
    return see(home, { text: t("tpl.kept", { name: t.pick(name), n: version }) });
  } catch (error) {
    return pageOf(
      call,
      mendsCalled(t, error, (field) => (field === "text" ? "text.zh" : field)),
    );
  }
}

export const templatePages: PageRoute[] = [
  { method: "GET", path: home, action: "template:edit", run: list },
  { method: "GET", path: `${home}/:id`, action: "template:edit", run: show },
  { method: "POST", path: `${home}/:id`, action: "template:edit", run: keep },
];
