import { mayEver } from "../../../../shared/access/index.ts";
import type { Actor } from "../../../../shared/kernel/context.ts";
import { Chips } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { address } from "./address.ts";

const parts = ["rules", "important", "compare"] as const;

/** The pages of the rule book that the reader may open. */
export function Parts({ t, actor, at }: { t: Text; actor: Actor; at: (typeof parts)[number] }) {
  return (
    <Chips
      label={t("rules.parts")}
      items={parts
        .filter((part) => part !== "compare" || mayEver(actor, "rules:compare"))
        .map((part) => ({ href: address[part], word: t(`rules.part.${part}`), chosen: part === at }))}
    />
  );
}
