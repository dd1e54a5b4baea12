import { NotFound } from "../../../../shared/kernel/errors.ts";
import { addDays, localDate } from "../../../../shared/kernel/time.ts";
import {
  catalogue,
  catalogueItem,
  type DayPrices,
  itemGroups,
  listKinds,
  nameOf,
  services,
} from "../../../../shared/testing/index.ts";
import { Button, ButtonLink, Choices, ErrorSummary, Facts, Field } from "../../components/index.ts";
import { Page } from "../../layout/index.ts";
import type { PageCall } from "../../page-route.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import type { Mends } from "../forms/mends.ts";
import { firstOf, kinds } from "./edition-form.ts";

interface Props {
  call: PageCall;
  book: { prices: DayPrices };
  mends: Mends;
}

/** One thing of the price book, as it is to be from a later day on. */
export function EditPage({ call, book, mends }: Props) {
  const { t, params, form, frame, ctx } = call;
  const { kind = "", id = "" } = params;
  const { prices } = book;
  const title = titleOf(call, prices);
  const first: Record<string, string> = {
    from: addDays(localDate(ctx.now()), 1),
    ...firstOf(kind, id, prices),
  };
  const filled: Filled = {
    t,
    mends,
    value: (name) => (form.names().length ? form.text(name) : (first[name] ?? "")),
  };
  const here = `/settings/catalogue/${kind}/${id}`;
  const tab = kinds[kind as "part" | "package" | "list"](id);
  return (
    <Page {...frame} path={here} title={title} current="catalogue">
      <div class="head">
        <div>
          <h1>{title}</h1>
          <p>{t("price.edit-sub")}</p>
        </div>
        <ButtonLink href={`/settings/catalogue?show=${tab}`}>{t("price.back")}</ButtonLink>
      </div>
      <div class="cols" data-cols="side">
        <form method="post" action={here} class="card form" novalidate data-guard aria-label={title}>
          <ErrorSummary t={t} errors={mends.all} />
          {kind === "part" ? <PartFields form={filled} /> : null}
          {kind === "package" ? <PackageFields call={call} form={filled} prices={prices} /> : null}
          {kind === "list" ? <ListFields form={filled} isNew={id === "new"} /> : null}
          <TextField
            form={filled}
            name="from"
            type="date"
            label={t("price.from")}
            hint={t("price.from-hint")}
          />
          {kind === "part" ? null : (
            <TextField form={filled} name="until" type="date" label={t("price.until")} optional />
          )}
          <Button kind="main">{t("price.write")}</Button>
        </form>
        {kind === "part" ? <About call={call} id={id} /> : null}
      </div>
    </Page>
  );
}

function titleOf({ t, params }: PageCall, prices: DayPrices): string {
  const { kind = "", id = "" } = params;
  if (kind === "part" && prices.part(id)) return t.pick(nameOf(id));
  const bundle = kind === "package" ? prices.bundle(id) : undefined;
  if (bundle) return t.pick(bundle.name);
  if (kind !== "list") throw new NotFound();
  const list = prices.lists.find((one) => one.id === id);
  if (!list && id !== "new") throw new NotFound();
  return list ? t.pick(list.name) : t("price.new-list");
}

const PartFields = ({ form }: { form: Filled }) => (
  <>
    <TextField
      form={form}
      name="priceFen"
      label={form.t("price.price-yuan")}
      inputmode="decimal"
      maxlength={12}
    />
    <TextField
      form={form}
      name="costFen"
      label={form.t("price.cost-yuan")}
      inputmode="decimal"
      maxlength={12}
    />
  </>
);

function PackageFields({ call, form, prices }: { call: PageCall; form: Filled; prices: DayPrices }) {
  const { t } = form;
  const bundle = prices.bundle(call.params["id"] ?? "");
  const posted = call.form.names().length > 0;
  const isIn = (name: "items" | "services", code: string): boolean =>
    posted ? call.form.all(name).includes(code) : (bundle?.[name].includes(code) ?? false);
  const items = catalogue.filter(({ code }) => prices.part(code));
  const groups = [...new Set(items.map(({ group }) => group))];
  return (
    <>
      <TextField
        form={form}
        name="percentOff"
        label={t("price.percent-off")}
        inputmode="numeric"
        maxlength={3}
      />
      <div class="cols" data-cols="half">
        <TextField
          form={form}
          name="female"
          label={t("price.fixed-female")}
          hint={t("price.fixed-hint")}
          inputmode="decimal"
          maxlength={12}
          optional
        />
        <TextField
          form={form}
          name="male"
          label={t("price.fixed-male")}
          hint={t("price.fixed-hint")}
          inputmode="decimal"
          maxlength={12}
          optional
        />
      </div>
      <Choices
        legend={t("price.tab.services")}
        name="services"
        kind="checkbox"
        error={form.mends.of("services")}
        options={services.map(({ code, name }) => ({
          value: code,
          label: t.pick(name),
          checked: isIn("services", code),
        }))}
      />
      <fieldset class="field" id="items" tabindex={-1}>
        <legend>{t("price.tab.items")}</legend>
        {groups.map((group) => (
          <details>
            <summary>
              {t.pick(itemGroups[group] ?? { en: group, zh: group })}{" "}
              {t("price.chosen", {
                n: items.filter((item) => item.group === group && isIn("items", item.code)).length,
                m: items.filter((item) => item.group === group).length,
              })}
            </summary>
            <div class="choices">
              {items
                .filter((item) => item.group === group)
                .map(({ code, name }) => (
                  <label>
                    <input type="checkbox" name="items" value={code} checked={isIn("items", code)} />
                    <span>{t.pick(name)}</span>
                  </label>
                ))}
            </div>
          </details>
        ))}
      </fieldset>
    </>
  );
}

function ListFields({ form, isNew }: { form: Filled; isNew: boolean }) {
  const { t } = form;
  return (
    <>
      {isNew ? (
        <TextField form={form} name="id" label={t("price.id")} hint={t("price.id-hint")} maxlength={40} />
      ) : null}
      <TextField form={form} name="name.zh" label={t("price.name-zh")} maxlength={60} />
      <TextField form={form} name="name.en" label={t("price.name-en")} maxlength={60} optional />
      <SelectField
        form={form}
        name="of"
        label={t("price.of")}
        options={listKinds.map((value) => ({ value, label: t(`price.of.${value}`) }))}
      />
      <TextField form={form} name="key" label={t("price.key")} hint={t("price.key-hint")} maxlength={60} />
      <Field
        t={t}
        name="terms"
        label={t("price.terms")}
        hint={t("price.terms-hint")}
        error={form.mends.of("terms")}
      >
        {(wiring) => (
          <textarea {...wiring} rows={6} spellcheck={false}>
            {form.value("terms")}
          </textarea>
        )}
      </Field>
    </>
  );
}

/** What the catalogue says of an item: ranges by sex and age with their source. */
function About({ call, id }: { call: PageCall; id: string }) {
  const { t } = call;
  const item = catalogueItem(id);
  if (!item) return null;
  return (
    <section class="card" aria-labelledby="about">
      <h2 id="about">{t("price.about")}</h2>
      <Facts
        facts={[
          [
            "LOINC",
            item.loinc ? `${item.loinc} (${t(`price.loinc.${item.loincStatus}`)})` : t("price.loinc.none"),
          ],
          [t("price.unit"), item.unit],
          [t("price.specimen"), item.specimen],
          [t("price.prepare"), item.preparation ? t.pick(item.preparation) : undefined],
          [t("price.note"), item.note],
          ...item.ranges.map((range): readonly [string, string] => [
            [
              range.sex ? t(`price.only.${range.sex}`) : t("price.anybody"),
              `${range.ageMin}–${range.ageMax ?? ""}`,
            ].join(" "),
            `${range.low ?? ""}–${range.high ?? ""}${range.expected ?? ""} ${item.unit} · ${range.source}`,
          ]),
        ]}
      />
    </section>
  );
}
