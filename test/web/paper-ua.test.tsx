import { Buffer } from "node:buffer";
import { beforeAll, describe, expect, test } from "vitest";
import { countersignAssessment, writeConclusion } from "../../shared/assessment/index.ts";
import { amendAssessment, receiveResults, releaseReport, signAssessment } from "../../shared/loop/index.ts";
import { matterhorn, type Point } from "../support/matterhorn.ts";
import { enrolled } from "../support/people.ts";
import { type World, world } from "../support/world.ts";
import { examined, exams } from "./me-story.ts";
import { visitor } from "./visitor.ts";

const day = "2026-11-12";
let w: World;
let number: string;
const files = new Map<string, Uint8Array>();

/** Three exams, drawings, departments, an amendment, two hands, a plan: everything a report may hold. */
beforeAll(async () => {
  w = await world();
  ({ number } = await enrolled(w, { name: "䶮㛃喆堃", nameLatin: "Lin Yawen" }));
  for (const exam of exams) await examined(w, number, exam);
  const results = [{ item: "CTIRADS", value: "4A", unit: "" }];
  await receiveResults(w.ctx(w.as.nurse), number, { date: day, results, from: { source: "us" } });
  await writeConclusion(w.ctx(w.as.sonographer), number, day, "ultrasound", {
    outcome: "abnormal",
    text: { zh: "甲状腺结节，C-TIRADS 4A 类。", en: "Thyroid nodule, C-TIRADS 4A." },
  });
  await amendAssessment(w.ctx(w.as.physician), number, day);
  await signAssessment(w.ctx(w.as.physician), number, day, 2, { reason: "补充超声结果" });
  await countersignAssessment(w.ctx(w.as.otherPhysician), number, day, 2);
  await releaseReport(w.ctx(w.as.physician), number, day, 2);
  const physician = await visitor(w, w.as.physician);
  for (const lang of ["zh", "en", "both"])
    files.set(lang, (await physician.get(`/reports/${number}/${day}.pdf?lang=${lang}`)).body);
});

describe("the report's PDF, read back by its objects", () => {
  test.each(["zh", "en", "both"])(
    "meets no failure condition of PDF/UA-1 that a machine can see here: %s",
    (lang) => {
      expect(matterhorn(files.get(lang) as Uint8Array)).toEqual([]);
    },
  );

  test("meets none as a draft either, or of an exam with nothing to say", async () => {
    const physician = await visitor(w, w.as.physician);
    const other = await enrolled(w, {
      document: { kind: "passport", text: "E12345678" },
      birthDate: "1990-02-02",
      sex: "female",
      name: "方书涵",
      contacts: {},
      notADuplicate: true,
    } as never);
    const results = [{ item: "HGB", value: 132, unit: "g/L" }];
    await receiveResults(w.ctx(w.as.nurse), other.number, { date: day, results, from: { source: "lab" } });
    const { body } = await physician.get(`/reports/${other.number}/${day}.pdf`);
    expect(matterhorn(body)).toEqual([]);
  });
});

/** The same file with one word of it changed. */
function changed(find: RegExp, to: (found: string) => string): Uint8Array {
  const file = Buffer.from(files.get("both") as Uint8Array).toString("latin1");
  const found = find.exec(file)?.[0];
  if (!found) throw new Error(`${find} is not in the file`);
  return Buffer.from(
    file.replace(find, () => to(found)),
    "latin1",
  );
}
const misnamed = (found: string): string => found.replace(/\/([A-Za-z])/, "/Z");

describe("whoever reads it back", () => {
  test.each<[Point, RegExp, (found: string) => string]>([
    ["06-001", /\/Metadata (?=\d)/, misnamed],
    ["06-002", /pdfuaid:part/, () => "pdfuaid:mart"],
    ["06-003", /<dc:title>/, () => "<dc:titel>"],
    ["07-001", /\/DisplayDocTitle/, misnamed],
    ["07-002", /\/DisplayDocTitle true/, () => "/DisplayDocTitle false"],
    ["02-001", /\/S \/LBody/, () => "/S /LBodi"],
    ["09-005", /\/S \/LI\b/, () => "/S /TR"],
    ["13-004", /\/Alt/, misnamed],
    ["14-002", /\/S \/H1/, () => "/S /H2"],
    ["14-003", /\/S \/H3/, () => "/S /H5"],
    ["15-003", /[\s\S]+/, (file) => file.replaceAll("/Headers", "/Zeaders").replaceAll("/Scope", "/Zcope")],
    ["28-008", /\/Tabs/, misnamed],
    ["28-009", /\/Tabs \/S/, () => "/Tabs /R"],
    ["28-011", /\/S \/Link/, () => "/S /Span"],
    ["28-012", /\/Contents (?=[(<])/, misnamed],
    ["31-009", /\/FontFile\d/, misnamed],
    ["31-027", /\/ToUnicode/, misnamed],
  ])("notices failure condition %s", (point, find, to) => {
    expect(matterhorn(changed(find, to)).map((failure) => failure.point)).toContain(point);
  });

  test("notices what a page paints outside any mark, marks nobody knows, and glyphs without a character", () => {
    const page = (painted: string, more = "") =>
      Buffer.from(
        [
          "%PDF-1.7",
          "1 0 obj\n<< /Type /Catalog /Pages 2 0 R /Lang (en) /StructTreeRoot << /K [] >> >>\nendobj",
          "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj",
          `3 0 obj\n<< /Type /Page /Contents 4 0 R /Resources << /Font << /f0 5 0 R >> >> ${more} >>\nendobj`,
          `4 0 obj\n<< /Length ${painted.length} >>\nstream\n${painted}\nendstream\nendobj`,
          "5 0 obj\n<< /Type /Font /Subtype /Type0 /BaseFont /A /DescendantFonts [] >>\nendobj",
          "trailer\n<< /Root 1 0 R >>",
        ].join("\n"),
      );
    const points = (painted: string) => matterhorn(page(painted)).map(({ point }) => point);
    expect(points("/f0 9 Tf <0001> Tj")).toEqual(expect.arrayContaining(["01-005", "10-001"]));
    expect(points("/P << /MCID 7 >> BDC EMC")).toContain("01-005");
    expect(points("/Artifact BMC /P << /MCID 7 >> BDC EMC EMC")).toContain("01-004");
    expect(points("/Artifact BMC 0 0 m 9 9 l S EMC").filter((one) => one === "01-005")).toHaveLength(1);
    expect(points("0 0 m 9 9 l S").filter((one) => one === "01-005")).toHaveLength(2);
    expect(points("/f0 9 Tf /Artifact BMC <0000> Tj EMC")).toContain("31-030");
  });
});
