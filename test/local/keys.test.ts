import * as fc from "fast-check";
import { expect, test } from "vitest";
import { keysFrom, newKeySet } from "../../functions/local/keys.ts";

const keys = keysFrom(newKeySet());

test("what was sealed opens again, whatever it was, and never looks the same twice", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme" }), async (text) => {
      const sealed = await keys.seal(text);
      expect(await keys.open(sealed)).toBe(text);
      expect(await keys.seal(text)).not.toBe(sealed);
    }),
    { numRuns: 50 },
  );
});

test("one changed character, or another key, and it does not open", async () => {
  const sealed = await keys.seal("11010119900307123X");
  const at = sealed.length - 2;
  const changed = sealed.slice(0, at) + (sealed[at] === "A" ? "B" : "A") + sealed.slice(at + 1);
  await expect(keys.open(changed)).rejects.toThrow();
  await expect(keysFrom(newKeySet()).open(sealed)).rejects.toThrow();
});

test("the keyed hash is the same for the same text under one key only, and names its key", async () => {
  const [one, two] = [await keys.mac("a"), await keys.mac("a")];
  expect(one).toEqual({ hash: two.hash, version: "1" });
  expect((await keysFrom(newKeySet()).mac("a")).hash).not.toBe(one.hash);
  expect(await keys.sign("a")).not.toBe(one.hash);
});
