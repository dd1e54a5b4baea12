import { describe, expect, test } from "vitest";
import { acknowledge, type Fault, faultOf, messagesOf } from "../../shared/exchange/index.ts";
import { fpg, oru } from "../support/oru.ts";

const asked = ["", "AL", "NE", "ER", "SU"] as const;
const reason = { en: "why", zh: "原因" };
const refused: Fault = { rejected: false, code: "102", column: "OBX-5", reason };
const rejected: Fault = { rejected: true, code: "203", column: "MSH-12", reason };

/** What HL7 has each condition answer (table 0155): always, never, only when refused, only when taken. */
const answersTo: Record<(typeof asked)[number], { taken: boolean; refused: boolean }> = {
  "": { taken: false, refused: false },
  AL: { taken: true, refused: true },
  NE: { taken: false, refused: false },
  ER: { taken: false, refused: true },
  SU: { taken: true, refused: false },
};

/** Every combination, spelled out: the codes that must come, in order. */
function expected(
  accept: (typeof asked)[number],
  application: (typeof asked)[number],
  letter: "A" | "E" | "R",
) {
  if (accept === "" && application === "") return [`A${letter}`];
  const how = letter === "A" ? "taken" : "refused";
  return [
    ...(answersTo[accept][how] ? [`C${letter}`] : []),
    ...(answersTo[application][how] ? [`A${letter}`] : []),
  ];
}

const messageAsking = (accept: string, application: string) => {
  const [message] = messagesOf(oru({ asks: [accept, application] }, { code: fpg, value: "5.1" }));
  if (!message) throw new Error("no message");
  return message;
};
const env = { now: "2026-11-22T01:00:00.000Z", newId: () => "ID" };
const codesOf = (answers: string[]) => answers.map((one) => /\rMSA\|(\w\w)\|M1/.exec(one)?.[1]);

describe("the acknowledgement of a message", () => {
  for (const accept of asked)
    for (const application of asked)
      test(`asked for with MSH-15 ${accept || "empty"} and MSH-16 ${application || "empty"} is what HL7 has it be`, () => {
        const message = messageAsking(accept, application);
        for (const [letter, fault] of [
          ["A", undefined],
          ["E", refused],
          ["R", rejected],
        ] as const)
          expect(codesOf(acknowledge(message, fault, env)), letter).toEqual(
            expected(accept, application, letter),
          );
      });

  test("of another kind or version is AR, of unusable content AE: what decides is the message, not who asks", () => {
    const text = oru({}, { code: fpg, value: "5.1" });
    const faultIn = (said: string) => [...messagesOf(said)].map(faultOf)[0];
    expect(faultIn(text)).toBeUndefined();
    expect(faultIn(text.replace("ORU^R01^ORU_R01", "ADT^A01"))).toMatchObject({
      rejected: true,
      code: "200",
    });
    expect(faultIn(text.replace("ORU^R01^ORU_R01", "ORU^R30"))).toMatchObject({
      rejected: true,
      code: "201",
    });
    expect(faultIn(text.replace("|2.5.1|", "|3.0|"))).toMatchObject({ rejected: true, code: "203" });
    for (const segment of ["PID", "OBR"])
      expect(faultIn(text.replace(new RegExp(`\r${segment}[^\r]*`), ""))).toMatchObject({
        rejected: false,
        column: segment,
      });
  });

  test("warns of unknown codes in the application answer alone, in the message's own separators", () => {
    const message = messageAsking("AL", "AL");
    const unknown = [{ code: "X|1", text: "", at: "2" }];
    const [accept = "", application = ""] = acknowledge(message, undefined, env, unknown);
    expect(accept).not.toContain("ERR");
    expect(application).toContain("ERR||OBX^2^3|103^Table value not found|W|||");
    expect(application).toContain("X\\F\\1");
  });
});
