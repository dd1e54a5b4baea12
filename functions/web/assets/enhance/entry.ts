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
