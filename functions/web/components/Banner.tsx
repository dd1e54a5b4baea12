import type { Child } from "hono/jsx";
import type { Text } from "../text/index.ts";
import { GradeChip, type GradeName } from "./Flag.tsx";
import { Icon } from "./Icon.tsx";

/** What every client page says first, whoever reads it. */
export interface BannerClient {
  number: string;
  /** Names are never cut; either script may be missing. */
  name: { han?: string | undefined; latin?: string | undefined };
  sex: "female" | "male" | "unknown";
  age?: number | undefined;
  /** Never folded away: what is known, "none known" with the day it was asked, or "not asked yet". */
  allergy: { is: "known"; what: string } | { is: "none"; asked: string } | { is: "unasked" };
  /** `unseen` where the reader may not or need not know: then nothing is said of it. */
  grade?: GradeName | "unseen" | undefined;
  consent?: readonly string[] | undefined;
  withheld?: string | undefined;
  manager?: string | undefined;
  tier?: string | undefined;
}

/** The name in the reader's script first, the other beside it. */
export function NameOf({ t, name }: { t: Text; name: BannerClient["name"] }) {
  const han = name.han ? <span lang="zh-CN">{name.han}</span> : null;
  if (!name.han) return <>{name.latin}</>;
  if (!name.latin) return <b lang="zh-CN">{name.han}</b>;
  return t.language === "zh" ? (
    <>
      {name.han} <span lang="en">{name.latin}</span>
    </>
  ) : (
    <>
      {name.latin} {han}
    </>
  );
}

/** F 52 · 女 52 */
export const sexAndAge = (t: Text, client: Pick<BannerClient, "sex" | "age">): string =>
  [t(`sex.${client.sex}`), client.age].filter((part) => part !== undefined).join(" ");

/** Sticky: name, number, allergy, grade, consent, manager, and the acts that may be done from anywhere. */
export function Banner({ t, client, children }: { t: Text; client: BannerClient; children?: Child }) {
  const { allergy, grade, consent, withheld, manager, tier } = client;
  return (
    <section class="banner" aria-label={t("banner.label")}>
      <h1>
        <NameOf t={t} name={client.name} /> <span>{sexAndAge(t, client)}</span>
      </h1>
      <dl>
        <div>
          <dt>{t("banner.number")}</dt>
          <dd>{client.number}</dd>
        </div>
        <div>
          <dt>{t("banner.allergy")}</dt>
          {allergy.is === "known" ? (
            <dd class="allergy">
              <Icon name="warning" />
              {allergy.what}
            </dd>
          ) : (
            <dd>
              {allergy.is === "none"
                ? `${t("banner.allergy-none")} ${t.day(allergy.asked)}`
                : t("banner.allergy-unasked")}
            </dd>
          )}
        </div>
        {grade === "unseen" ? null : (
          <div>
            <dt>{t("banner.grade")}</dt>
            <dd>{grade ? <GradeChip t={t} grade={grade} plain /> : t("banner.grade-none")}</dd>
          </div>
        )}
        <div data-fold>
          <dt>{t("banner.consent")}</dt>
          <dd>
            {consent?.length ? t.list(consent) : t("banner.consent-none")}{" "}
            {withheld ? (
              <span class="state">
                <Icon name="mute" />
                {withheld}
              </span>
            ) : null}
          </dd>
        </div>
        {manager ? (
          <div data-fold>
            <dt>{t("banner.manager")}</dt>
            <dd>{manager}</dd>
          </div>
        ) : null}
        {tier ? (
          <div data-fold>
            <dt>{t("banner.tier")}</dt>
            <dd class="tier">{tier}</dd>
          </div>
        ) : null}
      </dl>
      {children ? <div class="acts">{children}</div> : null}
    </section>
  );
}
