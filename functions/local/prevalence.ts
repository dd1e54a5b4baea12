import { readFile } from "node:fs/promises";
import { shippedBook } from "../../shared/assessment/index.ts";
import { AppError } from "../../shared/kernel/errors.ts";
import { localDate } from "../../shared/kernel/time.ts";
import { countPeople } from "./prevalence/count.ts";
import { type People, peopleInFile } from "./prevalence/people.ts";
import { checksOf, isSound, jsonOf, tablesOf } from "./prevalence/print.ts";
import { Sentence, speak } from "./sentence.ts";

/**
 * `npm run prevalence -- FILE` (or `--demo`): assesses everybody in a results file with the shipped rules
 * and prints how often what was found, by sex and age; never anything about one person. Exit code 1 when
 * an assessment throws, has a number that is none, or a score has neither value nor reason.
 */
async function prevalence(): Promise<void> {
  const [path] = process.argv.slice(2);
  if (!path) throw new Sentence("Say which file: npm run prevalence -- results.csv (or --demo)");
  const { facts, left } = path === "--demo" ? await demo() : await people(path);
  if (!facts.length) throw new Sentence(`There is nobody to assess; ${left} rows were left out.`);
  const counted = countPeople(facts, shippedBook);
  console.log(tablesOf(counted));
  console.log(`\n${checksOf(counted).join("; ")}; ${left} rows or clients left out.`);
  console.log(jsonOf(counted));
  process.exitCode = isSound(counted) ? 0 : 1;
}

async function people(path: string): Promise<People> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new Sentence(`The file ${path} cannot be read (${error.code}).`);
  });
  return peopleInFile(bytes, path, localDate(new Date().toISOString())).catch((error) => {
    if (!(error instanceof AppError)) throw error;
    throw new Sentence(`${path}: ${error.problems[0]?.message.en ?? error.sentence.en}`);
  });
}

/** Only asked for brings everything that makes a centre. */
const demo = async (): Promise<People> => (await import("./prevalence/demo.ts")).peopleOfDemo();

await speak(prevalence);
