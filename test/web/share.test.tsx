import { describe, expect, test } from "vitest";
import { recallReport } from "../../shared/loop/index.ts";
import { readPdf } from "../support/pdf.ts";
import { browsing, herWorld } from "./me-story.ts";
import { addresses, visitor } from "./visitor.ts";

const day = "2026-11-12";

async function shared() {
  const { w, number, her } = await herWorld(1);
  const made = await her.post(`/me/report/${day}/share`, { days: "7", key: "k" });
  const path = /\/share\/[\w.-]+/.exec(made.html)?.[0] ?? "";
  const code = (/class="num">(\d{3}) (\d{3})</.exec(made.html) ?? []).slice(1).join("");
  return { w, number, her, path, code, friend: await browsing(w) };
}

describe("a shared report", () => {
  test("shows only that a code is asked for, however often its address is fetched", async () => {
    const { w, path, friend, number } = await shared();
    const before = await w.dump();
    const { status, html, response } = await friend.get(path);
    await friend.get(path);
    expect(status).toBe(200);
    expect(html).not.toMatch(new RegExp(`${number}|Lin Yawen|glucose|pressure`));
    expect(response.headers.get("referrer-policy")).toBe("no-referrer");
    expect(response.headers.get("x-robots-tag")).toContain("noindex");
    expect(response.headers.get("cache-control")).toBe("no-store");
    expect(await w.dump()).toEqual(before);
  });

  test("opens by its code, as a page or as PDF, and leads nowhere into the owner's portal", async () => {
    const { path, code, friend, w, her } = await shared();
    const opened = await friend.post(path, { code });
    expect(opened.html).toContain("Fasting glucose");
    expect(addresses(opened.html).filter((address) => address.startsWith("/me"))).toEqual([]);
    const pdf = await visitor(w, w.as.hr);
    const answer = await pdf.post(path, { code, as: "pdf" });
    expect(readPdf(answer.body).text).toContain("林雅文");
    expect((await her.get(`/me/report/${day}`)).html).toContain("Opened 2 times");
    expect((await her.get("/me/profile")).html).toContain("Your report, by a link you made");
  });

  test("says how many tries are left, and a closed link looks like none", async () => {
    const { path, code, friend, her } = await shared();
    const wrong = await friend.post(path, { code: code === "000000" ? "111111" : "000000" });
    expect(wrong.html).toContain("4 more tries");
    const id = /share\/(\w+)\/close/.exec((await her.get(`/me/report/${day}`)).html)?.[1] ?? "";
    expect((await her.post(`/me/report/${day}/share/${id}/close`, {})).to).toBe(`/me/report/${day}`);
    const [closed, never] = [await friend.post(path, { code }), await friend.post("/share/x.y", { code })];
    expect([closed.status, closed.html]).toEqual([404, never.html]);
  });
});

describe("a recalled report", () => {
  test("is told to its client in the place of the report, with the physician's reason", async () => {
    const { w, number, her } = await herWorld(1);
    await recallReport(w.ctx(w.as.physician), number, day, 1, {
      cause: "wrong person",
      reason: "样本贴错标签。",
    });
    const { status, html } = await her.get(`/me/report/${day}`);
    expect(status).toBe(200);
    expect(html).toContain("This report was taken back");
    expect(html).toContain("样本贴错标签。");
    expect(html).not.toContain("Fasting glucose");
    expect((await her.get(`/me/report/${day}.pdf`)).status).toBe(410);
  });

  test("is recalled on the review page, where a missing reason loses nothing that was chosen", async () => {
    const { w, number } = await herWorld(1);
    const physician = await visitor(w, w.as.physician);
    const page = `/review/${number}/${day}/1`;
    expect((await physician.get(page)).html).toContain("Recall the report");
    const refused = await physician.post(`${page}/recall`, { cause: "wrong person", "recall-reason": "" });
    expect(refused.html).toContain("Say why it is recalled");
    const done = await physician.post(`${page}/recall`, {
      cause: "wrong person",
      "recall-reason": "样本贴错标签。",
    });
    expect(done.location).toBe(page);
    const after = (await physician.get(page)).html;
    expect(after).toContain("It is about another person");
    expect(after).not.toContain(`action="${page}/recall"`);
    expect((await physician.get(`/reports/${number}/${day}`)).html).toContain("Do not act on it");
    const attending = await visitor(w, w.as.attending);
    expect((await attending.get(page)).html).not.toContain(`action="${page}/recall"`);
  });
});
