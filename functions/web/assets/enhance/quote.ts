/**
 * A form marked `data-quote` asks that address for the price after every change, as its own button would, and takes
 * over the parts of the answer that may differ; an answer that was overtaken by another change is left.
 */
export function keepPrice(): void {
  const form = document.querySelector<HTMLFormElement>("form[data-quote]");
  let turn = 0;
  form?.addEventListener("change", async (event) => {
    const mine = ++turn;
    const { name } = event.target as HTMLInputElement | HTMLSelectElement;
    const half =
      new FormData(form).getAll("out").join() === "" || new FormData(form).getAll("in").join() === "";
    const whole = event.target instanceof HTMLSelectElement ? name === "add" || !half : name === "package";
    const answer = await fetch(form.dataset["quote"] ?? "", { method: "POST", body: new FormData(form) });
    if (!answer.ok || mine !== turn) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    for (const id of whole ? ["choice", "price"] : ["price"]) {
      const [old, fresh] = [document.getElementById(id), page.getElementById(id)];
      if (old && fresh) old.replaceWith(fresh);
    }
  });
}
