const changed = (form: HTMLFormElement): boolean =>
  [...form.elements].some((field) => {
    if (field instanceof HTMLInputElement) {
      if (field.type === "hidden" || field.type === "search") return false;
      if (field.type === "checkbox" || field.type === "radio") return field.checked !== field.defaultChecked;
      return field.value !== field.defaultValue;
    }
    if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
    if (field instanceof HTMLSelectElement)
      return (
        [...field.options].some((option) => option.selected !== option.defaultSelected) &&
        field.selectedIndex > 0
      );
    return false;
  });

const unsent = (): boolean =>
  [...document.querySelectorAll<HTMLFormElement>("form[data-guard]")].some(changed);

/**
 * Leaving a form marked `data-guard` with unsent words asks first: a link by the page's own dialog, in the
 * reader's language; closing the tab by the browser's.
 */
export function guardTypedWork(): void {
  let sending = false;
  const dialog = document.querySelector<HTMLDialogElement>("dialog[data-leave]");
  document.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest<HTMLAnchorElement>("a[href]");
    const go = dialog?.querySelector<HTMLAnchorElement>("a[data-go]");
    if (!link || !dialog || !go || event.defaultPrevented || event.ctrlKey || event.metaKey) return;
    if (link === go) {
      sending = true;
      return;
    }
    if (link.target === "_blank" || link.getAttribute("href")?.startsWith("#") || !unsent()) return;
    event.preventDefault();
    go.href = link.href;
    dialog.showModal();
  });
  document.addEventListener("submit", () => {
    sending = true;
  });
  addEventListener("pageshow", () => {
    sending = false;
  });
  addEventListener("beforeunload", (event) => {
    if (!sending && unsent()) event.preventDefault();
  });
}

/** A form that answers with a file leaves its page standing, so it must wake up again. */
const answerTime = 5000;

/** A form goes once: the second press of an impatient finger does nothing,. */
export function guardDoubleSubmit(): void {
  document.addEventListener("submit", (event) => {
    const form = event.target as HTMLFormElement;
    if (event.defaultPrevented) return;
    if (event.submitter?.getAttribute("aria-disabled") === "true" || form.hasAttribute("aria-busy")) {
      event.preventDefault();
      return;
    }
    if (form.method === "get") return;
    form.setAttribute("aria-busy", "true");
    setTimeout(() => form.removeAttribute("aria-busy"), answerTime);
  });
  addEventListener("pageshow", () => {
    for (const form of document.querySelectorAll("form[aria-busy]")) form.removeAttribute("aria-busy");
  });
}
