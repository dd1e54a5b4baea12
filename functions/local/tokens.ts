import { exportJWK, generateKeyPair, importJWK, type JWK, SignJWT } from "jose";
import type { Claims } from "../../shared/kernel/home.ts";

type NamedJwk = JWK & { kid: string; kty: string };

/** The pair the local issuer signs with; lives in the key file. */
export interface SigningKey {
  private: NamedJwk;
  public: NamedJwk;
}

export async function newSigningKey(): Promise<SigningKey> {
  const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
  const named = { kid: "local-1", kty: "RSA", alg: "RS256", use: "sig" };
  return {
    private: { ...(await exportJWK(privateKey)), ...named },
    public: { ...(await exportJWK(publicKey)), ...named },
  };
}

/** The key set by which tokens of this key are checked. */
export const jwksOf = (key: SigningKey): { keys: NamedJwk[] } => ({ keys: [key.public] });

/**
 * Signs the claims as Cognito would: an ID token for people (`aud` is the app client), an access token
 * for a machine (claims with a `scope`). Its times are the machine's own, never the movable clock's:
 * moving that a year on signs nobody out.
 */
export async function mint(
  key: SigningKey,
  issuer: string,
  clientId: string,
  claims: Claims,
  hours = 12,
): Promise<string> {
  const machine = claims.scope !== undefined;
  const { sub, ...rest } = claims;
  const token = new SignJWT({
    ...rest,
    token_use: machine ? "access" : "id",
    ...(machine ? { client_id: claims.client_id ?? sub } : {}),
  })
    .setProtectedHeader({ alg: "RS256", kid: key.public.kid, typ: "JWT" })
    .setIssuer(issuer)
    .setSubject(sub)
    .setIssuedAt()
    .setExpirationTime(`${hours}h`);
  if (!machine) token.setAudience(clientId);
  return token.sign(await importJWK(key.private, "RS256"));
}
