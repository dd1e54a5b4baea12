import { RangeBar, TrendChart } from "../../charts/index.ts";
import { Flag, Icon } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import type { Told } from "./findings.ts";

/** One finding: what it means, what to do, then the number, where it lies and how it went. */
export function FindingCard({ t, told }: { t: Text; told: Told }) {
  return (
    <article class="card find" aria-labelledby={told.id}>
      <header>
        <h3 id={told.id}>{told.title}</h3>
        {told.flag ? <Flag t={t} flag={told.flag} /> : null}
      </header>
      <p>{told.meaning}</p>
      <ul class="todos">
        {(told.todo.length ? told.todo : [t("me.todo-none")]).map((act) => (
          <li class="todo">
            <Icon name="check" />
            <span>{act}</span>
          </li>
        ))}
      </ul>
      {told.value ? (
        <p class="v">
          <span class="value">{told.value}</span>{" "}
          <span class="unit">
            {[told.unit, t.day(told.date)].filter(Boolean).join(t.language === "zh" ? "，" : ", ")}
          </span>
        </p>
      ) : null}
      {told.range ? <RangeBar t={t} range={told.range} /> : null}
      {told.trend ? <TrendChart t={t} trend={told.trend} /> : null}
      <p class="small quiet">
        {t("me.source", { source: told.source })} {told.unsigned ? <Unsigned t={t} /> : null}
      </p>
    </article>
  );
}

/** Knowledge nobody at the centre has signed for yet says so. */
export const Unsigned = ({ t }: { t: Text }) => <span class="signoff">{t("kit.needs-sign-off")}</span>;
