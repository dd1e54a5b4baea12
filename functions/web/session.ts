import { createHash } from "node:crypto";
import type { Context } from "hono";
import { deleteCookie, getCookie, setCookie } from "hono/cookie";
import { actorOf } from "../../shared/access/index.ts";
import type { Actor } from "../../shared/kernel/context.ts";
import type { Home } from "../../shared/kernel/home.ts";
import { newSecret } from "../../shared/kernel/ids.ts";

const hours = 8;

/** Whom the session cookie speaks for, or undefined where there is none that holds. */
export async function actorIn(home: Home, c: Context): Promise<Actor | undefined> {
  const token = getCookie(c, "session");
  if (!token) return undefined;
  try {
    return actorOf(await home.verify(token));
  } catch {
    deleteCookie(c, "session", { path: "/" });
    return undefined;
  }
}

/** Sends the browser to the OIDC provider (authorization code with PKCE); `back` is where it was going. */
export function startSignIn(home: Home, c: Context, back: string): Response {
  const [state, verifier] = [newSecret(), newSecret()];
  const started = JSON.stringify({ state, verifier, back: ownPath(back) });
  setCookie(c, "signing-in", Buffer.from(started).toString("base64url"), cookie(home, 600));
  const query = new URLSearchParams({
    response_type: "code",
    client_id: home.signIn.clientId,
    redirect_uri: `${home.publicUrl}/signed-in`,
    scope: "openid profile",
    state,
    code_challenge: createHash("sha256").update(verifier).digest("base64url"),
    code_challenge_method: "S256",
  });
  return c.redirect(`${home.signIn.authorizeUrl}?${query}`, 302);
}

/** Takes the provider's answer: the code becomes a token, the token the session. Anything odd starts again. */
export async function finishSignIn(home: Home, c: Context): Promise<Response> {
  const kept = getCookie(c, "signing-in");
  deleteCookie(c, "signing-in", { path: "/" });
  const started = kept ? JSON.parse(Buffer.from(kept, "base64url").toString()) : undefined;
  const code = c.req.query("code");
  if (!started || !code || started.state !== c.req.query("state")) return c.redirect("/sign-in", 302);
  const answer = await fetch(home.signIn.tokenUrl, {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({
      grant_type: "authorization_code",
      client_id: home.signIn.clientId,
      code,
      redirect_uri: `${home.publicUrl}/signed-in`,
      code_verifier: started.verifier,
    }),
    signal: AbortSignal.timeout(10_000),
  });
  if (!answer.ok) {
    home.log.error("the sign-in provider refused a code", undefined, { status: answer.status });
    return c.redirect("/sign-in", 302);
  }
  const { id_token: token } = (await answer.json()) as { id_token: string };
  await home.verify(token);
  setCookie(c, "session", token, cookie(home, hours * 3600));
  return c.redirect(ownPath(started.back), 303);
}

export function signOut(home: Home, c: Context): Response {
  deleteCookie(c, "session", { path: "/" });
  return c.redirect(home.signIn.signOutUrl, 303);
}

/** Only a path of ours is gone back to. */
export const ownPath = (path: string | undefined): string => (path && /^\/(?![/\\])/.test(path) ? path : "/");

const cookie = (home: Home, maxAge: number) => ({
  httpOnly: true,
  sameSite: "Lax" as const,
  secure: home.publicUrl.startsWith("https:"),
  path: "/",
  maxAge,
});
