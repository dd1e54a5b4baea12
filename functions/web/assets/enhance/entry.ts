/** In a form marked `data-enter="next"` Enter goes to the next field, as on the keypad; after the last, to the button. */
export function enterMovesOn(): void {
  document.addEventListener("keydown", (event) => {
    const field = event.target as HTMLElement;
    const form = field.closest<HTMLFormElement>("form[data-enter='next']");
    if (event.key !== "Enter" || !form || !field.matches("input:not([type=checkbox]), select")) return;
    event.preventDefault();
    const stops = [...form.querySelectorAll<HTMLElement>(".input, button[type=submit]")];
    stops[stops.indexOf(field) + 1]?.focus();
  });
}

/** Beside a number that is being typed stands how far it is from the last one. */
export function showChange(): void {
  document.addEventListener("input", (event) => {
    const field = event.target as HTMLInputElement;
    const output = field.closest("tr")?.querySelector<HTMLOutputElement>("output[data-from]");
    if (!output) return;
    const text = field.value.normalize("NFKC").trim();
    const change = Number((Number(text) - Number(output.dataset["from"])).toPrecision(6));
    const said = change > 0 ? `+${change}` : String(change).replace("-", "\u2212");
    output.value = text === "" || Number.isNaN(change) ? "" : said;
  });
}
