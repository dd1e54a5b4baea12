import { documentKinds, relations } from "../../../../shared/clients/index.ts";
import { channelNames } from "../../../../shared/kernel/ports.ts";
import type { PlainDate } from "../../../../shared/kernel/time.ts";
import { Button, Choices, Field } from "../../components/index.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";

/** The first step: what proves who this is. The button fills in what the number tells. */
export function DocumentPart({ form, first }: { form: Filled; first: boolean }) {
  const { t } = form;
  return (
    <section class="card form" aria-labelledby="document-part">
      <h2 id="document-part">{t("enrol.document")}</h2>
      <div class="cols" data-cols="half">
        <SelectField
          form={form}
          name="document.kind"
          label={t("enrol.kind")}
          options={documentKinds.map((kind) => ({ value: kind, label: t(`enrol.kind.${kind}`) }))}
        />
        <TextField
          form={form}
          name="document.text"
          label={t("enrol.number")}
          hint={t("enrol.number-hint")}
          maxlength={40}
          here={first && form.mends.all.length === 0}
        />
      </div>
      <Button name="act" value="look" kind={first ? "main" : undefined}>
        {t("enrol.look")}
      </Button>
    </section>
  );
}

/** Name, sex, birth date, occupation, and who will look after the client. */
export function PersonPart(props: {
  form: Filled;
  today: PlainDate;
  managers: readonly { id: string; name: string }[];
}) {
  const { form, today, managers } = props;
  const { t } = form;
  const chosen = form.value("sex");
  return (
    <section class="card form" aria-labelledby="person-part">
      <h2 id="person-part">{t("enrol.person")}</h2>
      <div class="cols" data-cols="half">
        <TextField
          form={form}
          name="name"
          label={t("enrol.name")}
          hint={t("enrol.name-hint")}
          maxlength={60}
          here={!form.value("name") && form.mends.all.length === 0}
        />
        <TextField
          form={form}
          name="nameLatin"
          label={t("enrol.name-latin")}
          hint={t("enrol.name-latin-hint")}
          maxlength={60}
          optional
        />
        <TextField form={form} name="birthDate" type="date" label={t("enrol.born")} max={today} />
        <Choices
          legend={t("enrol.sex")}
          name="sex"
          kind="radio"
          error={form.mends.of("sex")}
          options={(["female", "male"] as const).map((sex) => ({
            value: sex,
            label: t(`enrol.sex.${sex}`),
            checked: sex === chosen,
          }))}
        />
        <TextField form={form} name="occupation" label={t("enrol.occupation")} maxlength={60} optional />
        <SelectField
          form={form}
          name="manager"
          label={t("enrol.manager")}
          optional
          options={[
            { value: "", label: t("enrol.manager-none") },
            ...managers.map(({ id, name }) => ({ value: id, label: name })),
          ]}
        />
      </div>
    </section>
  );
}

/** Where to write, by which channels and in what order, in which language. */
export function ReachPart({ form, channels }: { form: Filled; channels: readonly string[] }) {
  const { t } = form;
  const options = [
    { value: "", label: t("enrol.channel-none") },
    ...channelNames.map((name) => ({ value: name, label: t(`channel.${name}`) })),
  ];
  return (
    <section class="card form" aria-labelledby="reach-part">
      <h2 id="reach-part">{t("enrol.reach")}</h2>
      <div class="cols" data-cols="half">
        <TextField form={form} name="contacts.phone" type="tel" label={t("enrol.phone")} optional />
        <TextField form={form} name="contacts.wechat" label={t("enrol.wechat")} maxlength={64} optional />
        <TextField form={form} name="contacts.email" type="email" label={t("enrol.email")} optional />
        <SelectField
          form={form}
          name="language"
          label={t("enrol.language")}
          options={[
            { value: "zh", label: t("enrol.language.zh") },
            { value: "en", label: t("enrol.language.en") },
          ]}
        />
      </div>
      <fieldset class="field">
        <legend>{t("enrol.channels")}</legend>
        <span class="hint">{t("enrol.channels-hint")}</span>
        <div class="thirds">
          {(["first", "then", "last"] as const).map((place, at) => (
            <Field
              t={t}
              name="channels"
              id={`channels-${place}`}
              label={t(`enrol.channel.${place}`)}
              optional
            >
              {(wiring) => (
                <select {...wiring}>
                  {options.map(({ value, label }) => (
                    <option value={value} selected={value === (channels[at] ?? "")}>
                      {label}
                    </option>
                  ))}
                </select>
              )}
            </Field>
          ))}
        </div>
      </fieldset>
    </section>
  );
}

/** Who of the family is a client here. */
export function FamilyPart({
  form,
  family,
}: {
  form: Filled;
  family: readonly { relation: string; client: string }[];
}) {
  const { t } = form;
  const lines = [...family, { relation: "", client: "" }].slice(0, Math.max(2, family.length));
  while (lines.length < 2) lines.push({ relation: "", client: "" });
  return (
    <section class="card form" aria-labelledby="family-part">
      <h2 id="family-part">{t("enrol.family")}</h2>
      {lines.map((line, at) => {
        const id = at ? `family.client-${at + 1}` : "family.client";
        return (
          <div class="cols" data-cols="half">
            <Field
              t={t}
              name="family.relation"
              id={`family.relation-${at + 1}`}
              label={t("enrol.relation")}
              optional
            >
              {(wiring) => (
                <select {...wiring}>
                  {relations.map((relation) => (
                    <option value={relation} selected={relation === line.relation}>
                      {t(`enrol.relation.${relation}`)}
                    </option>
                  ))}
                </select>
              )}
            </Field>
            <Field
              t={t}
              name="family.client"
              id={id}
              label={t("enrol.relative")}
              hint={t("enrol.relative-hint")}
              error={form.mends.of(id)}
              optional
            >
              {(wiring) => <input {...wiring} value={line.client} autocomplete="off" spellcheck={false} />}
            </Field>
          </div>
        );
      })}
    </section>
  );
}
