import { readFile } from "node:fs/promises";
import { checkVectors } from "../../shared/assessment/index.ts";
import { AppError } from "../../shared/kernel/errors.ts";
import { Sentence, speak } from "./sentence.ts";
import { listScores } from "./validate/list.ts";

/**
 * `npm run validate -- FILE`: the centre's own clinical validation kit. Reads vectors, runs the product's
 * functions and prints each miss with what came out and what was expected; exit code 1 on a miss.
 * `--list` prints the scores there are, with what goes in and what comes out.
 */
async function validate(): Promise<void> {
  const path = process.argv[2];
  if (!path) throw new Sentence("Say which file of vectors: npm run validate -- vectors.json (or --list)");
  if (path === "--list") return console.log(listScores());
  const checked = vectorsIn(path, await textOf(path));
  for (const { id, score, misses, unpublished, constants } of checked) {
    for (const { key, got, expected } of misses)
      console.log(`${id} ${score}: ${key} got ${JSON.stringify(got)}, expected ${JSON.stringify(expected)}`);
    if (constants) console.log(`${id} ${score}: met with other constants of the equation: ${constants}`);
    if (unpublished.length)
      console.log(`${id} ${score}: not compared, the equation is not published: ${unpublished.join(", ")}`);
  }
  const failed = checked.filter(({ misses }) => misses.length).length;
  console.log(`${checked.length - failed} passed, ${failed} failed`);
  process.exitCode = failed ? 1 : 0;
}

const textOf = (path: string): Promise<string> =>
  readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    throw new Sentence(`The file ${path} cannot be read (${error.code}).`);
  });

/** @throws Sentence that names the first thing wrong with the file. */
function vectorsIn(path: string, text: string) {
  try {
    return checkVectors(JSON.parse(text));
  } catch (error) {
    if (error instanceof AppError) {
      const [problem] = error.problems;
      throw new Sentence(`${path}: ${problem?.field ?? "row"}: ${problem?.message.en ?? error.sentence.en}`);
    }
    if (error instanceof SyntaxError) throw new Sentence(`${path} is not JSON: ${error.message}`);
    throw error;
  }
}

await speak(validate);
