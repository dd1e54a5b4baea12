/** One observation of a message: local or LOINC code with its system, value, unit, status, and its comparator's type. */
export interface Said {
  code: string;
  value: string;
  unit?: string;
  status?: "F" | "P" | "C" | "D" | "X";
  type?: "NM" | "SN" | "ST";
}

export interface OruOf {
  document?: string;
  name?: string;
  born?: string;
  control?: string;
  /** YYYYMMDD */
  date?: string;
  exam?: string;
  /** MSH-15 and MSH-16. */
  asks?: readonly [accept: string, application: string];
}

export const fpg = "14771-0^空腹血糖^LN";
export const hba1c = "4548-4^糖化血红蛋白^LN";

/** A result message (ORU^R01) of a laboratory, by default of 林雅文's exam of 20 October 2026. */
export function oru(of: OruOf, ...said: readonly Said[]): string {
  const { document = "", name = "林^雅文", born = "19740312", control = "M1", date = "20261020" } = of;
  const { exam = "TJ1", asks = ["", ""] } = of;
  return [
    `MSH|^~\\&|LIS|LAB|CHECKUP|CENTRE|${date}083000||ORU^R01^ORU_R01|${control}|P|2.5.1|||${asks.join("|")}`,
    `PID|1||${document ? `${document}^^^CHN^NI` : ""}||${name}||${born}|F`,
    `OBR|1|${exam}|${exam}|CHECKUP^Health checkup^L|||${date}083000`,
    ...said.map(
      ({ code, value, unit = "mmol/L", status = "F", type = "NM" }, at) =>
        `OBX|${at + 1}|${type}|${code}||${value}|${unit}|||||${status}`,
    ),
  ].join("\r");
}
