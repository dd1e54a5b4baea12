import readWorkbook from "read-excel-file/universal";
import { beforeEach, describe, expect, it } from "vitest";
import writeWorkbook from "write-excel-file/node";
import { rejectionsCsv } from "../../functions/web/pages/import/csv.ts";
import { textFor } from "../../functions/web/text/index.ts";
import { receiveMessages } from "../../shared/loop/index.ts";
import { fpg, oru } from "../support/oru.ts";
import { enrolled, nationalId } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { addresses, filled, textOf, visitor } from "./visitor.ts";

const header = "体检号,姓名,性别,身份证号,出生日期,体检日期,空腹血糖(mg/dL),血红蛋白(g/L),星座";
const row = (serial: number, name: string, glucose: string, document = nationalId("1980-05-06", serial)) =>
  `TJ${serial},${name},${serial % 2 ? "男" : "女"},${document},1980-05-06,2026-11-20,${glucose},140,白羊`;

/** Two good rows and one whose id number nobody can have. */
const csv = [header, row(101, "方书涵", "97"), row(102, "唐卫国", "126"), row(103, "梅伟", "97", "123")].join(
  "\r\n",
);

const fileOf = (text: string, name = "exam.csv"): FormData => {
  const form = new FormData();
  form.append("file", new File([text], name, { type: "text/csv" }));
  return form;
};

let here: World;
beforeEach(async () => {
  here = await world();
});

async function applied(text = csv) {
  const nurse = await visitor(here, here.as.nurse);
  const preview = await nurse.post("/import", fileOf(text));
  const { location } = await nurse.post("/import/apply", filled(preview.html, "/import/apply"));
  return { nurse, preview, location };
}

describe("the import page", () => {
  it("shows what a file would bring before any of it goes in, in both languages", async () => {
    const before = await here.dump();
    for (const [language, words] of [
      [
        "en",
        [
          "Fasting glucose",
          "mg/dL → mmol/L",
          "1 column is not known",
          "星座",
          "Rows that cannot go in",
          "4 身份证号",
        ],
      ],
      ["zh", ["空腹血糖", "有 1 列无法识别", "不可导入的行"]],
    ] as const) {
      const nurse = await visitor(here, here.as.nurse, language);
      const { html, status } = await nurse.post("/import", fileOf(csv));
      expect(status).toBe(200);
      for (const word of words) expect(textOf(html)).toContain(word);
    }
    expect(await here.dump()).toEqual(before);
  });

  it("applies the file that was looked at without asking for it again", async () => {
    const { nurse, location } = await applied();
    expect(location).toMatch(/^\/import\/[0-9a-f]{16}-1$/);
    expect((await nurse.get(location)).html).toContain("data-again");
    await here.drain();
    const { html } = await nurse.get(location);
    expect(html).not.toContain("data-again");
    expect(textOf(html)).toContain("Rows 3 Applied 2 There already 0 Held back 0 Cannot go in 1");
  });

  it("lists the run afterwards, and can be come back to", async () => {
    const { nurse, location } = await applied();
    await here.drain();
    const { html } = await nurse.get("/import");
    expect(addresses(html)).toContain(location);
    expect(textOf(html)).toContain("exam.csv");
  });

  it("sent twice while it is worked through is one run; afterwards it adds nothing", async () => {
    const { nurse, preview, location } = await applied();
    const form = filled(preview.html, "/import/apply");
    expect((await nurse.post("/import/apply", form)).location).toBe(location);
    await here.drain();
    const again = await nurse.post("/import/apply", form);
    await here.drain();
    expect(textOf((await nurse.get(again.location)).html)).toContain("Applied 0 There already 2");
  });

  it("says how many rows are held back because a file says otherwise", async () => {
    await enrolled(here, {
      name: "欧阳若兰",
      document: { kind: "national-id", text: nationalId("1980-05-06", 102) },
    });
    const { nurse, location } = await applied();
    await here.drain();
    expect(textOf((await nurse.get(location)).html)).toContain("1 row agrees with a file in the id but not");
  });

  it("asks for a file, and for one it can read, in words", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const none = await nurse.post("/import", fileOf(""));
    expect(none.html).toContain('id="file-error"');
    const unreadable = await nurse.post("/import", fileOf("PK\u0003\u0004 a spreadsheet", "exam.xlsx"));
    expect(unreadable.html).toContain('id="file-error"');
  });

  it("knows nothing of a file nobody looked at", async () => {
    const nurse = await visitor(here, here.as.nurse);
    for (const digest of ["../../etc/passwd", "0".repeat(64), ""])
      expect((await nurse.post("/import/apply", { digest, name: "x" })).status).toBe(404);
  });
});

describe("the bad rows as CSV", () => {
  it("open in a spreadsheet with line, column and reason", async () => {
    const { nurse, location } = await applied();
    await here.drain();
    const page = await nurse.get(location);
    expect(addresses(page.html)).toContain(`${location}/rejected.csv`);
    const file = await nurse.get(`${location}/rejected.csv`);
    expect(file.headers.get("content-type")).toContain("text/csv");
    expect([...file.body.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const [head, first] = file.html.slice(1).split("\r\n");
    expect(head).toBe("Line,Column,Why");
    expect(first).toMatch(/^4,身份证号,/);
  });

  it("hold no formula, whatever a column was called", () => {
    const reason = { en: 'say "no", twice', zh: "不" };
    const columns = ["=1+1", "+1", "-1", "@a", "\tb"];
    const text = rejectionsCsv(
      textFor("en"),
      columns.map((column, line) => ({ line, column, reason })),
    );
    const cells = text.split("\r\n").slice(1, -1);
    expect(cells.map((line) => line.split(",")[1])).toEqual(columns.map((column) => `'${column}`));
    expect(cells[0]).toBe(`0,'=1+1,"say ""no"", twice"`);
  });
});

it("imports are closed to the front desk, companies and clients, and to other centres", async () => {
  const { location } = await applied();
  await here.drain();
  for (const actor of [here.as.frontDesk, here.as.hr, here.as.client("P-000000000")]) {
    const them = await visitor(here, actor);
    expect((await them.get("/import")).status).toBe(403);
    expect((await them.post("/import", fileOf(csv))).status).toBe(403);
    expect((await them.get(location)).status).toBe(403);
    expect((await them.get(`${location}/rejected.csv`)).status).toBe(403);
  }
  const elsewhere = { ...here.as.nurse, centre: "centre-2" } as typeof here.as.nurse;
  expect((await (await visitor(here, elsewhere)).get(location)).status).toBe(404);
});

it("no name of a person in a file stands on the import's pages or in their addresses", async () => {
  const { nurse, preview, location } = await applied();
  await here.drain();
  const pages = [preview, await nurse.get(location), await nurse.get("/import")];
  for (const { html } of pages) expect(html).not.toMatch(/方书涵|唐卫国|梅伟|999999198005/);
});

describe("a column nobody knows", () => {
  const stars = csv.replace("血红蛋白(g/L)", "血色(g/L)");

  it("is matched by hand once, and known in the next file of the centre", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const preview = await nurse.post("/import", fileOf(stars));
    expect(textOf(preview.html)).toContain("2 columns are not known");
    const form = filled(preview.html, "/import/columns");
    const at = (name: string) =>
      Object.keys(form)
        .find((key) => key.startsWith("code.") && form[key]?.[0] === name)
        ?.slice(5);
    const matched = await nurse.post("/import/columns", {
      ...form,
      [`means.${at("血色(g/L)")}`]: "item HGB",
      [`unit.${at("血色(g/L)")}`]: "g/L",
      [`means.${at("星座")}`]: "leave",
    });
    expect(textOf(matched.html)).not.toContain("not known");
    expect(textOf(matched.html)).toContain("血色(g/L) Hemoglobin");
    const { location } = await nurse.post("/import/apply", filled(matched.html, "/import/apply"));
    await here.drain();
    expect(textOf((await nurse.get(location)).html)).not.toContain("stayed out");
    const values = (await here.dump())
      .filter(({ sk }) => sk.startsWith("FILE#RES#"))
      .map(({ values }) => values);
    expect(values).toHaveLength(2);
    for (const one of values) expect(JSON.parse(String(one))).toMatchObject({ HGB: [140, "g/L"] });
    const next = await nurse.post("/import", fileOf(stars.replaceAll("140", "141")));
    expect(textOf(next.html)).not.toContain("not known");
  });

  it("in a unit its results cannot be in is refused beside its row", async () => {
    const nurse = await visitor(here, here.as.nurse);
    const preview = await nurse.post("/import", fileOf(stars));
    const form = filled(preview.html, "/import/columns");
    const { html } = await nurse.post("/import/columns", {
      ...form,
      "means.0": "item HGB",
      "unit.0": "furlong",
    });
    expect(html).toMatch(/class="err"/);
    expect(textOf(html)).toContain("not known");
  });

  it("left out is named on the run's page", async () => {
    const { nurse, location } = await applied();
    await here.drain();
    expect(textOf((await nurse.get(location)).html)).toContain(
      "1 column or code is not known here and stayed out: 星座",
    );
  });
});

describe("the bad rows as a workbook", () => {
  it("are the rows as they stood, with line and reason; mended and uploaded they go in", async () => {
    const { nurse, location } = await applied();
    await here.drain();
    const { body } = await nurse.get(`${location}/rejected.xlsx`);
    const [sheet] = await readWorkbook(new Uint8Array(body).buffer);
    const [head = [], bad = []] = (sheet?.data ?? []) as string[][];
    expect(head).toEqual([...header.split(","), "Line", "Why"]);
    expect(bad.slice(0, 4)).toEqual(["TJ103", "梅伟", "男", "123"]);
    const mended = bad.map((cell, at) => (at === 3 ? nationalId("1980-05-06", 103) : cell));
    const bytes = await writeWorkbook(
      [head, mended].map((row) => row.map((value) => ({ value }))) as never,
    ).toBuffer();
    const form = new FormData();
    form.append("file", new File([new Uint8Array(bytes)], "mended.xlsx"));
    const preview = await nurse.post("/import", form);
    expect(textOf(preview.html)).toContain("Rows 1 Can go in 1 Cannot go in 0");
    expect(textOf(preview.html)).toContain("1 column is not known");
  });
});

describe("an import", () => {
  it("is undone from its page, which then says what went and what stayed", async () => {
    const { nurse, location } = await applied();
    await here.drain();
    const page = await nurse.get(location);
    await nurse.post(`${location}/undo`, filled(page.html, `${location}/undo`));
    expect(textOf((await nurse.get(location)).html)).toContain("Being undone");
    await here.drain();
    const { html } = await nurse.get(location);
    expect(textOf(html)).toContain("2 rows are out of the files again");
    expect(addresses(html)).not.toContain(`${location}/undo`);
    here.clock.advance({ hours: 1 });
    expect(textOf((await nurse.post("/import", fileOf(csv))).html)).toContain("This very file came in on");
  });

  it("older than a day offers no undoing, and refuses it in words", async () => {
    const { nurse, location } = await applied();
    await here.drain();
    here.clock.advance({ hours: 25 });
    expect(addresses((await nurse.get(location)).html)).not.toContain(`${location}/undo`);
    expect((await nurse.post(`${location}/undo`, {})).location).toBe(location);
    expect(textOf((await nurse.get(location)).html)).toContain("Applied 2");
  });
});

describe("the page of codes", () => {
  it("names what messages wait for, and lets them in once it is said what it is", async () => {
    const text = oru(
      { document: nationalId("1974-03-12", 122) },
      { code: fpg, value: "5.1" },
      { code: "X-1^坏胆固醇^L", value: "3.9" },
    );
    await receiveMessages(here.ctx(here.as.lis), new TextEncoder().encode(text));
    const nurse = await visitor(here, here.as.nurse);
    const { html } = await nurse.get("/import/codes");
    expect(textOf(html)).toContain("X-1 坏胆固醇 · 1 message");
    const form = filled(html, "/import/codes");
    const said = { ...form, "means.0": "item LDLC", "unit.0": "" };
    expect((await nurse.post("/import/codes", said)).location).toBe("/import/codes");
    const [group] = (await here.dump()).filter(({ sk }) => sk.startsWith("FILE#RES#") && sk.endsWith("#02"));
    expect(JSON.parse(String(group?.["values"]))).toEqual({ LDLC: [3.9, "mmol/L"] });
    expect(textOf((await nurse.get("/import/codes")).html)).toContain("Every code that came is known.");
  });
});
