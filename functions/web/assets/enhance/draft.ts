const pause = 700;

/**
 * A form marked `data-draft` sends what is typed so far to that address a moment after each word, so that a
 * closed tab or an empty battery loses nothing. What cannot be sent now goes with the next word.
 */
export function keepDrafts(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>("form[data-draft]")) {
    const said = form.querySelector<HTMLElement>("[data-draft-said]");
    let timer = 0;
    const send = async (): Promise<void> => {
      const answer = await fetch(form.dataset["draft"] ?? "", {
        method: "POST",
        body: new FormData(form),
        keepalive: true,
      }).catch(() => undefined);
      if (said) said.hidden = !answer?.ok;
    };
    form.addEventListener("input", () => {
      clearTimeout(timer);
      timer = window.setTimeout(send, pause);
    });
    form.addEventListener("submit", () => clearTimeout(timer));
  }
}
