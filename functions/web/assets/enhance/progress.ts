const pause = 1500;

/** A part marked `data-again` is looked at anew until the page that comes back has none; it can be left any time. */
export function keepLooking(): void {
  const part = document.querySelector<HTMLElement>("[data-again]");
  if (!part) return;
  setTimeout(async () => {
    try {
      const answer = await fetch(location.href);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = answer.ok && page.querySelector("main");
      const main = document.querySelector("main");
      if (fresh && main) main.replaceChildren(...fresh.childNodes);
    } finally {
      keepLooking();
    }
  }, pause);
}
