import { desks, methods, nameOf, payerKinds, type SaleView } from "../../../../shared/testing/index.ts";
import { Button, Choices, ErrorSummary } from "../../components/index.ts";
import type { PageCall } from "../../page-route.ts";
import { type Filled, SelectField, TextField } from "../forms/controls.tsx";
import { Key } from "../forms/Key.tsx";
import type { Mends } from "../forms/mends.ts";
import { yuanText } from "./yuan.ts";

interface Props {
  call: PageCall;
  here: string;
  view: SaleView;
  mends: Mends;
}

/** What was typed; in a form that was not the refused one, what it begins with. */
const filledOf = ({ call, mends }: Props, first: Readonly<Record<string, string>> = {}): Filled => ({
  t: call.t,
  mends,
  value: (name) => (mends.all.length ? call.form.text(name) : (first[name] ?? "")),
});

const DeskField = ({ form, name = "desk" }: { form: Filled; name?: string }) => (
  <SelectField
    form={form}
    name={name}
    label={form.t("sale.desk")}
    options={desks.map(({ id, name }) => ({ value: id, label: form.t.pick(name) }))}
  />
);

/** One payer's money; several payers are several payments. */
export function PayForm(props: Props) {
  const { call, here, view, mends } = props;
  const { t } = call;
  const form = filledOf(props, { amountFen: yuanText(view.openFen) });
  return (
    <section class="card" aria-labelledby="pay">
      <h2 id="pay">{t("sale.pay")}</h2>
      <form method="post" action={`${here}/pay`} class="form" novalidate>
        <ErrorSummary t={t} errors={mends.all} />
        <Key call={call} />
        <TextField
          form={form}
          name="amountFen"
          label={t("sale.amount-yuan")}
          inputmode="decimal"
          maxlength={12}
        />
        <SelectField
          form={form}
          name="method"
          label={t("sale.how")}
          options={methods.map((value) => ({ value, label: t(`sale.method.${value}`) }))}
        />
        <TextField
          form={form}
          name="reference"
          label={t("sale.reference")}
          hint={t("sale.reference-hint")}
          maxlength={60}
          optional
        />
        <SelectField
          form={form}
          name="payer"
          label={t("sale.payer")}
          options={payerKinds.map((value) => ({ value, label: t(`sale.payer.${value}`) }))}
        />
        <TextField
          form={form}
          name="payer.name"
          label={t("sale.payer-name")}
          hint={t("sale.payer-hint")}
          maxlength={60}
          optional
        />
        <DeskField form={form} />
        <Button kind="main">{t("sale.record")}</Button>
      </form>
    </section>
  );
}

/** What was paid above the price goes back the way it came. */
export function ReturnForm(props: Props) {
  const { call, here, mends } = props;
  const { t } = call;
  return (
    <section class="card" aria-labelledby="return">
      <h2 id="return">{t("sale.return")}</h2>
      <form method="post" action={`${here}/return`} class="form" novalidate>
        <ErrorSummary t={t} errors={mends.all} />
        <Key call={call} />
        <p class="small quiet">{t("sale.return-hint")}</p>
        <DeskField form={filledOf(props)} />
        <Button kind="main">{t("sale.return-it")}</Button>
      </form>
    </section>
  );
}

/** Given-up items, those the floor recorded ticked already; their own lines come off and what is then too much goes back. */
export function RefundForm(props: Props & { givenUp: readonly { item: string; reason: string }[] }) {
  const { call, here, view, mends, givenUp } = props;
  const { t, form: posted } = call;
  const standing = view.lines.filter((line) => !line.givenUp);
  if (!standing.length) return null;
  const form = filledOf(props, {
    reason: [...new Set(givenUp.map(({ reason }) => reason))].join("；").slice(0, 120),
  });
  const ticked = mends.all.length ? posted.all("items") : givenUp.map(({ item }) => item);
  return (
    <section class="card" aria-labelledby="refund">
      <h2 id="refund">{t("sale.refund")}</h2>
      <details open={mends.all.length > 0 || givenUp.length > 0}>
        <summary>{t("sale.refund-hint")}</summary>
        <form method="post" action={`${here}/refund`} class="form" novalidate>
          <ErrorSummary t={t} errors={mends.all} />
          <Key call={call} />
          <Choices
            legend={t("sale.which")}
            name="items"
            kind="checkbox"
            error={mends.of("items")}
            options={standing.map(({ code, netFen }) => ({
              value: code,
              label: `${t.pick(nameOf(code))} ${t.money(netFen / 100)}`,
              checked: ticked.includes(code),
            }))}
          />
          <TextField
            form={form}
            name="reason"
            label={t("book.reason")}
            hint={t("book.reason-hint")}
            maxlength={120}
          />
          <DeskField form={form} />
          <Button kind="danger">{t("sale.refund-it")}</Button>
        </form>
      </details>
    </section>
  );
}

/** Who wants a fapiao, and for how much of what was paid. */
export function FapiaoForm(props: Props) {
  const { call, here, view, mends } = props;
  const { t } = call;
  const left = view.sale.paidFen - view.sale.invoicedFen;
  if (left < 0) return <p class="note small">{t("sale.red-fapiao", { sum: t.money(-left / 100) })}</p>;
  if (left === 0) return null;
  const form = filledOf(props, { fapiaoFen: yuanText(left) });
  return (
    <section class="card" aria-labelledby="fapiao">
      <h2 id="fapiao">{t("sale.fapiao")}</h2>
      <details open={mends.all.length > 0}>
        <summary>{t("sale.fapiao-hint")}</summary>
        <form method="post" action={`${here}/fapiao`} class="form" novalidate>
          <ErrorSummary t={t} errors={mends.all} />
          <Key call={call} />
          <SelectField
            form={form}
            name="kind"
            label={t("sale.kind")}
            options={(["personal", "company"] as const).map((value) => ({
              value,
              label: t(`sale.fapiao.${value}`),
            }))}
          />
          <TextField form={form} name="title" label={t("sale.fapiao-title")} maxlength={100} />
          <TextField
            form={form}
            name="taxNumber"
            label={t("sale.tax-number")}
            hint={t("sale.tax-hint")}
            maxlength={30}
            optional
          />
          <TextField
            form={form}
            name="fapiaoFen"
            label={t("sale.amount-yuan")}
            inputmode="decimal"
            maxlength={12}
          />
          <Button>{t("sale.fapiao-it")}</Button>
        </form>
      </details>
    </section>
  );
}
