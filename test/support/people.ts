import { type Client, type Enrol, enrolClient } from "../../shared/clients/index.ts";
import type { World } from "./world.ts";

/** A valid GB 11643 number for a birth date, a serial and a sex (odd serials are men's). */
export function nationalId(birthDate: string, serial: number): string {
  const body = `999999${birthDate.replaceAll("-", "")}${String(serial).padStart(3, "0")}`;
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, at) => total + weight * Number(body[at]), 0);
  return body + "10X98765432"[sum % 11];
}

/** What the front desk types for a woman born in 1974; anything may be said otherwise. */
export const linYawen = (otherwise: Partial<Enrol> = {}): Enrol => ({
  document: { kind: "national-id", text: nationalId("1974-03-12", 122) },
  name: "林雅文",
  contacts: { phone: "13800138000", wechat: "linyawen" },
  channels: ["wechat", "sms"],
  consents: ["care", "service"],
  manager: "health-manager-1",
  ...otherwise,
});

/** Enrols a client at the front desk and files the name. */
export async function enrolled(world: World, otherwise: Partial<Enrol> = {}): Promise<Client> {
  const client = await enrolClient(world.ctx(world.as.frontDesk), linYawen(otherwise));
  await world.project();
  return client;
}
