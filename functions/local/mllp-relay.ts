import type { Home } from "../../shared/kernel/home.ts";
import { idsFrom } from "../../shared/kernel/ids.ts";
import type { Made } from "./functions.ts";
import { localClientId, localIssuer } from "./issuer.ts";
import type { LocalKeys } from "./key-file.ts";
import { listenMllp } from "./mllp.ts";
import { lisClaims } from "./personas.ts";
import { Sentence } from "./sentence.ts";
import type { MllpSettings } from "./settings.ts";
import { mint } from "./tokens.ts";

/**
 * The door for laboratory systems, as a hospital runs it on its own site: listens for MLLP and posts each message
 * to the API with the machine's credential. Where nobody chose the port and it is taken, the centre goes on
 * without this door and says so.
 * @returns how to close it.
 * @throws Sentence when the chosen port cannot be had.
 */
export async function openMllp(
  settings: MllpSettings,
  home: Home,
  keys: LocalKeys,
  functions: Partial<Made>,
): Promise<() => Promise<void>> {
  const post = async (message: Buffer): Promise<string> => {
    const token = await mint(keys.signing, localIssuer, localClientId, lisClaims, 1);
    const answer = await functions.api?.fetch(
      new Request(`${home.publicUrl}/api/hl7`, {
        method: "POST",
        headers: { authorization: `Bearer ${token}`, "content-type": "application/hl7-v2" },
        body: new Uint8Array(message),
      }),
    );
    if (!answer?.ok) throw new Error(`the API answered ${answer?.status ?? "nothing"}`);
    return answer.text();
  };
  try {
    const { stop } = await listenMllp({
      ...settings,
      post,
      now: home.now,
      newId: idsFrom(home.now, home.random),
      log: home.log,
    });
    return stop;
  } catch (error) {
    if (settings.chosen || !(error instanceof Sentence)) throw error;
    process.stderr.write(`${error.message} HL7 over MLLP is not listened for.\n`);
    return async () => {};
  }
}
