import type { TableClient } from "../../shared/data/client.ts";

type Attribute = string | { S?: string } | undefined;
interface Writes {
  TransactItems?: { Put?: { TableName?: string; Item?: { tail?: Attribute } } }[];
}

/** Tells which slices of the tail a table client wrote to, as soon as the write is acknowledged. */
export function announceWrites(table: TableClient, tell: (slices: string[]) => void): void {
  table.doc.middlewareStack.add(
    (next) => async (args) => {
      const answer = await next(args);
      const slices = slicesIn(args.input as Writes, table.log);
      if (slices.length) tell(slices);
      return answer;
    },
    { step: "initialize", name: "announce-writes" },
  );
}

const slicesIn = ({ TransactItems = [] }: Writes, log: string): string[] =>
  TransactItems.flatMap(({ Put }) => {
    const tail = Put?.TableName === log ? Put.Item?.tail : undefined;
    return (typeof tail === "object" ? tail.S : tail) ?? [];
  });
