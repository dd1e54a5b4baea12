import type { Answer } from "./door.ts";
import type { Hears } from "./functions.ts";

/** Who answers below which path; the web has the rest. */
export interface Doors {
  api: Hears | undefined;
  fhir: Hears | undefined;
  web: Hears | undefined;
  issuer: Hears;
  mailbox: Hears;
  clock: Hears;
  health: Hears;
}

/** One address for all functions, as the cloud's edge does it. */
export function front(doors: Doors, publicUrl: string): Answer {
  const below: [string, Hears | undefined][] = [
    ["/health", doors.health],
    ["/api", doors.api],
    ["/fhir", doors.fhir],
    ["/local/issuer", doors.issuer],
    ["/local/mailbox", doors.mailbox],
    ["/local/clock", doors.clock],
  ];
  return (request) => {
    const { pathname, search, hostname } = new URL(request.url);
    if (
      hostname !== "localhost" &&
      request.method === "GET" &&
      request.headers.get("sec-fetch-dest") === "document"
    )
      return redirect(`${publicUrl}${pathname}${search}`);
    if (pathname.startsWith("/local/") && request.headers.get("sec-fetch-site") === "cross-site")
      return new Response("This came from another site\n", { status: 403 });
    const found = below.find(([path]) => pathname === path || pathname.startsWith(`${path}/`))?.[1];
    return (found ?? doors.web)?.fetch(request) ?? new Response("Not found\n", { status: 404 });
  };
}

/** Cookies belong to one name: a browser is kept on `localhost`, where sign-in comes back to. */
const redirect = (location: string) => new Response(null, { status: 302, headers: { location } });
