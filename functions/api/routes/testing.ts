import { NotFound } from "../../../shared/kernel/errors.ts";
import { isPlainDate } from "../../../shared/kernel/time.ts";
import * as load from "../contexts.ts";
import { fileNameIn, route } from "../route.ts";

export const testingRoutes = [
  route({
    method: "GET",
    path: "/catalogue",
    action: "catalogue:read",
    summary: "Examination items with LOINC, UCUM unit, ranges and their sources",
    run: async () => ({ items: (await load.testing()).catalogue }),
  }),
  route({
    method: "GET",
    path: "/services",
    action: "catalogue:read",
    summary: "Services beside the examinations: talks, consultations, rehabilitation, home visits, insurance",
    run: async () => ({ services: (await load.testing()).services }),
  }),
  route({
    method: "GET",
    path: "/packages",
    action: "catalogue:read",
    summary:
      "The packages sold today with their items, services and prices in fen, for a woman and for a man",
    run: async ({ ctx }) => {
      const { dayPrices, priceOf } = await load.testing();
      const prices = await dayPrices(ctx);
      const of = (id: string, sex: "female" | "male") => priceOf({ package: id }, { sex }, prices).netFen;
      return {
        packages: prices.bundles.map((one) => ({
          ...one,
          priceFen: { female: of(one.id, "female"), male: of(one.id, "male") },
        })),
      };
    },
  }),
  route({
    method: "GET",
    path: "/days/:date",
    action: "day:read",
    summary: "Who comes on a day, and the places left",
    run: async ({ ctx, params }) => {
      const date = params["date"] ?? "";
      if (!isPlainDate(date)) throw new NotFound();
      return (await load.testing()).readDay(ctx, date);
    },
  }),
  route({
    method: "GET",
    path: "/clients/:client/results",
    action: "results:read",
    summary: "All exams of a client with their results, newest first",
    run: async ({ ctx, params }) => ({
      exams: (await (await load.loop()).openFile(ctx, params["client"] ?? "")).exams,
    }),
  }),
  route({
    method: "POST",
    path: "/clients/:client/results",
    action: "results:enter",
    summary: "Enter results of one exam by hand; the assessment is proposed at once",
    body: "ResultsSchema",
    run: async ({ ctx, params, body }) => {
      const number = params["client"] ?? "";
      return {
        outcome: await (await load.loop()).receiveResults(
          ctx,
          number,
          (await load.exchange()).resultsFromForm(body, ctx),
        ),
      };
    },
  }),
  route({
    method: "POST",
    path: "/imports",
    action: "results:import",
    summary: "Upload a results file (XLSX, CSV, HL7 v2 or FHIR bundle) to be worked through",
    takesFile: true,
    run: async ({ ctx, bytes, header }) =>
      (await load.loop()).startImport(ctx, bytes, fileNameIn(header, "results")),
  }),
  route({
    method: "POST",
    path: "/imports/preview",
    action: "results:import",
    summary: "Look at a results file without taking it in: columns, rows, refusals",
    takesFile: true,
    run: async ({ ctx, bytes, header }) =>
      (await load.loop()).previewImport(ctx, bytes, fileNameIn(header, "results")),
  }),
  route({
    method: "POST",
    path: "/imports/:id/undo",
    action: "results:import",
    summary: "Take back what a file brought in, within 24 hours; what something signed rests on stays",
    run: async ({ ctx, params }) => {
      const loop = await load.loop();
      await loop.undoImport(ctx, params["id"] ?? "");
      const { result: _result, head: _head, ...one } = await loop.readImport(ctx, params["id"] ?? "");
      return one;
    },
  }),
  route({
    method: "GET",
    path: "/imports/:id",
    action: "results:import",
    summary: "How far a file is, and at the end what became of every row",
    run: async ({ ctx, params, language }) => {
      const { result, head: _, ...one } = await (await load.loop()).readImport(ctx, params["id"] ?? "");
      if (!result) return one;
      const rejected = result.rejected.map(({ line, column, reason }) => ({
        line,
        column,
        reason: reason[language],
      }));
      return { ...one, result: { ...result, rejected } };
    },
  }),
];
