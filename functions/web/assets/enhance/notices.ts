/** The error summary takes the focus once, and its links go to the field, not only to its place on the page. */
export function focusErrors(): void {
  const summary = document.querySelector<HTMLElement>("[data-errors]");
  if (!summary) return;
  summary.focus();
  summary.addEventListener("click", (event) => {
    const link = (event.target as HTMLElement).closest("a");
    const field = link?.hash ? document.getElementById(decodeURIComponent(link.hash.slice(1))) : null;
    if (!field) return;
    event.preventDefault();
    field.focus();
    field.scrollIntoView({ block: "center" });
  });
}

/** A link or button with `data-opens` shows the dialog of that id; without script the link leads to a page. */
export function openDialogs(): void {
  document.addEventListener("click", (event) => {
    const origin = event.target as HTMLElement;
    const opener = origin.closest<HTMLElement>("[data-opens]");
    const dialog = opener && document.getElementById(opener.dataset["opens"] ?? "");
    if (dialog instanceof HTMLDialogElement) {
      event.preventDefault();
      dialog.showModal();
    }
    if (origin.closest("[data-closes]")) origin.closest("dialog")?.close();
  });
}

const stay = 10_000;

/** A toast leaves after ten seconds, but waits while it holds the focus or the pointer; Escape sends it away. */
export function runToasts(): void {
  for (const toast of document.querySelectorAll<HTMLElement>("[data-toast]")) {
    let timer = 0;
    const leave = () => {
      toast.hidden = true;
    };
    const start = () => {
      clearTimeout(timer);
      timer = setTimeout(leave, Number(toast.dataset["toast"]) || stay) as unknown as number;
    };
    const held = () => toast.matches(":hover, :focus-within");
    const wait = () => clearTimeout(timer);
    const resume = () => {
      if (!held()) start();
    };
    toast.addEventListener("focusin", wait);
    toast.addEventListener("mouseenter", wait);
    toast.addEventListener("focusout", () => setTimeout(resume));
    toast.addEventListener("mouseleave", resume);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave();
    });
    start();
  }
}
