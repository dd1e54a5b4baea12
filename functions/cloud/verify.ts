import { JwtVerifier } from "aws-jwt-verify";
import type { Claims, Verify } from "../../shared/kernel/home.ts";

/** Whose tokens count. `jwks` saves fetching the keys; without it they are fetched once and kept. */
export interface Trust {
  issuer: string;
  clientIds: readonly string[];
  jwksUri?: string;
  jwks?: { keys: readonly object[] };
}

/**
 * Checks bearer tokens of one OIDC issuer: signature, issuer, times, and that they were made for one
 * of our clients (`aud` of an id token, `client_id` of an access token). Both homes use this.
 * @throws (the returned function) an error that holds no part of the token.
 */
export function verifierFor({ issuer, clientIds, jwksUri, jwks }: Trust): Verify {
  const verifier = JwtVerifier.create({
    issuer,
    audience: null,
    ...(jwksUri ? { jwksUri } : {}),
    customJwtCheck: ({ payload }) => requireOurs(payload, clientIds),
  });
  if (jwks) verifier.cacheJwks(jwks as unknown as Parameters<typeof verifier.cacheJwks>[0]);
  return async (token) => {
    try {
      const payload = await verifier.verify(token);
      return payload as unknown as Claims;
    } catch (error) {
      throw new Error(`token refused: ${error instanceof Error ? error.name : "unreadable"}`);
    }
  };
}

function requireOurs(
  payload: { aud?: string | string[]; client_id?: unknown; token_use?: unknown; sub?: unknown },
  clientIds: readonly string[],
): void {
  const { aud, client_id, token_use, sub } = payload;
  const audiences = aud === undefined ? [] : [aud].flat();
  const ours = (id: unknown) => typeof id === "string" && clientIds.includes(id);
  if (!audiences.length && client_id === undefined) throw new Error("made for nobody");
  if (audiences.length && !audiences.some(ours)) throw new Error("made for another audience");
  if (client_id !== undefined && !ours(client_id)) throw new Error("made for another client");
  if (token_use !== undefined && token_use !== "id" && token_use !== "access")
    throw new Error("not a token to act with");
  if (typeof sub !== "string" || !sub) throw new Error("names nobody");
}
