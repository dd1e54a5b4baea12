const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable ||
    /^(TEXTAREA|SELECT)$/.test(target.tagName) ||
    (target instanceof HTMLInputElement && !/^(checkbox|radio|button|submit|range)$/.test(target.type)));

const plain = (event: KeyboardEvent): boolean => !event.ctrlKey && !event.metaKey && !event.altKey;

/** `/` goes to the search box, unless somebody is typing. */
export function searchKey(): void {
  document.addEventListener("keydown", (event) => {
    if (event.key !== "/" || !plain(event) || typing(event.target)) return;
    const box = document.querySelector<HTMLInputElement>("input[data-search]");
    if (!box) return;
    event.preventDefault();
    box.focus();
    box.select();
  });
}

/**
 * j and k move, Enter opens, a key named by `data-key` in the row acts on it; the pane's keys act only while
 * its own row is the one in focus, so that nobody closes another client's task.
 * Only while the list has the focus, and not at all when the list says `data-keys="off"`.
 */
export function listKeys(): void {
  for (const list of document.querySelectorAll<HTMLElement>("[data-list]")) {
    if (list.dataset["keys"] === "off") continue;
    const links = () => [...list.querySelectorAll<HTMLElement>("[data-row]")];
    list.addEventListener("keydown", (event) => {
      if (!plain(event) || typing(event.target)) return;
      const all = links();
      const at = all.findIndex((link) => link.closest("tr,li")?.contains(event.target as Node));
      if (event.key === "j" || event.key === "k") {
        const next = all[at < 0 ? 0 : at + (event.key === "j" ? 1 : -1)];
        next?.focus();
        next?.scrollIntoView({ block: "nearest" });
        event.preventDefault();
        return;
      }
      const row = at < 0 ? null : (all[at]?.closest("tr,li") ?? null);
      const name = CSS.escape(event.key);
      const open = at < 0 || row?.hasAttribute("aria-current");
      const act =
        row?.querySelector<HTMLElement>(`[data-key="${name}"]`) ??
        document.querySelector<HTMLElement>(
          `[data-toast] [data-key="${name}"]${open ? `,[data-pane] [data-key="${name}"]` : ""}`,
        );
      if (act) {
        event.preventDefault();
        act.click();
      }
    });
  }
}
