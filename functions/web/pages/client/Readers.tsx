import type { ClientFile } from "../../../../shared/loop/index.ts";
import { Empty, MarkedTable } from "../../components/index.ts";
import type { Text } from "../../text/index.ts";
import { en, type Key } from "../../text/words.ts";

type Entry = ClientFile["timeline"][number];

/** Who opened a file, what of it, when, and through which door. Newest first. */
export function Readers({ t, entries, caption }: { t: Text; entries: readonly Entry[]; caption: string }) {
  if (!entries.length) return <Empty t={t} title={t("client.readers-none")} />;
  return (
    <MarkedTable
      caption={caption}
      columns={[
        { head: t("client.readers-when") },
        { head: t("client.readers-who") },
        { head: t("client.readers-what") },
        { head: t("client.readers-where") },
      ]}
      rows={entries.map((entry) => ({
        cells: [
          `${t.date(entry.at)} ${t.time(entry.at)}`,
          entry.by.kind === "client" ? t("role.client") : entry.by.name,
          whatOf(t, entry),
          doorOf(t, entry),
        ],
      }))}
    />
  );
}

function whatOf(t: Text, { action }: Entry): string {
  const what = action.replace(/\.opened$/, "");
  const key = `log.read.${what}`;
  return Object.hasOwn(en, key) ? t(key as Extract<Key, "log.read.file">) : what;
}

function doorOf(t: Text, { from }: Entry): string {
  const [door = ""] = from.split(" ");
  const key = `client.door.${door}`;
  return Object.hasOwn(en, key) ? t(key as Extract<Key, "client.door.web">) : door;
}
