import { describe, expect, test } from "vitest";
import {
  changeClient,
  enrolClient,
  findClients,
  isClientNumber,
  readClient,
} from "../../shared/clients/index.ts";
import { startImport, whoOpened } from "../../shared/loop/index.ts";
import { enrolled, linYawen, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";

/** Somebody whose results came before they did, under a passport. */
async function prospect(w: World, person: { name: string; sex: "female"; birthDate: string }) {
  const { name, sex, birthDate } = person;
  const file = `姓名,性别,护照号,出生日期,体检日期,空腹血糖(mmol/L)\n${name},${sex},E12345678,${birthDate},2026-10-20,5.4`;
  await startImport(w.ctx(w.as.lis), new TextEncoder().encode(file), "a.csv");
  await w.drain();
  const [profile] = (await w.dump()).filter(({ sk }) => sk === "FILE#PROFILE");
  return profile?.pk.slice(2) ?? "";
}

describe("enrolment", () => {
  test("an id number fills birth date and sex, and gives a number people can say aloud", async () => {
    const w = await world();
    const client = await enrolClient(w.ctx(), linYawen());
    expect(client).toMatchObject({ birthDate: "1974-03-12", sex: "female", state: "enrolled" });
    expect(isClientNumber(client.number)).toBe(true);
  });

  test("fifty desks enrolling one id at once make one client, and the others are told which", async () => {
    const w = await world();
    w.faults.conflict = 0.2;
    const outcomes = await Promise.allSettled(
      Array.from({ length: 50 }, () => enrolClient(w.ctx(), linYawen({ notADuplicate: true }))),
    );
    const made = outcomes.filter(({ status }) => status === "fulfilled");
    expect(made).toHaveLength(1);
    const number = (made[0] as PromiseFulfilledResult<{ number: string }>).value.number;
    for (const outcome of outcomes)
      if (outcome.status === "rejected")
        expect(outcome.reason).toMatchObject({ code: "AlreadyThere", facts: { client: number } });
    const profiles = (await w.dump()).filter(({ sk }) => sk === "FILE#PROFILE");
    expect(profiles).toHaveLength(1);
  });

  test("the same Idempotency-Key twice is one client; with another input it is refused", async () => {
    const w = await world();
    const first = await enrolClient(w.ctx(), linYawen(), "key-1");
    const again = await enrolClient(w.ctx(), linYawen(), "key-1");
    expect(again.number).toBe(first.number);
    await expect(enrolClient(w.ctx(), linYawen({ name: "林文" }), "key-1")).rejects.toMatchObject({
      code: "Unprocessable",
    });
  });

  test("a key older than a day is forgotten, also where the table has not dropped it yet", async () => {
    const w = await world();
    const anna = (otherwise: object = {}) =>
      linYawen({
        document: { kind: "passport", text: "E12345678" },
        name: "Anna Berg",
        sex: "female",
        birthDate: "1980-02-29",
        ...otherwise,
      });
    const first = await enrolClient(w.ctx(), linYawen(), "key-1");
    w.clock.advance({ hours: 25 });
    const second = await enrolClient(w.ctx(), anna(), "key-1");
    expect(second).toMatchObject({ name: "Anna Berg" });
    expect(second.number).not.toBe(first.number);
    expect((await enrolClient(w.ctx(), anna(), "key-1")).number).toBe(second.number);
  });

  test("a prospect becomes a client only where name, sex and birth date agree with the file", async () => {
    const w = await world();
    const document = { kind: "passport", text: "E12345678" } as const;
    const person = { document, sex: "female", birthDate: "1980-02-29" } as const;
    const number = await prospect(w, { name: "Anna Berg", sex: "female", birthDate: "1980-02-29" });
    const before = await w.dump();
    await expect(
      enrolClient(w.ctx(), linYawen({ ...person, name: "王强", sex: "male", birthDate: "1970-01-01" })),
    ).rejects.toMatchObject({
      code: "InvalidInput",
      problems: [{ field: "name" }, { field: "sex" }, { field: "birthDate" }],
    });
    expect(await w.dump()).toEqual(before);
    const client = await enrolClient(w.ctx(), linYawen({ ...person, name: "Anna Berg" }));
    expect(client).toMatchObject({ number, state: "enrolled" });
  });

  test("another centre's file is neither taken over nor named", async () => {
    const w = await world();
    await prospect(w, { name: "Anna Berg", sex: "female", birthDate: "1980-02-29" });
    await enrolled(w);
    const before = await w.dump();
    const stranger = { ...w.as.frontDesk, id: "desk-2", centre: "centre-2" } as typeof w.as.frontDesk;
    const anna = { name: "Anna Berg", sex: "female", birthDate: "1980-02-29" } as const;
    const document = { kind: "passport", text: "E12345678" } as const;
    for (const wanted of [linYawen(), linYawen({ document, ...anna })])
      await expect(enrolClient(w.ctx(stranger), wanted)).rejects.toMatchObject({
        code: "AlreadyThere",
        facts: {},
      });
    expect(await w.dump()).toEqual(before);
  });

  test("the twenty-fifth of a common name is still compared with all of that name", async () => {
    const w = await world();
    const born = (at: number) => `19${String(60 + at)}-05-01`;
    const made: string[] = [];
    for (let at = 0; at < 25; at++) {
      const document = { kind: "national-id", text: nationalId(born(at), 11) } as const;
      made.push((await enrolled(w, { name: "张伟", document, contacts: {} })).number);
    }
    for (const [at, similar] of made.entries())
      await expect(
        enrolClient(
          w.ctx(),
          linYawen({ name: "张伟", document: { kind: "national-id", text: nationalId(born(at), 13) } }),
        ),
        born(at),
      ).rejects.toMatchObject({ code: "AlreadyThere", facts: { similar } });
  });

  test("a birth date that contradicts the id is refused by name, and nothing is written", async () => {
    const w = await world();
    await expect(enrolClient(w.ctx(), linYawen({ birthDate: "1974-03-13" }))).rejects.toMatchObject({
      code: "InvalidInput",
      problems: [{ field: "birthDate" }],
    });
    expect(await w.dump()).toEqual([]);
  });

  test("somebody of the same name and birthday is shown first, and goes in once the desk has compared", async () => {
    const w = await world();
    const first = await enrolled(w);
    const other = linYawen({ document: { kind: "national-id", text: nationalId("1974-03-12", 246) } });
    await expect(enrolClient(w.ctx(), other)).rejects.toMatchObject({
      code: "AlreadyThere",
      facts: { similar: first.number },
    });
    const second = await enrolClient(w.ctx(), { ...other, notADuplicate: true });
    expect(second.number).not.toBe(first.number);
  });

  test("a passport needs birth date and sex said; without any document the centre gives a number", async () => {
    const w = await world();
    const passport = linYawen({ document: { kind: "passport", text: "E12345678" }, name: "Anna Berg" });
    await expect(enrolClient(w.ctx(), passport)).rejects.toMatchObject({
      problems: [{ field: "birthDate" }, { field: "sex" }],
    });
    const known = { sex: "female", birthDate: "1980-02-29" } as const;
    expect((await enrolClient(w.ctx(), { ...passport, ...known })).document.masked).not.toContain(
      "E12345678",
    );
    const none = linYawen({ document: { kind: "centre", text: "" }, name: "巴图", ...known });
    expect((await enrolClient(w.ctx(), none)).document.kind).toBe("centre");
  });

  test("the document is nowhere in the table in the clear", async () => {
    const w = await world();
    await enrolled(w);
    const everything = JSON.stringify([await w.dump(), await w.entries(), w.lines]);
    expect(everything).not.toContain(nationalId("1974-03-12", 122));
  });
});

describe("search", () => {
  test("finds her by hanzi, given name, pinyin, initials, phone tail and number", async () => {
    const w = await world();
    const client = await enrolled(w);
    for (const typed of [
      "林雅文",
      "雅文",
      "林",
      "linyawen",
      "Lin Yawen",
      "lyw",
      "8000",
      "13800138000",
      client.number,
    ])
      expect(
        (await findClients(w.ctx(), typed)).map(({ number }) => number),
        typed,
      ).toEqual([client.number]);
    for (const typed of ["", "l", "800", "王", "zw"])
      expect(await findClients(w.ctx(), typed), typed).toEqual([]);
  });

  test("ü is found as v, u and yu, and a surname by its surname reading", async () => {
    const w = await world();
    const lv = await enrolled(w, {
      name: "吕岩",
      document: { kind: "national-id", text: nationalId("1990-01-01", 11) },
    });
    for (const typed of ["lvyan", "luyan", "lyuyan"])
      expect(
        (await findClients(w.ctx(), typed)).map(({ number }) => number),
        typed,
      ).toEqual([lv.number]);
    const shan = await enrolled(w, {
      name: "单伟",
      document: { kind: "national-id", text: nationalId("1990-01-01", 13) },
    });
    expect((await findClients(w.ctx(), "shanwei")).map(({ number }) => number)).toEqual([shan.number]);
  });

  test("another centre's clients are not found, and their number reads as nothing", async () => {
    const w = await world();
    const client = await enrolled(w);
    const stranger = { ...w.as.frontDesk, id: "desk-2", centre: "centre-2" } as typeof w.as.frontDesk;
    expect(await findClients(w.ctx(stranger), "林雅文")).toEqual([]);
    expect(await findClients(w.ctx(stranger), client.number)).toEqual([]);
    await expect(readClient(w.ctx(stranger), client.number)).rejects.toMatchObject({ code: "NotFound" });
  });

  test("a changed phone is found by its new tail and no longer by the old", async () => {
    const w = await world();
    const client = await enrolled(w);
    await changeClient(w.ctx(), client.number, { contacts: { phone: "13912345678" } });
    await w.project();
    expect(await findClients(w.ctx(), "5678")).toHaveLength(1);
    expect(await findClients(w.ctx(), "8000")).toHaveLength(0);
  });
});

describe("the trace", () => {
  test("whoever opens a file is on its list, newest first", async () => {
    const w = await world();
    const client = await enrolled(w);
    await readClient(w.ctx(w.as.physician), client.number);
    w.clock.advance({ minutes: 1 });
    await readClient(w.ctx(w.as.nurse), client.number);
    w.clock.advance({ minutes: 1 });
    const readers = await whoOpened(w.ctx(w.as.manager), client.number);
    expect(readers.map(({ by }) => by.id)).toEqual([w.as.manager.id, w.as.nurse.id, w.as.physician.id]);
  });

  test("a list of clients leaves one entry that names its subjects", async () => {
    const w = await world();
    const client = await enrolled(w);
    await findClients(w.ctx(w.as.physician), "林雅文");
    const listed = (await w.entries()).filter(({ action }) => action === "clients.listed");
    expect(listed).toMatchObject([{ refs: { clients: [client.number] }, by: { id: w.as.physician.id } }]);
  });

  test("when the trace cannot be written, nothing is opened", async () => {
    const w = await world();
    const client = await enrolled(w);
    const ctx = w.ctx(w.as.physician);
    const broken = { ...ctx, table: { ...ctx.table, log: "no-such-table" } };
    await expect(readClient(broken, client.number)).rejects.toMatchObject({ code: "Unavailable" });
  });
});
