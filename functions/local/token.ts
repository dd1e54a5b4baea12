import type { Claims } from "../../shared/kernel/home.ts";
import { localClientId, localIssuer } from "./issuer.ts";
import { keysFor } from "./key-file.ts";
import { personaIn } from "./people.ts";
import {
  clientClaims,
  hrClaims,
  lisClaims,
  type PersonaName,
  personaNames,
  staff,
  staffClaims,
} from "./personas.ts";
import { Sentence, speak } from "./sentence.ts";
import { readSettings } from "./settings.ts";
import { mint } from "./tokens.ts";

/**
 * A bearer token of a persona, good at the centre on this machine whether it runs or not.
 * @throws Sentence when nobody is enrolled who could be the client.
 */
export async function tokenFor(persona: PersonaName): Promise<string> {
  const { data, keys } = readSettings(process.env, []);
  const { signing } = await keysFor(data, keys);
  return mint(signing, localIssuer, localClientId, await claimsOf(persona, data));
}

async function claimsOf(persona: PersonaName, data: string): Promise<Claims> {
  if (persona === "hr") return hrClaims;
  if (persona === "lis") return lisClaims;
  if (persona === "client") {
    const client = await personaIn(data);
    if (!client) throw new Sentence("No client is enrolled yet; enrol one, or start with the demo data.");
    return clientClaims(client.number, client.name);
  }
  const member = staff.find(({ role }) => role === persona);
  if (!member) throw new Error(`no member of staff is a ${persona}`);
  return staffClaims(member);
}

async function print(): Promise<void> {
  const asked = process.argv[2];
  const persona = personaNames.find((name) => name === asked);
  if (!persona) throw new Sentence(`Say whose token: npm run token -- ${personaNames.join(" | ")}`);
  process.stdout.write(`${await tokenFor(persona)}\n`);
}

if (import.meta.main) await speak(print);
