// Tests that tell one story and run in order: after a step that failed the next could only fail too, so they are skipped,
// and what everybody saw then is kept.
import { it } from "node:test";

export function story(keepWhatWasSeen) {
  let broken = false;
  return function step(name, work) {
    it(name, async (test) => {
      if (broken) return test.skip("an earlier step failed");
      try {
        await work();
      } catch (error) {
        broken = true;
        await keepWhatWasSeen();
        throw error;
      }
    });
  };
}
