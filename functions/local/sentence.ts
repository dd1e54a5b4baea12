/** A reason not to start or not to go on that the person at the terminal can act on; printed alone, without a stack. */
export class Sentence extends Error {
  override readonly name = "Sentence";
}

/** Runs a command; a `Sentence` becomes one line and exit code 1, anything else keeps its stack. */
export async function speak(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    if (!(error instanceof Sentence)) throw error;
    process.stderr.write(`${error.message}\n`);
    process.exit(1);
  }
}
